import { brokerHandlers } from "./broker.ts";
import { controllerHandlers } from "./controller.ts";
import { Health } from "./gen/health_pb.js";
import { GRPCBroker, GRPCController, GRPCStdio } from "./gen/plugin_pb.js";
import { type GrpcObserver, GrpcServer } from "./grpc.ts";
import { healthHandlers } from "./health.ts";
import { stdioHandlers } from "./stdio.ts";

/**
 * A server with the services that go-plugin's client expects of every plugin. In a file of its own because it loads
 * the gRPC library, which must not happen before the handshake.
 */
export function createPluginServer(observer: GrpcObserver, onShutdown: () => void): GrpcServer {
  const server = new GrpcServer(observer);
  server.addService(GRPCController, controllerHandlers(onShutdown));
  server.addService(GRPCStdio, stdioHandlers);
  server.addService(GRPCBroker, brokerHandlers);
  server.addService(Health, healthHandlers);
  return server;
}
