import type { OctetService } from "./grpc.ts";

const EMPTY = new Uint8Array();

/**
 * The client's way to end the process. The answer comes first, then the end: `onShutdown` must leave time for it to be
 * sent. Without this service every stop costs the client two seconds and ends in SIGKILL.
 */
export function controllerService(onShutdown: () => void): OctetService {
  return {
    outline: {
      typeName: "plugin.GRPCController",
      methods: [{ name: "Shutdown", localName: "shutdown", kind: "unary" }],
    },
    handlers: {
      shutdown: () => {
        onShutdown();
        return EMPTY;
      },
    },
  };
}
