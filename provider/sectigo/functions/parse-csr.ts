import { isServerName, keyText, readCsr, refuseUnclear } from "../../../core/index.ts";
import {
  nullable,
  parameter,
  providerFunction,
  record,
  sequence,
  text,
  truth,
} from "../../framework/function.ts";
import { nameTexts } from "./parse-certificate.ts";
import { readArgument } from "./read-argument.ts";

/** `provider::sectigo::parse_csr(pem)`: what a certificate request asks for. */
export const parseCsr = providerFunction(
  "parse_csr",
  {
    summary: "Reads a certificate request (CSR)",
    doc: "Reads one PKCS#10 request in PEM. Answers `subject` (RFC 4514; empty when there is none), `common_name` (null when there is none), `subject_alternative_names` (a set of host names and IP addresses in canonical form; the common name only where it stands among them; other kinds, which a server certificate can't have, are left out), `key_type` in SCM's words (`RSA 2048`, `EC P-256`), `public_key_sha256` (of its SubjectPublicKeyInfo, lower-case hexadecimal: equal to that of a certificate with the same key), `signature_hash` (`sha256`; null when the algorithm has none of its own) and `is_signature_valid`: whether it was signed with the key it holds. A request that two readers may read differently, such as one with several common names, is refused; so is one with a challenge password, which is a secret.",
    parameters: { pem: parameter(text, { doc: "One certificate request, PEM." }) },
    returns: record({
      subject: text,
      common_name: nullable(text),
      subject_alternative_names: sequence("set", text),
      key_type: text,
      public_key_sha256: text,
      signature_hash: nullable(text),
      is_signature_valid: truth,
    }),
  },
  ({ pem }, { refuse }) => {
    const csr = readArgument(
      () => {
        const read = readCsr(pem);
        refuseUnclear(read);
        return read;
      },
      (problem) => refuse("pem", problem),
    );
    return {
      subject: csr.subject,
      common_name: csr.commonName,
      subject_alternative_names: nameTexts(csr.names.filter(isServerName)),
      key_type: keyText(csr.key),
      public_key_sha256: csr.publicKeySha256,
      signature_hash: csr.signatureHash,
      is_signature_valid: csr.verify(),
    };
  },
);
