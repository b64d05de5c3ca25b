import { normalizeSerial, quoted, RequestError } from "../../../../core/index.ts";

/** Colons, or too many digits for an id of SCM's. */
const PLAIN_SERIAL = /^(?:[0-9a-f]{1,2}(?::[0-9a-f]{1,2})+|(?=.*[a-f])[0-9a-f]{16,40}|[0-9a-f]{20,40})$/i;

/**
 * `terraform import sectigo_certificate.x 12345`: SCM's id of the certificate; or its serial number, with or without colons
 * and `serial:` before it, which the read that follows looks up.
 * @throws RequestError naming the forms that are expected
 */
export function importId(id: string): { readonly ssl_id: number } | { readonly serial_number: string } {
  if (/^[1-9]\d{0,14}$/.test(id)) return { ssl_id: Number(id) };
  if (PLAIN_SERIAL.test(id)) return { serial_number: normalizeSerial(id) };
  const [, serial] = /^serial:\s*((?:[0-9a-f]{1,2}[:\s]?)+)$/i.exec(id) ?? [];
  if (serial !== undefined) return { serial_number: normalizeSerial(serial) };
  throw new RequestError(
    `import a certificate: ${quoted(id)} is neither an SCM certificate id nor a serial number`,
    {
      code: "request.import_id",
      hint:
        "Give its sslId as digits, for example 12345 (SCM shows it in the certificate's details, and its REST API calls it " +
        "sslId), or its serial number, for example serial:4F0A77.",
    },
  );
}
