import { type CertificateDetails, readComments } from "../../../core/index.ts";
import { integer, list, map, string, text } from "../../framework/attribute.ts";
import { dataSource } from "../../framework/data-source.ts";
import { type Connection, waitOf } from "../connection.ts";
import { readDetails } from "../read-details.ts";
import { stableStatus } from "../resources/certificate/state.ts";
import { collectValues } from "./certificate/collect-values.ts";
import { type CertificateKey, findCertificate, judgeKey } from "./certificate/find-certificate.ts";

const result = (doc: string) => ({ is: "computed", nullable: true, doc }) as const;

/** `data.sectigo_certificate`: one certificate that something else manages. */
export const certificateDataSource = dataSource<Connection>()(
  "certificate",
  {
    doc: "A certificate that SCM has, managed here or not: its record, and the certificate with its chain. One of `ssl_id`, `serial_number` and `common_name` names it.",
    timeoutMs: 60_000,
    attributes: {
      ssl_id: integer({ is: "optionalComputed", doc: "SCM's id of the certificate (sslId)." }),
      serial_number: string({
        is: "optionalComputed",
        doc: "Serial number, hexadecimal: as it was given, else upper-case without separators. Null while pending.",
      }),
      common_name: string({
        is: "optionalComputed",
        doc: "Common name. As an argument: of a certificate with status `Issued`; exactly one may have it.",
      }),
      status: string({
        is: "computed",
        doc: "As `status` of `sectigo_certificate`; `Issued` also when expired.",
      }),
      organization_id: integer(result("SCM organization or department.")),
      scm_profile_id: integer(result("SCM profile; null for some that were discovered or uploaded.")),
      subject_alternative_names: list(text, {
        is: "computed",
        doc: "Names besides the common name, in SCM's order.",
      }),
      term_days: integer(result("Validity that was asked for, days.")),
      comments: string(result("Free text kept with it, without the lines that tell whose order it is.")),
      custom_fields: map(text, { is: "computed", doc: "Values of SCM custom fields by name." }),
      not_before: string(result("Start of validity, RFC 3339, UTC.")),
      not_after: string(result("End of validity, RFC 3339, UTC.")),
      issuer: string(result("Distinguished name of the issuer, RFC 4514.")),
      certificate_pem: string(
        result("The certificate, PEM; null while pending, and when SCM does not hand it out any more."),
      ),
      chain_pem: string(result("Its intermediate certificates in issuing order, PEM.")),
      full_chain_pem: string(result("The certificate followed by its chain, PEM.")),
      fingerprint_sha256: string(result("SHA-256 of the certificate, lower-case hexadecimal.")),
    },
  },
  {
    validate: judgeKey,
    async read(request) {
      const wait = waitOf(request);
      const sslId = await findCertificate(request.api.client, request.config, wait);
      const details = await readDetails(request.api, sslId, { wait, purpose: PURPOSE });
      const values = { ...recordValues(details), ...(await collectValues(request, details, wait)) };
      // What was given stays as it was written.
      const { serial_number = values.serial_number, common_name = values.common_name } = given(
        request.config,
      );
      return { ...values, serial_number, common_name };
    },
  },
);

function given(config: CertificateKey): { serial_number?: string; common_name?: string } {
  const { serial_number, common_name } = config;
  return { ...(serial_number !== null && { serial_number }), ...(common_name !== null && { common_name }) };
}

const PURPOSE = {
  what: "read certificate",
  hint: "Check the id, and which organizations the administrator may see.",
};

function recordValues(details: CertificateDetails) {
  const fields = details.customFields.filter(({ value }) => value !== "");
  return {
    ssl_id: details.sslId,
    common_name: details.commonName,
    status: stableStatus(details.status),
    organization_id: details.organizationId,
    scm_profile_id: details.scmProfile?.scmProfileId ?? null,
    subject_alternative_names: details.subjectAlternativeNames,
    term_days: details.termDays,
    comments: readComments(details.comments).comment,
    custom_fields: Object.fromEntries(fields.map(({ name, value }) => [name, value])),
  };
}
