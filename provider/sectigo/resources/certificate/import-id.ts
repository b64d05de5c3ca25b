import { quoted, RequestError } from "../../../../core/index.ts";

/**
 * `terraform import sectigo_certificate.x 12345`: SCM's id of the certificate.
 * @throws RequestError naming the form that is expected
 */
export function importId(id: string): { readonly ssl_id: number } {
  if (/^[1-9]\d{0,14}$/.test(id)) return { ssl_id: Number(id) };
  const isSerial = id.startsWith("serial:");
  const found = isSerial
    ? "this release can't import by serial number"
    : `${quoted(id)} is no SCM certificate id`;
  throw new RequestError(`import a certificate: ${found}`, {
    code: "request.import_id",
    hint: "Give its sslId as digits, for example 12345: SCM shows it in the certificate's details, and its REST API calls it sslId.",
  });
}
