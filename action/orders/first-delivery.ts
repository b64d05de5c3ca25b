import { type CertificateChain, deliveryOf, noteDelivery, SectigoError } from "../../core/index.ts";
import type { Variables } from "../inputs/connection.ts";
import type { OrderSession } from "./order-session.ts";
import type { Prepared } from "./prepared.ts";
import type { Result } from "./result.ts";

/**
 * Whether a certificate was never delivered before from this scope, by the note on its record; then it is noted. On a hosted
 * runner the output folder is empty each time, so SCM is the only memory. What can't be noted counts as new in each run:
 * deploying the same certificate again is harmless, not deploying the new one is an outage.
 */
export async function isFirstDelivery(
  { chain, sslId }: Result,
  { holdings }: Pick<Prepared, "holdings">,
  { client, step }: OrderSession,
): Promise<boolean> {
  if (chain === null || sslId === null) return false;
  const { serialNumber } = chain.leaf;
  // While a renewal waits, the certificate before is delivered, which has a record of its own.
  const holding = holdings?.valid.find((each) => each.chain.leaf.serialNumber === serialNumber);
  if (holding !== undefined && wasDelivered(holding.details.comments, chain, step.variables)) return false;
  const id = holding?.details.sslId ?? sslId;
  try {
    const note = { serialNumber, run: step.variables.GITHUB_RUN_ID ?? null };
    const done = await noteDelivery(client, id, note, { signal: step.signal });
    if (done === "not_ours")
      step.log.say(`${id} was not ordered from here, so its delivery is not noted in SCM`);
  } catch (thrown) {
    const { code } = SectigoError.from(thrown);
    step.log.say(
      `${id}: its delivery could not be noted in SCM [${code}], so the next run tells it as changed too`,
    );
  }
  return true;
}

/** Whether a run before this one has delivered the certificate. A run that is repeated says again what it said. */
export function wasDelivered(
  comments: string | null,
  { leaf }: CertificateChain,
  { GITHUB_RUN_ID: run }: Variables,
): boolean {
  const note = deliveryOf(comments);
  return note?.serialNumber === leaf.serialNumber && (run === undefined || note.run !== run);
}
