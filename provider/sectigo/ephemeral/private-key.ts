import { generatePrivateKey, privateKeyPem, publicKeyPem } from "../../../core/index.ts";
import { integer, string } from "../../framework/attribute.ts";
import { offlineEphemeralResource } from "../../framework/ephemeral-resource.ts";
import { judgeKeyKind, KEY_KIND_DOCS, keySpec } from "../key-kind.ts";

/**
 * `ephemeral sectigo_private_key`: a key that no state, plan or log ever holds.
 *
 * It makes no CSR: an ephemeral value can't become `csr_pem`, and `private_key_wo` of a certificate signs its own.
 */
export const privateKeyEphemeral = offlineEphemeralResource(
  "private_key",
  {
    doc: "Makes a private key in memory, a new one whenever Terraform opens it: in each plan and again in the apply. Give it to write-only arguments, such as `private_key_wo` of a certificate and the secret of a vault, in one apply: both get the same key then. Needs no connection to SCM.",
    timeoutMs: 60_000,
    attributes: {
      algorithm: string({ is: "optional", orElse: "RSA", doc: KEY_KIND_DOCS.algorithm }),
      rsa_bits: integer({ is: "optional", doc: KEY_KIND_DOCS.rsa_bits }),
      ecdsa_curve: string({ is: "optional", doc: KEY_KIND_DOCS.ecdsa_curve }),
      private_key_pem: string({
        is: "computed",
        sensitive: true,
        doc: "The private key, unencrypted PKCS#8 in PEM.",
      }),
      public_key_pem: string({
        is: "computed",
        doc: "Its public key (SubjectPublicKeyInfo) in PEM; ephemeral like the key.",
      }),
    },
  },
  {
    validate: (config) => judgeKeyKind(config),
    async open({ config }) {
      const key = await generatePrivateKey(keySpec(config));
      return {
        result: {
          ...config,
          private_key_pem: privateKeyPem(key),
          public_key_pem: publicKeyPem(key.publicKey),
        },
      };
    },
  },
);
