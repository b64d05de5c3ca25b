import { createPublicKey, generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import { bitString, element, objectIdentifier, sequence, unsignedInteger } from "./der.ts";
import { encodeName } from "./names.ts";
import { toPem } from "./pem.ts";

/** Key kinds a CSR can be asked for. */
export type KeyKind = "P-256" | "P-384" | "P-521" | "RSA-1024" | "RSA-2048";

const SIGNATURES = { ec: "1.2.840.10045.4.3.2", rsa: "1.2.840.113549.1.1.11" };

/**
 * A CSR (PKCS#10, RFC 2986) with a fresh key or this one, PEM: for tests, and for acts in SCM's own pages.
 * @param commonName several make a subject with several common names, as Active Directory writes them
 */
export function makeCsr(
  commonName: string | readonly string[],
  kind: KeyKind | KeyObject = "P-256",
): { csr: string; privateKey: KeyObject } {
  const commonNames = (typeof commonName === "string" ? [commonName] : commonName).filter(
    (name) => name !== "",
  );
  const privateKey = typeof kind === "string" ? makeKey(kind) : kind;
  const publicKey = createPublicKey(privateKey);
  const isRsa = privateKey.asymmetricKeyType === "rsa";
  const info = sequence(
    unsignedInteger(Buffer.from([0])),
    encodeName(commonNames.length === 0 ? [["O", "Nameless"]] : commonNames.map((name) => ["CN", name])),
    publicKey.export({ format: "der", type: "spki" }),
    element(0xa0),
  );
  const algorithm = sequence(objectIdentifier(isRsa ? SIGNATURES.rsa : SIGNATURES.ec));
  const der = sequence(info, algorithm, bitString(sign("sha256", info, privateKey)));
  return { csr: toPem("CERTIFICATE REQUEST", der), privateKey };
}

function makeKey(kind: KeyKind): KeyObject {
  return kind.startsWith("RSA")
    ? generateKeyPairSync("rsa", { modulusLength: Number(kind.slice(4)) }).privateKey
    : generateKeyPairSync("ec", { namedCurve: kind }).privateKey;
}
