import { keyText, readCertificatePem } from "../../../core/index.ts";
import {
  nullable,
  parameter,
  providerFunction,
  record,
  sequence,
  text,
  truth,
} from "../../framework/function.ts";
import { instantText } from "../instant-text.ts";
import { readArgument } from "./read-argument.ts";

/** `provider::sectigo::parse_certificate(pem)`: what a certificate says, under the names that `sectigo_certificate` uses. */
export const parseCertificate = providerFunction(
  "parse_certificate",
  {
    summary: "Reads a certificate",
    doc: "Reads one X.509 certificate in PEM. Answers `subject` and `issuer` (RFC 4514, most specific part first), `common_name` (null when there is none), `subject_alternative_names` (a set in canonical form: DNS names in lower case and A-labels), `serial_number` (upper-case hexadecimal), `not_before` and `not_after` (RFC 3339, UTC), `key_type` in SCM's words (`RSA 2048`, `EC P-256`), `public_key_sha256` (of its SubjectPublicKeyInfo: equal to that of a CSR with the same key), `fingerprint_sha256` (both lower-case hexadecimal) and `is_ca`. It judges nothing: neither the signature nor whether it has expired.",
    parameters: { pem: parameter(text, { doc: "One certificate, PEM." }) },
    returns: record({
      subject: text,
      common_name: nullable(text),
      issuer: text,
      serial_number: text,
      not_before: text,
      not_after: text,
      subject_alternative_names: sequence("set", text),
      key_type: text,
      public_key_sha256: text,
      fingerprint_sha256: text,
      is_ca: truth,
    }),
  },
  ({ pem }, { refuse }) => {
    const certificate = readArgument(
      () => readCertificatePem(pem),
      (problem) => refuse("pem", problem),
    );
    const { subject, issuer, publicKey, names } = certificate;
    return {
      subject: subject.text,
      common_name: subject.commonName,
      issuer: issuer.text,
      serial_number: certificate.serialNumber,
      not_before: instantText(certificate.notBefore),
      not_after: instantText(certificate.notAfter),
      subject_alternative_names: nameTexts(names),
      key_type: keyText(publicKey.description),
      public_key_sha256: publicKey.sha256,
      fingerprint_sha256: certificate.fingerprintSha256,
      is_ca: certificate.isCa,
    };
  },
);

/** Names of two kinds may have one text, which a set holds once. */
export function nameTexts(names: readonly { readonly value: string }[]): readonly string[] {
  return [...new Set(names.map(({ value }) => value))];
}
