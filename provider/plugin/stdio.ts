import type { OctetService } from "./grpc.ts";
import { untilAborted } from "./until-aborted.ts";

/**
 * Carries nothing, since clients show what comes here as "unexpected data"; our words go to stderr as log lines.
 * The stream stays open all the same: a client warns when it ends before the plugin does.
 */
export const stdioService: OctetService = {
  outline: {
    typeName: "plugin.GRPCStdio",
    methods: [{ name: "StreamStdio", localName: "streamStdio", kind: "server_streaming" }],
  },
  handlers: {
    // biome-ignore lint/correctness/useYield: a stream without content is the point
    async *streamStdio(_request, { signal }) {
      await untilAborted(signal);
    },
  },
};
