import { makePkcs12, readCertificatePem, readCertificatesPem, readPrivateKey } from "../../../core/index.ts";
import { string } from "../../framework/attribute.ts";
import { offlineEphemeralResource } from "../../framework/ephemeral-resource.ts";
import { unreadable } from "../readable.ts";

const notEmpty = (value: string): string | null => (value === "" ? "it must not be empty" : null);

/** `ephemeral sectigo_pkcs12`: key, certificate and chain in one encrypted file that no state, plan or log ever holds. */
export const pkcs12Ephemeral = offlineEphemeralResource(
  "pkcs12",
  {
    doc: "Packs a private key with its certificate and chain into a PKCS#12 file (`.p12`, `.pfx`) in memory: AES-256-CBC with PBKDF2 and HMAC-SHA-256, which OpenSSL 1.1, Java 8u301 and Windows 10 1709 and their successors open. Refuses a key that is not the certificate's. The file differs whenever Terraform opens it. Needs no connection to SCM.",
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
    validate: (config) => [
      ...unreadable("private_key_pem", config.private_key_pem, readPrivateKey),
      ...unreadable("certificate_pem", config.certificate_pem, readCertificatePem),
      ...unreadable("chain_pem", config.chain_pem || null, readCertificatesPem),
    ],
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
