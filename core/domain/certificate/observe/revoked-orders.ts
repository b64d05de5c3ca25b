import type { WaitOptions } from "../../../base/deadline.ts";
import { BugError, CancelledError, LoginError, SectigoError } from "../../../base/errors.ts";
import type { Logger } from "../../../base/log.ts";
import type { ScmClient } from "../../../scm/client.ts";
import type { SslReportRow } from "../../../scm/schemas/reports.ts";
import { type MarkedRecord, markedRecord } from "../judge/order-of-key.ts";

/** A revoked order of ours or of a neighbour: by its marker it can be told whether it was for a certain key. */
interface RevokedOrder extends Pick<SslReportRow, "sslId" | "revoked"> {
  readonly marked: MarkedRecord;
}

/** Each is held against each key that is ordered for, by one hash and more; the youngest are. */
const MOST_COMPARED = 5000;
/** A public key outlives its certificates: twice the longest life that public certificates ever had of late. */
const DAYS_BACK = 2 * 825;
const LARGEST_ANSWER_BYTES = 64 * 1024 * 1024;
const DAY_MS = 86_400_000;

/** What no other call would survive either. */
const ENDS_ALL = [LoginError, CancelledError, BugError] as const;

/**
 * All revoked orders that this login may see and that bear a marker, in one report for all orders of a process. What was
 * revoked moments ago may be missing from it, and so is what bears no marker: certificates that are revoked can't be collected,
 * and no row tells a key.
 */
export class RevokedOrders {
  #rows: Promise<readonly RevokedOrder[]> | null = null;

  /**
   * Youngest revocation first. None where SCM makes no report for this login, which is logged: an order that nothing else stands
   * against is not held up by it.
   */
  list(client: ScmClient, now: Date, wait: WaitOptions & { readonly log?: Logger | undefined }) {
    this.#rows ??= load(client, now, wait).catch((thrown) => {
      // The next order asks again.
      this.#rows = null;
      if (ENDS_ALL.some((kind) => thrown instanceof kind)) throw thrown;
      const { code } = SectigoError.from(thrown);
      wait.log?.warn("could not look for revoked orders of the same key", { code });
      return [];
    });
    return this.#rows;
  }
}

async function load(client: ScmClient, now: Date, wait: WaitOptions): Promise<readonly RevokedOrder[]> {
  const kept: RevokedOrder[] = [];
  const consume = async (rows: readonly SslReportRow[]): Promise<void> => {
    for (const row of rows) {
      const { sslId, revoked, organizationId, scmProfileId } = row;
      if (organizationId === null || scmProfileId === null) continue;
      const marked = markedRecord(row, { organizationId, scmProfileId });
      if (marked !== null) kept.push({ sslId, revoked, marked });
    }
  };
  const window = {
    from: new Date(now.getTime() - DAYS_BACK * DAY_MS),
    // Days have no zone.
    to: new Date(now.getTime() + 2 * DAY_MS),
  };
  const { signal, deadline } = wait;
  const options = { signal, deadline, largestAnswerBytes: LARGEST_ANSWER_BYTES };
  await client.reports.streams.ssl({ status: "revoked", date: "revocation", ...window }, consume, options);
  // A call that is tried again shows its rows again.
  const each = [...new Map(kept.map((row) => [row.sslId, row])).values()];
  return each
    .toSorted((one, other) => (other.revoked ?? "").localeCompare(one.revoked ?? ""))
    .slice(0, MOST_COMPARED);
}
