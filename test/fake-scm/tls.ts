import { createHash, generateKeyPairSync, randomBytes } from "node:crypto";
import type { CertificateAuthority, LeafPurpose } from "./ca.ts";
import type { ClientCertificate } from "./tenant.ts";
import { toPem } from "./x509/pem.ts";

const YEAR_MS = 365 * 86_400_000;

/** Certificate and key of the fake's own TLS server, for 127.0.0.1 and localhost. */
export function serverCertificate(authority: CertificateAuthority, realNow: number): ClientCertificate {
  return make(authority, { name: "localhost", names: ["localhost", "127.0.0.1"], purpose: "ssl", realNow });
}

/** Certificate and key for an administrator to sign in with. */
export function loginCertificate(
  authority: CertificateAuthority,
  login: string,
  realNow: number,
): ClientCertificate {
  return make(authority, { name: login, names: [], purpose: "device", realNow });
}

type Order = {
  readonly name: string;
  readonly names: readonly string[];
  readonly purpose: LeafPurpose;
  /** The system's time: TLS stacks judge by it, whatever the fake's clock says. */
  readonly realNow: number;
};

function make(authority: CertificateAuthority, order: Order): ClientCertificate {
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const serial = createHash("sha256").update(randomBytes(16)).digest("hex").slice(0, 30).toUpperCase();
  const der = authority.issue({
    subject: [["CN", order.name]],
    spki: publicKey.export({ format: "der", type: "spki" }),
    serial,
    notBefore: order.realNow - YEAR_MS,
    notAfter: order.realNow + YEAR_MS,
    subjectAlternativeNames: order.names,
    purpose: order.purpose,
  });
  const chain = [der, ...authority.intermediates.toReversed()];
  return {
    serial,
    der,
    certificatePem: `${chain.map((part) => toPem("CERTIFICATE", part)).join("\n")}\n`,
    keyPem: privateKey.export({ format: "pem", type: "pkcs8" }).toString(),
  };
}
