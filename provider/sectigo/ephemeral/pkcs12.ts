import {
  keyText,
  makePkcs12,
  readCertificatePem,
  readCertificatesPem,
  readPrivateKey,
  sameKey,
} from "../../../core/index.ts";
import { string } from "../../framework/attribute.ts";
import { type Diagnostic, error, hasError } from "../../framework/diagnostics.ts";
import { offlineEphemeralResource } from "../../framework/ephemeral-resource.ts";
import { path } from "../../framework/path.ts";
import { Unknown } from "../../framework/value.ts";
import { unreadable } from "../readable.ts";

const notEmpty = (value: string): string | null => (value === "" ? "it must not be empty" : null);

/** `ephemeral sectigo_pkcs12`: key, certificate and chain in one encrypted file that no state, plan or log ever holds. */
export const pkcs12Ephemeral = offlineEphemeralResource(
  "pkcs12",
  {
    doc: "Packs a private key with its certificate and chain into a PKCS#12 file (`.p12`, `.pfx`) in memory: AES-256-CBC with PBKDF2 and HMAC-SHA-256, which OpenSSL 1.1, Java 8u301 and Windows 10 1709 and their successors open. Refuses a key that is not the certificate's, so the key must be the same in every run: from a vault's ephemeral resource, an ephemeral variable, or `private_key_pem` of a certificate that keeps its key in state. The file differs whenever Terraform opens it. Needs no connection to SCM.",
    timeoutMs: 60_000,
    attributes: {
      private_key_pem: string({
        is: "required",
        sensitive: true,
        doc: "Unencrypted private key, RSA or EC, PEM.",
      }),
      certificate_pem: string({ is: "required", doc: "The key's certificate, PEM." }),
      chain_pem: string({
        is: "optional",
        doc: "Its intermediate certificates, PEM, in any order; the root may be among them. `chain_pem` and `full_chain_pem` of a certificate both fit.",
      }),
      password: string({
        is: "required",
        sensitive: true,
        checks: [notEmpty],
        doc: "Opens the file. Plain ASCII is what all programs agree on.",
      }),
      friendly_name: string({
        is: "optional",
        checks: [notEmpty],
        doc: "Name of the entry in the file: Java's alias.",
      }),
      content_base64: string({
        is: "computed",
        sensitive: true,
        doc: "The file in base64, without line breaks.",
      }),
    },
  },
  {
    validate: (config) => {
      const faults = [
        ...unreadable("private_key_pem", config.private_key_pem, readPrivateKey),
        ...unreadable("certificate_pem", config.certificate_pem, readCertificatePem),
        ...unreadable("chain_pem", config.chain_pem || null, readCertificatesPem),
      ];
      return hasError(faults) ? faults : mismatch(config.private_key_pem, config.certificate_pem);
    },
    async open({ config }) {
      const file = await makePkcs12({
        key: readPrivateKey(config.private_key_pem),
        certificate: readCertificatePem(config.certificate_pem),
        // A certificate without intermediates has an empty chain.
        chain: config.chain_pem ? readCertificatesPem(config.chain_pem) : [],
        password: config.password,
        friendlyName: config.friendly_name,
      });
      return { result: { ...config, content_base64: file.toString("base64") } };
    },
  },
);

/** Terraform asks again with all values known before it opens anything, so this is where users meet it. */
function mismatch(keyPem: string | Unknown, certificatePem: string | Unknown): readonly Diagnostic[] {
  if (keyPem instanceof Unknown || certificatePem instanceof Unknown) return [];
  const [mine, theirs] = [readPrivateKey(keyPem).publicKey, readCertificatePem(certificatePem).publicKey];
  if (sameKey(mine, theirs)) return [];
  const found = `The key is ${keyText(mine.description)}, the certificate's is ${keyText(theirs.description)}.`;
  const remedy =
    "Give the key whose request the certificate was issued for. A sectigo_private_key is another one whenever it is opened: store it where an ephemeral resource can read it back, and give that.";
  const summary = "private_key_pem is not the key of certificate_pem";
  return [error(summary, `${found} ${remedy}`, path("private_key_pem"))];
}
