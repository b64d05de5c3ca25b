import type { LastSeen } from "./last-seen.ts";
import type { OrderChange } from "./order-changes.ts";
import type { RenewalStanding } from "./renewal-policy.ts";

/**
 * What a plan has to do for one certificate, as a list of named cases. Pure: everything it judges is handed in.
 *
 * The resource is never recreated by us: Terraform destroys before it creates, so a recreated certificate would be revoked
 * before its successor lives.
 */
export type Decision =
  /** `note`: what follows later, to be said in a warning. */
  | { readonly act: "keep"; readonly note?: Note }
  /** `isRenewed`: SCM says that a renewal of it exists, which is looked for first. */
  | { readonly act: "enroll"; readonly because: string | null; readonly isRenewed?: boolean }
  /** SCM reissues it under the same id. */
  | { readonly act: "replace"; readonly because: string }
  /** `isOrdered`: somebody else renewed it already, so it only has to be found. `aside`: what else is to be said. */
  | {
      readonly act: "renew";
      readonly because: string;
      readonly isOrdered: boolean;
      readonly aside?: string;
    }
  | { readonly act: "await"; readonly status: string }
  /** `mayOrder`: it counts as an order. `note`: what may be ordered, where the plan knows already. */
  | { readonly act: "decideAtApply"; readonly mayOrder: boolean; readonly note?: Note }
  | Refusal;

interface Note {
  readonly summary: string;
  readonly detail: string;
}

export interface Refusal extends Note {
  readonly act: "refuse";
  readonly attribute?: string;
}

export interface Situation {
  /** Null when nothing is enrolled yet. */
  readonly current: CurrentCertificate | null;
  /** A successor that is ordered and not issued yet. `end`: SCM's word when it came to a bad end. */
  readonly pending: { readonly sslId: number; readonly end: string | null } | null;
  /** Order arguments whose new value asks for another certificate; not those that merely record what it already has. */
  readonly changed: readonly OrderChange[];
  /** An order argument is known only after apply. */
  readonly isOpen: boolean;
  /** Any argument is: what the user changes can't be told yet. */
  readonly isAnyOpen: boolean;
  /** The request's key is that of the revoked certificate; null when that can't be told, or nothing is revoked. */
  readonly isSameKey: boolean | null;
  readonly renewal: RenewalStanding;
  /** The user changed something, whatever it is. */
  readonly hasOtherChange: boolean;
  readonly wishes: {
    readonly onPending: string;
    readonly whenRevoked: string;
    readonly switchesLater: boolean;
  };
}

export interface CurrentCertificate extends LastSeen {
  /** For messages: its name, ssl_id and serial number. */
  readonly label: string;
  readonly status: string;
  readonly hasCertificate: boolean;
  readonly isExpired: boolean;
  readonly isKeyLost: boolean;
  readonly isRenewedOutside: boolean;
}
