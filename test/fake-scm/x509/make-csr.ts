import { generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import { bitString, element, objectIdentifier, sequence, unsignedInteger } from "./der.ts";
import { encodeName } from "./names.ts";
import { toPem } from "./pem.ts";

/** Key kinds a CSR can be asked for. */
export type KeyKind = "P-256" | "P-384" | "P-521" | "RSA-1024" | "RSA-2048";

const SIGNATURES = { ec: "1.2.840.10045.4.3.2", rsa: "1.2.840.113549.1.1.11" };

/** A CSR (PKCS#10, RFC 2986) with a fresh key, PEM: for tests, and for whoever acts in SCM's own pages. */
export function makeCsr(commonName: string, kind: KeyKind = "P-256"): { csr: string; privateKey: KeyObject } {
  const isRsa = kind.startsWith("RSA");
  const { privateKey, publicKey } = isRsa
    ? generateKeyPairSync("rsa", { modulusLength: Number(kind.slice(4)) })
    : generateKeyPairSync("ec", { namedCurve: kind });
  const info = sequence(
    unsignedInteger(Buffer.from([0])),
    encodeName(commonName === "" ? [["O", "Nameless"]] : [["CN", commonName]]),
    publicKey.export({ format: "der", type: "spki" }),
    element(0xa0),
  );
  const algorithm = sequence(objectIdentifier(isRsa ? SIGNATURES.rsa : SIGNATURES.ec));
  const der = sequence(info, algorithm, bitString(sign("sha256", info, privateKey)));
  return { csr: toPem("CERTIFICATE REQUEST", der), privateKey };
}
