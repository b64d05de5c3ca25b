import {
  challengeId,
  type DcvChallenge,
  publicationOf,
  type ValidationMethod,
} from "../../../../core/index.ts";
import type { Config, State, Stored } from "../../../framework/resource.ts";
import type { AccountIdentity } from "../../connection.ts";
import type { ValidationRef } from "../../validation-ref.ts";
import type { DomainValidationAttributes } from "./attributes.ts";

export type ValidationConfig = Config<DomainValidationAttributes>;
export type ValidationState = State<DomainValidationAttributes>;
export type StoredValidation = Stored<DomainValidationAttributes>;

/** The method of a configuration, which was judged before. */
export function methodOf({ method }: { readonly method: string | null }): ValidationMethod {
  return method as ValidationMethod;
}

/**
 * What stands in state after a start.
 * @param startedAt tells starts apart whose challenge SCM does not show
 */
export function startedValues(
  config: ValidationConfig,
  challenge: DcvChallenge,
  { identity, startedAt }: { readonly identity: AccountIdentity; readonly startedAt: Date },
): ValidationState {
  const { record, file, emails } = publicationOf(methodOf(config), challenge);
  const id = challengeId(challenge) ?? `started ${startedAt.toISOString()}`;
  return {
    ...config,
    record,
    file,
    emails: emails.map((address) => ({ address })),
    ref: refOf(config, id, identity),
  };
}

export function refOf(
  config: Pick<ValidationConfig, "domain" | "method" | "email" | "dns_connector_id" | "dns_provider">,
  challenge: string | null,
  identity: AccountIdentity,
): ValidationRef {
  const { domain, method, email, dns_connector_id, dns_provider } = config;
  return {
    host: identity.host,
    customer_uri: identity.customerUri,
    ...{ domain, method, email, dns_connector_id, dns_provider, challenge },
  };
}

/** The state of a challenge that nothing can be proved with any more: nothing of it is worth publishing. */
export function voided(state: StoredValidation): StoredValidation {
  const ref = state.ref === null ? null : { ...state.ref, challenge: null };
  return { ...state, record: null, file: null, emails: [], ref };
}
