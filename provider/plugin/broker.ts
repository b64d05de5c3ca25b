import type { GRPCBroker } from "./gen/plugin_pb.js";
import type { Handlers } from "./grpc.ts";

/**
 * Announces no further listeners and takes no notice of the client's. The stream ends when the client ends its side,
 * which go-plugin does just before Shutdown.
 */
export const brokerHandlers: Handlers<typeof GRPCBroker> = {
  // biome-ignore lint/correctness/useYield: a stream without content is the point
  async *startStream(requests) {
    for await (const _announcement of requests);
  },
};
