import { RequestError } from "../../../../core/index.ts";

/**
 * `terraform import sectigo_certificate.x 12345`: SCM's id of the certificate.
 * @throws RequestError naming the form that is expected
 */
export function importId(id: string): { readonly ssl_id: number } {
  const number = /^[1-9]\d{0,14}$/.test(id) ? Number(id) : null;
  if (number !== null) return { ssl_id: number };
  throw new RequestError(
    `import a certificate: ${JSON.stringify(id.slice(0, 60))} is no SCM certificate id`,
    {
      code: "request.import_id",
      hint: "Give the sslId as digits, for example 12345. SCM shows it in the certificate's details, and data of its REST API calls it sslId.",
    },
  );
}
