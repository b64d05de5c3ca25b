import { RequestError, readCertificatePem } from "../../../../core/index.ts";
import { integer, string } from "../../../framework/attribute.ts";
import type { Identity } from "../../../framework/identity.ts";
import type { CertificateAttributes } from "./attributes.ts";

const attributes = {
  ssl_id: integer({ is: "optional", doc: "SCM's id of the certificate (sslId). This or `certificate_pem`." }),
  certificate_pem: string({
    is: "optional",
    doc: "For an import only: the certificate, PEM, which is found in SCM by its serial number.",
  }),
} as const;

/** One number tells certificates of an account apart. It is another one after a renewal: the resource lives on, its certificate does not. */
export const certificateIdentity: Identity<CertificateAttributes, typeof attributes> = {
  version: 0,
  attributes,
  mayChange: true,
  of: ({ ssl_id }) => (ssl_id === null ? null : { ssl_id, certificate_pem: null }),
  find: ({ ssl_id, certificate_pem: pem }) => {
    if (ssl_id !== null && pem === null) return { ssl_id };
    if (ssl_id === null && pem !== null) return { serial_number: readCertificatePem(pem).serialNumber };
    const given = pem === null ? "neither ssl_id nor certificate_pem" : "both ssl_id and certificate_pem";
    throw new RequestError(`import a certificate: its identity has ${given}`, {
      ...{ code: "request.import_identity", hint: "Give one of them." },
    });
  },
};
