import type { Standing } from "../status.ts";
import type { RenewalStanding } from "./renewal.ts";

/** All that the ladder judges, handed in: what an intent holds, what it asks for now, and what SCM says of both. */
export interface Situation {
  /** The certificate or request that serves this intent: a state's own, or the one found in SCM. Null: there is none. */
  readonly held: Held | null;
  /** What the intent asks for otherwise than what is held; not what merely records what it has already. */
  readonly changes: readonly Change[];
  /** Ordered to take the place of what is held. */
  readonly successor: Successor | null;
  /** Where the intent may take a certificate of its name for another key or other names: those it found. */
  readonly replaceable: readonly Replaceable[];
  /** A certificate for the very key that was revoked because the key is compromised; null when none is known. */
  readonly compromised: number | null;
  readonly wishes: Wishes;
}

export interface Held {
  readonly sslId: number;
  /** SCM's word. */
  readonly status: string;
  readonly standing: Standing;
  /** A certificate is there, not only a request. */
  readonly hasCertificate: boolean;
  /** Of a request: the certificate that it is to follow has ended. */
  readonly isExpired: boolean;
  /** `state`: it is known by its id. `found`: by its marker, so that it must be taken over before it is followed. */
  readonly origin: "state" | "found";
  /** Of a revocation, as RFC 5280 §5.3.1 numbers it; null when it is not revoked or SCM does not say. */
  readonly revocationReason: number | null;
  /** Day on which an administrator declined the request; null when none did, or SCM does not say. */
  readonly declinedOn: string | null;
  /** Whether the key asked for is that of what is held; null when that can't be told. */
  readonly isSameKey: boolean | null;
  /** It was issued for a key that an interrupted run made and took with it. */
  readonly isKeyLost: boolean;
  /** Another claim than ours stands on it; `holder` says whose, where it does. */
  readonly takenOver: { readonly holder: string | null } | null;
  /** SCM says that a renewal exists which is not held. */
  readonly isRenewedOutside: boolean;
  readonly renewal: RenewalStanding;
  /** It was itself renewed just now, or ends no later than the one before it: another renewal would bring the same again. */
  readonly isRenewalFutile: boolean;
  /** It was found or uploaded and not ordered through SCM, which can renew only what it has ordered. Absent: no. */
  readonly isFromElsewhere?: boolean;
}

/** A member of the intent whose new value asks for another certificate. */
export interface Change {
  /** As the front end calls it. */
  readonly argument: string;
  /** Half a sentence of the front end: "it is 7003, and 7019 is configured". */
  readonly found: string;
  /** `replace`: SCM can reissue it under its id; `enroll`: only a new enrollment gives that; `refuse`: nothing does. */
  readonly way: "replace" | "enroll" | "refuse";
}

export interface Successor {
  readonly sslId: number;
  /** SCM's word when it came to a bad end; null while it is on its way. */
  readonly end: string | null;
  /** It is issued, and has names that were not ordered: another order would most likely bring the same. */
  readonly isUnusable?: boolean;
  /** It is issued, and only an apply can take it over, since its key must come with it. */
  readonly isIssued: boolean;
}

/** A valid certificate of the same name, for another key or other names. */
interface Replaceable {
  readonly sslId: number;
  /** Its marker is of this scope: a run of this intent, or of its neighbours in one scope, has ordered it. */
  readonly isOurs: boolean;
}

export interface Wishes {
  /** False: what is on its way is left to a later run. */
  readonly waits: boolean;
  readonly whenRevoked: "by_reason" | "reenroll" | "warn";
  /** What is ordered to follow is published by a later look, not by the run that orders. */
  readonly switchesLater: boolean;
  /** Whether a certificate of the name may be replaced for this intent. */
  readonly replacesOthers: boolean;
}
