import { status } from "@grpc/grpc-js";
import { Health, HealthCheckResponse_ServingStatus } from "./gen/health_pb.js";
import { StatusError } from "./grpc-call.ts";
import { messageService } from "./message-service.ts";

/** go-plugin's client asks for `plugin`; the empty name means the server as a whole. */
const SERVING = new Set(["plugin", ""]);

/** Serving from the first answer to the end. Source: gRPC Health Checking Protocol. */
export const healthService = messageService(Health, {
  check: ({ service }) => {
    if (!SERVING.has(service)) throw new StatusError(status.NOT_FOUND, `no service "${service}" here`);
    return { status: HealthCheckResponse_ServingStatus.SERVING };
  },
});
