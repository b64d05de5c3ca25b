import { ConfigError, quoted } from "../../../../core/index.ts";
import type { PlanAnswer, PlanRequest } from "../../../framework/resource.ts";
import { UNKNOWN, Unknown } from "../../../framework/value.ts";
import type { Connection } from "../../connection.ts";
import { refuseOtherAccount } from "../../other-account.ts";
import type { ValidatedRef } from "../../validated-ref.ts";
import type { ValidationRef } from "../../validation-ref.ts";
import type { DomainValidatedAttributes } from "./attributes.ts";

/** Only what the CA decides is unknown; `ref` is known as soon as the domain is. */
export async function planDomainValidated({
  planned,
  prior,
  api,
}: PlanRequest<DomainValidatedAttributes, Connection>): Promise<PlanAnswer<DomainValidatedAttributes>> {
  if (planned === null) return {};
  const { domain, validation } = planned;
  if (api !== null && validation !== null && !(validation instanceof Unknown)) {
    refuseOtherAccount(validation, api.identity, "validation");
    if (typeof domain === "string") refuseOtherDomain(validation, domain);
  }
  const ref = api === null || typeof domain !== "string" ? UNKNOWN : validatedRefOf(domain, api);
  if (prior !== null && !waitsOn(validation, prior.challenge)) return { set: { ref } };
  return { set: { ref, validated_on: UNKNOWN, expires: UNKNOWN, challenge: UNKNOWN } };
}

/** Whether another challenge than the verified one is to be verified, or may be. */
function waitsOn(validation: ValidationRef | Unknown | null, verified: string | null): boolean {
  return validation instanceof Unknown || verified === null || validation?.challenge !== verified;
}

export function validatedRefOf(domain: string, { identity }: Connection): ValidatedRef {
  return {
    host: identity.host,
    customer_uri: identity.customerUri,
    domain,
  };
}

/** @throws ConfigError `config.other_domain` */
export function refuseOtherDomain({ domain: started }: ValidationRef, domain: string): void {
  if (started === null || started.toLowerCase() === domain.toLowerCase()) return;
  throw new ConfigError(`wait for domain ${quoted(domain)}: the validation is of ${quoted(started)}`, {
    code: "config.other_domain",
    path: "validation",
    hint: "Take `domain` and `validation` from the same `sectigo_domain_validation`.",
  });
}
