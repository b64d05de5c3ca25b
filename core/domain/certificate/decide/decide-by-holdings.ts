import type { Clock } from "../../../base/clock.ts";
import type { WaitOptions } from "../../../base/deadline.ts";
import type { CertificateChain } from "../../../pki/chain.ts";
import type { ScmClient } from "../../../scm/client.ts";
import type { DeliveredChains } from "../observe/delivered-chains.ts";
import { findHoldings, type Holdings, type Intent } from "../observe/find-holdings.ts";
import type { RowSource } from "../observe/find-orders.ts";
import { SeenRecords } from "../observe/seen-records.ts";
import { decide } from "./decide.ts";
import type { Decision } from "./decision.ts";
import { type HoldingsPolicy, situationOfHoldings } from "./situation-of-holdings.ts";

interface ManyContext extends WaitOptions {
  readonly clock: Clock;
  readonly policy: HoldingsPolicy;
  /** All records of the place, for many intents; null: there is no such list. */
  readonly listed: RowSource | null;
  readonly delivered: DeliveredChains;
  /** What lies where the certificate is delivered; null: nothing, or nothing that can be read as a chain. */
  readDelivered(): Promise<CertificateChain | null>;
}

/**
 * Decides for one of many intents. A list that they share tells which records to read, and where what it shows is kept, that is
 * all: nothing is ordered. Whatever else would be done is decided anew by a look for these very names, since such a list is older
 * and leaves out what is over. Records that the first look has read are not asked for again.
 */
export async function decideByHoldings(
  client: ScmClient,
  intent: Intent,
  { policy, listed, delivered: chains, readDelivered, ...context }: ManyContext,
): Promise<{ readonly holdings: Holdings; readonly decision: Decision }> {
  const { preferredChain } = intent;
  const delivered = { chains, read: readDelivered };
  const seen = new SeenRecords(client, { ...context, preferredChain, delivered });
  const look = async (source: RowSource | undefined) => {
    const holdings = await findHoldings(client, intent, { ...context, seen, source });
    const situation = situationOfHoldings(holdings, intent, { policy, now: context.clock.now() });
    return { holdings, decision: decide(situation) };
  };
  if (listed !== null) {
    const shared = await look(listed);
    if (shared.decision.act === "keep" && shared.decision.reason.code === "serves") return shared;
  }
  return look(undefined);
}
