import { type DerElement, DerFields, readWhole, TAG } from "./der.ts";
import { oidText } from "./der-values.ts";
import { malformed } from "./malformed.ts";

/**
 * Reads an Extensions structure, RFC 5280 §4.1.2.9.
 * @returns DER of each extension's value by dotted text; the first counts when one stands there twice
 */
export function readExtensions(element: DerElement): ReadonlyMap<string, Buffer> {
  const found = new Map<string, Buffer>();
  if (element.tag !== TAG.sequence) throw malformed("the list of extensions is missing");
  for (const extension of element.children) {
    const fields = new DerFields(extension);
    const oid = oidText(fields.next(TAG.oid, "an extension's type"));
    // "critical": concerns those who rely on a certificate, not those who deliver it
    fields.optional(TAG.boolean);
    const value = fields.next(TAG.octetString, "an extension's value").value;
    fields.end("an extension");
    if (!found.has(oid)) found.set(oid, value);
  }
  return found;
}

/** basicConstraints: whether the holder may issue certificates. Absent means no. RFC 5280 §4.2.1.9. */
export function readIsCa(value: Buffer | undefined): boolean {
  if (value === undefined) return false;
  const fields = new DerFields(readWhole(value));
  const flag = fields.optional(TAG.boolean);
  fields.optional(TAG.integer); // how many CAs may stand below
  fields.end("the basic constraints");
  return flag !== null && flag.value[0] !== 0;
}

/** subjectKeyIdentifier in lower-case hex, null when absent. RFC 5280 §4.2.1.2. */
export function readSubjectKeyId(value: Buffer | undefined): string | null {
  return value === undefined ? null : readWhole(value).value.toString("hex");
}

/** keyIdentifier of authorityKeyIdentifier in lower-case hex, null when absent. RFC 5280 §4.2.1.1. */
export function readAuthorityKeyId(value: Buffer | undefined): string | null {
  if (value === undefined) return null;
  return new DerFields(readWhole(value)).optional(TAG.context(0))?.value.toString("hex") ?? null;
}
