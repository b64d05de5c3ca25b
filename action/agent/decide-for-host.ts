import { type Decision, type Holdings, type PrivateKey, standingOf } from "../../core/index.ts";
import { wasDelivered } from "../orders/first-delivery.ts";
import type { Judged } from "../orders/judge-sources.ts";
import type { OrderSession } from "../orders/order-session.ts";
import { decideBy, holdingsOf } from "../orders/prepare.ts";
import type { Prepared } from "../orders/prepared.ts";
import type { Problem } from "../problem.ts";
import { type KeyPlaces, readKey } from "./key-files.ts";

/** What is to be done on this host, and for which key. */
export interface HostDecision {
  readonly prepared: Prepared;
  readonly key: PrivateKey;
  /** The key lies in its place already, so that delivering brings nothing new. */
  readonly isInPlace: boolean;
}

interface Host {
  readonly session: OrderSession;
  readonly places: KeyPlaces;
  /** The key of an order under way, or another one. */
  readonly nextKey: () => Promise<PrivateKey>;
  /** What becomes of a certificate whose key went with the runner that an earlier run had. */
  readonly onLostKey: "heal" | "fail" | "enroll";
  readonly judge: (key: PrivateKey) => Judged;
  /** Nothing was ever ordered for this directory: an order like this one is another's. */
  readonly isNew: boolean;
}

/**
 * Decides by the key that lies here and by what SCM holds for it. As long as its certificate serves, nothing is made. A new
 * certificate gets a new key, also in a renewal; the key of an order under way is kept until that order is delivered.
 */
export async function decideForHost(host: Host): Promise<HostDecision> {
  const current = await readKey(host.places.current, host.session.step.log);
  const held = current === null ? null : await prepare(host, current);
  if (held !== null && staysInPlace(held)) return { ...held, isInPlace: true };
  const made = await host.nextKey();
  const next = await prepare(host, made);
  // What is renewed is the certificate of the key before; what is asked for is one for the key after.
  if (held?.prepared.decision?.act !== "renew" || next.prepared.decision?.act !== "enroll") return next;
  const { decision, holdings } = held.prepared;
  return { ...next, prepared: { ...next.prepared, decision, holdings } };
}

/** The certificate that lies here serves on, whether all is well or a person has to decide about its successor. */
function staysInPlace({ prepared: { decision, holdings } }: HostDecision): boolean {
  if (decision?.act !== "keep" && decision?.act !== "hold") return false;
  return holdings?.valid.some(({ serves }) => serves) ?? false;
}

async function prepare(host: Host, key: PrivateKey): Promise<HostDecision> {
  return { key, isInPlace: false, prepared: await decideFor(host, host.judge(key)) };
}

async function decideFor({ session, isNew, onLostKey }: Host, judged: Judged): Promise<Prepared> {
  const { request, problems } = judged;
  if (request === null || problems.some(({ severity }) => severity === "error"))
    return { ...judged, decision: null, holdings: null };
  const holdings = await holdingsOf(request, session, { signal: session.step.signal });
  const decision = decideBy(holdings, request, session);
  const living = holdings.line.find(({ status }) => ["pending", "issued"].includes(standingOf(status)));
  const isOthers = isNew && (decision.act === "enroll" || decision.act === "adopt") && living !== undefined;
  if (!isOthers) {
    const handedOn = onLostKey === "heal" ? null : handedOnAs({ decision, holdings }, session);
    if (handedOn === null) return { ...judged, decision, holdings };
    if (onLostKey === "enroll")
      return {
        ...judged,
        holdings,
        decision: { act: "enroll", reason: { code: "nothing_held" } },
        isAnew: true,
      };
    const lost = refuseLostKey(handedOn, request.csr.commonName);
    return { ...judged, problems: [...problems, lost], decision: null, holdings };
  }
  return { ...judged, problems: [...problems, refuseOthers(living.sslId)], decision: null, holdings };
}

/**
 * Id of the certificate that a run before this one has handed on with its key, where this run would have it reissued for
 * another key; what then serves it would end. Null where nothing was handed on.
 */
function handedOnAs(
  { decision, holdings }: { readonly decision: Decision; readonly holdings: Holdings },
  { step }: OrderSession,
): number | null {
  const isInUse = holdings.valid.some(({ serves }) => serves) && decision.act !== "replace";
  if (isInUse) return null;
  const handed = holdings.valid.find(({ details, chain }) =>
    wasDelivered(details.comments, chain, step.variables),
  );
  return handed?.details.sslId ?? null;
}

function refuseLostKey(sslId: number, commonName: string | null): Problem {
  return {
    severity: "error",
    path: null,
    code: "state.key_elsewhere",
    summary: `Certificate ${sslId} of ${commonName ?? "this name"} was handed on by an earlier run, and its key is not here any more`,
    detail:
      "A hosted runner is thrown away with its key. Run this step where the key can stay (agent-directory on a self-hosted " +
      "runner), or keep the key where it is used and give its CSR. on-lost-key: enroll orders another certificate in each run. " +
      `Nothing was ordered, and ${sslId} stays as it is.`,
  };
}

/** Taking it over would have it reissued for a key of this directory, and the host that serves it would serve what ends. */
function refuseOthers(sslId: number): Problem {
  return {
    severity: "error",
    path: null,
    summary: `Certificate ${sslId} was ordered for a host of this name, and not for this directory`,
    detail:
      "If another directory or host serves it, give this step an order-key of its own. If it was this directory, and it was " +
      "emptied since, put its files back; or revoke that certificate, then run again. Nothing was ordered.",
  };
}
