import type { OctetService } from "./grpc.ts";

/**
 * Announces no further listeners and takes no notice of the client's. The stream ends when the client ends its side,
 * which go-plugin does just before Shutdown.
 */
export const brokerService: OctetService = {
  outline: {
    typeName: "plugin.GRPCBroker",
    methods: [{ name: "StartStream", localName: "startStream", kind: "bidi_streaming" }],
  },
  handlers: {
    // biome-ignore lint/correctness/useYield: a stream without content is the point
    async *startStream(requests) {
      // `as`: the method streams its requests.
      for await (const _announcement of requests as AsyncIterable<Uint8Array>);
    },
  },
};
