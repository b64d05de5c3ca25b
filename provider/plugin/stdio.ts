import type { GRPCStdio } from "./gen/plugin_pb.js";
import type { Handlers } from "./grpc.ts";
import { untilAborted } from "./until-aborted.ts";

/**
 * Carries nothing, since clients show what comes here as "unexpected data"; our words go to stderr as log lines.
 * The stream stays open all the same: a client warns when it ends before the plugin does.
 */
export const stdioHandlers: Handlers<typeof GRPCStdio> = {
  // biome-ignore lint/correctness/useYield: a stream without content is the point
  async *streamStdio(_request, { signal }) {
    await untilAborted(signal);
  },
};
