import { single, string } from "../../../framework/attribute.ts";
import { filled } from "../../checks.ts";
import { computedMembers } from "../../computed-members.ts";
import { validatedMembers } from "../../validated-ref.ts";
import { validationArgument } from "../../validation-ref.ts";

/** What a `sectigo_domain_validated` has. */
export const domainValidatedAttributes = {
  domain: string({
    is: "required",
    onChange: "recreate",
    same: (one, other) => one.toLowerCase() === other.toLowerCase(),
    doc: "The domain: `sectigo_domain_validation.shop.domain`. It is known in every plan, also in those that start a new challenge, so that certificates which depend on it see no change then.",
    checks: [filled],
  }),
  validation: validationArgument,
  validated_on: string({
    is: "computed",
    keep: true,
    nullable: true,
    doc: "When the CA verified control: a day, or an RFC 3339 instant where SCM tells one.",
  }),
  expires: string({
    is: "computed",
    keep: true,
    nullable: true,
    doc: "Until when orders may rest on it, in the same form; null where SCM does not tell.",
  }),
  challenge: string({
    is: "computed",
    keep: true,
    nullable: true,
    doc: "The challenge that was verified. While it differs from that of `validation`, plans wait on.",
  }),
  ref: single(computedMembers(validatedMembers), {
    is: "computed",
    keep: true,
    doc: "What certificates take, as a whole: `validation = sectigo_domain_validated.shop.ref`. A renewal of the validation changes nothing in it.",
  }),
} as const;

export type DomainValidatedAttributes = typeof domainValidatedAttributes;
