import { type DerElement, DerFields, readChildren, readWhole, TAG } from "./der.ts";
import { oidText } from "./der-values.ts";

/**
 * Reads an Extensions structure, RFC 5280 §4.1.2.9.
 * @returns DER of each extension's value by dotted text; the first counts when one stands there twice
 */
export function readExtensions(element: DerElement): ReadonlyMap<string, Buffer> {
  const found = new Map<string, Buffer>();
  for (const extension of readChildren(element)) {
    const fields = new DerFields(extension);
    const oid = oidText(fields.next(TAG.oid, "an extension's type"));
    fields.optional(TAG.boolean); // "critical": concerns those who rely on a certificate, not those who deliver it
    const value = fields.next(TAG.octetString, "an extension's value").value;
    if (!found.has(oid)) found.set(oid, value);
  }
  return found;
}

/** basicConstraints: whether the holder may issue certificates. Absent means no. RFC 5280 §4.2.1.9. */
export function readIsCa(value: Buffer | undefined): boolean {
  if (value === undefined) return false;
  const flag = new DerFields(readWhole(value)).optional(TAG.boolean);
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
