import {
  ContractError,
  type ErrorFacts,
  LoginError,
  NotFoundError,
  OutageError,
  PrivilegeError,
  RateError,
  RequestError,
  type SectigoError,
  StateError,
} from "../base/errors.ts";
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

type FactsWithoutCode = Omit<ErrorFacts, "code">;

/** Makes the error of the class that a meaning names; the code's prefix is the kind. */
export function refusalError(
  what: string,
  meaning: Meaning,
  facts: FactsWithoutCode & { readonly retryAfterMs: number | null },
): SectigoError {
  const { kind, slug } = meaning;
  const { retryAfterMs, ...rest } = facts;
  switch (kind) {
    case "login":
      return new LoginError(what, { ...rest, code: `login.${slug}` });
    case "privilege":
      return new PrivilegeError(what, { ...rest, code: `privilege.${slug}` });
    case "request":
      return new RequestError(what, { ...rest, code: `request.${slug}` });
    case "missing":
      return new NotFoundError(what, { ...rest, code: `missing.${slug}` });
    case "state":
      return new StateError(what, { ...rest, code: `state.${slug}` });
    case "rate":
      return new RateError(what, { ...rest, code: `rate.${slug}` }, retryAfterMs);
    case "outage":
      return new OutageError(what, { ...rest, code: `outage.${slug}` });
    case "contract":
      return new ContractError(what, { ...rest, code: `contract.${slug}` });
  }
}
