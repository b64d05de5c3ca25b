import type { PrivateKey } from "../../core/index.ts";
import { type Decision, decide } from "../orders/decide.ts";
import type { Desk } from "../orders/desk.ts";
import { findExisting } from "../orders/existing.ts";
import type { Prepared } from "../orders/prepared.ts";
import type { Judged } from "../orders/wanted.ts";
import { type KeyPlaces, pendingKey, readKey } from "./key-files.ts";

/** What is to be done on this host, and for which key. */
export interface HostDecision {
  readonly prepared: Prepared;
  readonly key: PrivateKey;
  /** The key lies in its place already, so that delivering brings nothing new. */
  readonly isInPlace: boolean;
}

interface Host {
  readonly desk: Desk;
  readonly places: KeyPlaces;
  readonly makeKey: Parameters<typeof pendingKey>[1];
  readonly judge: (key: PrivateKey) => Judged;
  /** Nothing was ever ordered for this directory: an order like this one is another's. */
  readonly isNew: boolean;
}

/**
 * Decides by the key that lies here and by what SCM holds for it. As long as its certificate serves, nothing is made. A new
 * certificate gets a new key, also in a renewal; the key of an order under way is kept until that order is delivered.
 */
export async function decideForHost(host: Host): Promise<HostDecision> {
  const current = await readKey(host.places.current);
  const held = current === null ? null : await prepare(host, current);
  if (current !== null && held?.prepared.decision?.kind === "reuse") return { ...held, isInPlace: true };
  const made = await pendingKey(host.places, host.makeKey, host.desk.step.random);
  const next = await prepare(host, made);
  const renewal = held?.prepared.decision;
  // What is renewed is the certificate of the key before; what is asked for is one for the key after.
  if (renewal?.kind !== "renew" || next.prepared.decision?.kind !== "enroll") return next;
  return { ...next, prepared: { ...next.prepared, decision: renewal } };
}

async function prepare(host: Host, key: PrivateKey): Promise<HostDecision> {
  const judged = host.judge(key);
  return { key, isInPlace: false, prepared: { ...judged, decision: await decisionFor(host, judged) } };
}

async function decisionFor({ desk, isNew }: Host, { wanted, problems }: Judged): Promise<Decision | null> {
  if (wanted === null || problems.some(({ severity }) => severity === "error")) return null;
  const { client, inputs, step } = desk;
  const { scope } = desk.originOf(null);
  const context = { signal: step.signal, clock: step.clock, scope, orderKey: inputs.orderKey };
  const found = await findExisting(client, wanted, context);
  const decision = decide(found, inputs, step.clock.now());
  const isOthers = isNew && (decision.kind === "enroll" || decision.kind === "adopt");
  return isOthers && found.marked !== null ? refuseOthers(found.marked) : decision;
}

/** To take it over would have it reissued for a key of this directory, and whoever serves it would serve what ends. */
function refuseOthers(sslId: number): Decision {
  return {
    kind: "refuse",
    summary: `Certificate ${sslId} was ordered for a host of this name, and not for this directory`,
    detail:
      "If another directory or host serves it, give this step an order-key of its own. If it was this directory, and it was " +
      "emptied since, put its files back; or revoke that certificate, then run again. Nothing was ordered.",
  };
}
