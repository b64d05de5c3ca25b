import type { Text } from "../base/words.ts";
/** Which class of error a refusal becomes; see core/base/errors.ts. */
export type RefusalKind =
  | "login"
  | "privilege"
  | "request"
  | "missing"
  | "state"
  | "rate"
  | "outage"
  | "contract";

/** What one of SCM's codes means, in our words. */
export interface Meaning {
  readonly kind: RefusalKind;
  /** With the kind as prefix this is the error's stable code. */
  readonly slug: string;
  /** Completes the sentence "*what was tried*: …". */
  readonly says: string;
  readonly hint: Text;
}
