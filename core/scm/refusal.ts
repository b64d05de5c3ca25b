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
import type { Meaning } from "./meaning.ts";

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
