import { StateError } from "../../../base/errors.ts";
import type { ScmClient } from "../../../scm/client.ts";
import type { OrderNotice } from "./order-context.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/**
 * What is due, and what may be taken over, goes by this machine's clock; a wrong one would order at every run. SCM's own
 * clock is told by its answers, the last of which came just before the order.
 * @returns what is to be said of a difference that does no harm yet; null for none
 * @throws StateError `state.clock_off` for more than a day
 */
export function compareClocks({ serverOffsetMs }: Pick<ScmClient, "serverOffsetMs">): OrderNotice | null {
  const offset = serverOffsetMs();
  if (offset === null || Math.abs(offset) <= HOUR_MS) return null;
  const by = `${spanText(Math.abs(offset))} ${offset > 0 ? "behind" : "ahead of"}`;
  if (Math.abs(offset) > DAY_MS)
    throw new StateError(`order a certificate: the clock of this machine is ${by} SCM's`, {
      code: "state.clock_off",
      hint: "Set the clock (NTP), then run again: what is due would be misjudged, and ordered at every run. Nothing was ordered.",
    });
  return {
    summary: `The clock of this machine is ${by} SCM's`,
    detail: "What is due goes by this clock. Set it (NTP); by more than a day nothing is ordered.",
  };
}

function spanText(ms: number): string {
  const hours = Math.round(ms / HOUR_MS);
  return hours < 48 ? `${hours} hours` : `${Math.round(ms / DAY_MS)} days`;
}
