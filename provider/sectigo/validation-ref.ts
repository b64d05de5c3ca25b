import { type ObjectOf, single, string } from "../framework/attribute.ts";
import { computedMembers } from "./computed-members.ts";

/**
 * What a started validation hands on to the resource that waits for it. Every member is optional where it is accepted,
 * so that states of different releases fit together.
 */
const members = {
  host: string({ is: "optional", doc: "Host of the SCM account." }),
  customer_uri: string({ is: "optional", doc: "Customer of the SCM account." }),
  domain: string({ is: "optional", doc: "The domain." }),
  method: string({ is: "optional", doc: "How control is proved." }),
  email: string({ is: "optional", doc: "Who gets Sectigo's mail, with the method `email`." }),
  dns_connector_id: string({ is: "optional", doc: "SCM's DNS connector, with the method `dns_connector`." }),
  dns_provider: string({ is: "optional", doc: "Provider that the DNS connector is to use." }),
  challenge: string({
    is: "optional",
    doc: "Tells one start from the next; null where the challenge is void.",
  }),
} as const;

/** A validation's `ref` as others see it; members that another release does not know are null. */
export type ValidationRef = ObjectOf<typeof members>;

/** `ref` of a `sectigo_domain_validation`. */
export const validationRef = single(computedMembers(members), {
  is: "computed",
  keep: true,
  doc: "What `sectigo_domain_validated` takes, as a whole: `validation = sectigo_domain_validation.shop.ref`.",
});

/** `validation` of a `sectigo_domain_validated`. */
export const validationArgument = single(members, {
  is: "required",
  onChange: "update",
  doc: "The validation that was started, as a whole: `sectigo_domain_validation.shop.ref`.",
});
