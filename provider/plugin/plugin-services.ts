import { brokerService } from "./broker.ts";
import { controllerService } from "./controller.ts";
import { type GrpcObserver, GrpcServer, type OctetService } from "./grpc.ts";
import { lateService } from "./late-service.ts";
import { stdioService } from "./stdio.ts";

/**
 * Services that go-plugin's client expects of every plugin. Those that it calls in every run carry nothing, and are answered
 * without the library for messages.
 */
export function pluginServices(onShutdown: () => void): readonly OctetService[] {
  const health = {
    typeName: "grpc.health.v1.Health",
    methods: [{ name: "Check", localName: "check", kind: "unary" }],
  } as const;
  return [
    controllerService(onShutdown),
    stdioService,
    brokerService,
    lateService(health, async () => (await import("./health.ts")).healthService),
  ];
}

/** In a file of its own because it loads the gRPC library, which must not happen before the handshake. */
export function createPluginServer(observer: GrpcObserver, onShutdown: () => void): GrpcServer {
  const server = new GrpcServer(observer);
  for (const service of pluginServices(onShutdown)) server.addService(service);
  return server;
}
