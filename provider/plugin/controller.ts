import type { GRPCController } from "./gen/plugin_pb.js";
import type { Handlers } from "./grpc.ts";

/**
 * The client's way to end the process. The answer comes first, then the end: `onShutdown` must leave time for it to be
 * sent. Without this service every stop costs the client two seconds and ends in SIGKILL.
 */
export function controllerHandlers(onShutdown: () => void): Handlers<typeof GRPCController> {
  return {
    shutdown: () => {
      onShutdown();
      return {};
    },
  };
}
