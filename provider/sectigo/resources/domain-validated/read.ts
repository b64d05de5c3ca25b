import { quoted } from "../../../../core/index.ts";
import type { Operation, Stored } from "../../../framework/resource.ts";
import { type Connection, waitOf } from "../../connection.ts";
import { refuseOtherAccountOfState } from "../../other-account.ts";
import type { DomainValidatedAttributes } from "./attributes.ts";

type StoredValidated = Stored<DomainValidatedAttributes>;

/**
 * Finds validations that were made again or taken away outside. One that merely ended stays as it is: that follows from
 * `expires`, and time alone is not drift.
 */
export async function readDomainValidated({
  state,
  ...operation
}: Operation<Connection> & { readonly state: StoredValidated }): Promise<StoredValidated> {
  const { api } = operation;
  const { domain, ref } = state;
  if (domain === null) return state;
  if (ref !== null) refuseOtherAccountOfState(ref, api.identity, `read the validation of ${quoted(domain)}`);
  const status = await api.catalog.validationStatus(domain, waitOf(operation));
  if (status.status === "VALIDATED")
    return { ...state, validated_on: status.validated, expires: status.expires };
  if (status.status === "EXPIRED") return state;
  return { ...state, validated_on: null, expires: null, challenge: null };
}
