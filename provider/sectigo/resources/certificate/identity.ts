import { integer } from "../../../framework/attribute.ts";
import type { Identity } from "../../../framework/identity.ts";
import type { CertificateAttributes } from "./attributes.ts";

const attributes = {
  ssl_id: integer({ is: "required", doc: "SCM's id of the certificate (sslId)." }),
} as const;

/** One number tells certificates of an account apart. It is another one after a renewal: the resource lives on, its certificate does not. */
export const certificateIdentity: Identity<CertificateAttributes, typeof attributes> = {
  version: 0,
  attributes,
  mayChange: true,
  of: ({ ssl_id }) => (ssl_id === null ? null : { ssl_id }),
  find: ({ ssl_id }) => ({ ssl_id }),
};
