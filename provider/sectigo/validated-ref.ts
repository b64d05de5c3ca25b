import { type ObjectOf, single, string } from "../framework/attribute.ts";

/** What a validated domain hands on to certificates: which one it is, and nothing that time changes. */
export const validatedMembers = {
  host: string({ is: "optional", doc: "Host of the SCM account." }),
  customer_uri: string({ is: "optional", doc: "Customer of the SCM account." }),
  domain: string({ is: "optional", doc: "The domain." }),
} as const;

export type ValidatedRef = ObjectOf<typeof validatedMembers>;

/** `validation` of a `sectigo_certificate`. */
export const validatedArgument = single(validatedMembers, {
  is: "optional",
  onChange: "record",
  doc: "A validated domain that the order waits for: `sectigo_domain_validated.shop.ref`. It only makes Terraform order afterwards; SCM itself checks the validations of all names.",
});
