import type { CertificateDetails } from "../../../scm/schemas/certificates.ts";
import { scmDateStart } from "../../../scm/schemas/dates.ts";
import { REVOCATION_REASONS } from "../execute/revocation.ts";
import { type Holding, type Holdings, type Intent, servingIn } from "../observe/find-holdings.ts";
import { wasOrderedHere } from "../ordered-here.ts";
import { standingOf, wasIssued } from "../status.ts";
import type { RenewalPolicy } from "./renewal.ts";
import { isRenewalFutile, type RenewalStanding, renewalStanding } from "./renewal.ts";
import type { Held, Situation, Successor } from "./situation.ts";

export interface HoldingsPolicy {
  /** Null: what is valid is used until its end. */
  readonly renewal: RenewalPolicy | null;
  /** Whether a certificate of the name, for another key or other names, is to give way. */
  readonly replacesOthers: boolean;
}

/** The situation of a run without memory: what it holds is what SCM has for it. Pure. */
export function situationOfHoldings(
  holdings: Holdings,
  { key }: Pick<Intent, "key">,
  { policy, now }: { readonly policy: HoldingsPolicy; readonly now: Date },
): Situation {
  const { valid, line } = holdings;
  const serving = servingIn(valid);
  // A key that is made here is another one each time.
  const compromised = key === "given" && serving === null ? line.find(isCompromised) : undefined;
  const held = compromised !== undefined ? null : heldOf(serving, holdings, { key, policy, now });
  return {
    held,
    changes: [],
    successor: held === null ? null : (refusedSuccessor(held, line) ?? unusableSuccessor(held, valid)),
    // A certificate that was renewed lives on until its end; its successor is the one that serves.
    replaceable: valid
      .filter(({ serves, details }) => !serves && !details.isRenewed)
      .map(({ details, isOfScope }) => ({ sslId: details.sslId, isOurs: isOfScope })),
    compromised: compromised?.sslId ?? null,
    wishes: {
      ...{ waits: true, whenRevoked: "by_reason", switchesLater: false },
      replacesOthers: policy.replacesOthers,
    },
  };
}

interface Around {
  readonly key: Intent["key"];
  readonly policy: HoldingsPolicy;
  readonly now: Date;
}

/** The one that serves; else the youngest of this order, whatever became of it; else nothing. */
function heldOf(
  serving: Holding | null,
  { valid, line, ends }: Holdings,
  { key, policy, now }: Around,
): Held | null {
  if (serving !== null) {
    const { details, chain } = serving;
    const standing = { sslId: details.sslId, validity: chain.leaf };
    // What must not be delivered is not bought once more.
    const renewal =
      policy.renewal === null || serving.isUnusable
        ? ({ at: "off" } as const)
        : renewalStanding(standing, policy.renewal, now);
    const isFollowed = valid.some(
      (other) => other.serves && !other.isUnusable && wasOrderedInVain(other.details, details, renewal),
    );
    return {
      ...recordHeld(details),
      ...{ hasCertificate: true, renewal, isFromElsewhere: !wasOrderedHere(details) },
      isRenewalFutile: isFollowed || isRenewalFutile(chain.leaf, [], now),
    };
  }
  const [youngest] = line;
  const before = youngest && line.find(({ sslId, status }) => sslId < youngest.sslId && wasIssued(status));
  if (youngest !== undefined && before !== undefined && standingOf(youngest.status) === "refused")
    // What it was to follow is over by now.
    return { ...recordHeld(before), hasCertificate: true, isExpired: true };
  const ended = youngest === undefined || policy.renewal === null ? null : endOf(youngest, ends);
  // A key that is made here is another one each time, so there an end leaves nothing to renew.
  if (youngest !== undefined && ended !== null && key === "given")
    return { ...recordHeld(youngest), hasCertificate: true, isExpired: true, renewal: ended };
  if (youngest === undefined || !isEndOrOnItsWay(youngest.status)) return null;
  return { ...recordHeld(youngest), isSameKey: key === "given" };
}

/**
 * Where a certificate stands that has had its time; null for one that lives, was never issued, or was followed. SCM's
 * documents bind a renewal to the profile and not to the date, so it is asked for one, as by those who hold it in a state.
 */
function endOf(
  { sslId, status, expires, isRenewed }: CertificateDetails,
  ends: Holdings["ends"],
): RenewalStanding | null {
  if (isRenewed) return null;
  const day = /^expired$/i.test(status.trim()) && expires !== null ? scmDateStart(expires) : null;
  const until = ends.get(sslId) ?? day;
  return until && { at: "hard", since: until, until };
}

/**
 * Whether it was ordered since the one that serves is due, and still ends no later: the longest serves. What was ordered
 * twice at the beginning came before.
 */
function wasOrderedInVain(
  { sslId, requested }: CertificateDetails,
  served: CertificateDetails,
  renewal: RenewalStanding,
): boolean {
  if (sslId <= served.sslId || requested === null) return false;
  if (renewal.at !== "due" && renewal.at !== "hard") return false;
  return requested.slice(0, 10) >= renewal.since.toISOString().slice(0, 10);
}

function recordHeld(details: CertificateDetails): Held {
  const { sslId, status, reasonCode, declined } = details;
  return {
    ...{ sslId, status, standing: standingOf(status), hasCertificate: false, isExpired: false },
    ...{ origin: "found", revocationReason: reasonCode, declinedOn: declined?.slice(0, 10) ?? null },
    // What was renewed is due by its own dates too; its successor is found when it is.
    ...{
      isSameKey: true,
      isKeyLost: false,
      takenOver: null,
      isRenewedOutside: false,
      renewal: { at: "off" },
      isRenewalFutile: false,
    },
  };
}

/** What was issued and does not serve is another's, for a lost key, or over: then the order itself looks. */
function isEndOrOnItsWay(status: string): boolean {
  return ["pending", "refused", "revoked"].includes(standingOf(status));
}

/** The youngest that was to follow, where a person or the CA said no. */
function refusedSuccessor(held: Held, line: readonly CertificateDetails[]): Successor | null {
  const [youngest] = line;
  if (youngest === undefined || youngest.sslId <= held.sslId) return null;
  if (standingOf(youngest.status) !== "refused") return null;
  return { sslId: youngest.sslId, end: youngest.status, isIssued: false };
}

/** What a renewal has brought, and must not be delivered. Before it is due, a certificate like this is another's. */
function unusableSuccessor({ sslId, renewal }: Held, valid: Holdings["valid"]): Successor | null {
  if (renewal.at !== "due" && renewal.at !== "hard") return null;
  const [found] = valid
    .filter(({ isUnusable, details }) => isUnusable && details.sslId > sslId)
    .toSorted((one, other) => other.details.sslId - one.details.sslId);
  if (found === undefined) return null;
  return { sslId: found.details.sslId, end: found.details.status, isIssued: true, isUnusable: true };
}

function isCompromised({ status, reasonCode }: CertificateDetails): boolean {
  return standingOf(status) === "revoked" && reasonCode === REVOCATION_REASONS.key_compromise;
}
