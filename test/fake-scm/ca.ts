import { createHash, generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import {
  bitString,
  booleanTrue,
  childAt,
  element,
  explicitTag,
  objectIdentifier,
  octetString,
  readElement,
  sequence,
  time,
  unsignedInteger,
} from "./x509/der.ts";
import { encodeGeneralName, encodeName, type NameAttribute } from "./x509/names.ts";

/** What a leaf is for; decides its extended key usage. */
export type LeafPurpose = "ssl" | "client" | "device";

/** All that goes into one leaf certificate. Instants in epoch milliseconds, both ends inclusive (RFC 5280 4.1.2.5). */
export type LeafOrder = {
  readonly subject: readonly NameAttribute[];
  /** SubjectPublicKeyInfo, DER. */
  readonly spki: Buffer;
  /** Upper-case hex, two digits per octet. */
  readonly serial: string;
  readonly notBefore: number;
  readonly notAfter: number;
  readonly subjectAlternativeNames: readonly string[];
  readonly purpose: LeafPurpose;
};

type Authority = {
  readonly name: readonly NameAttribute[];
  readonly key: KeyObject;
  readonly spki: Buffer;
  readonly keyId: Buffer;
  readonly der: Buffer;
};

const ECDSA_SHA256 = sequence(objectIdentifier("1.2.840.10045.4.3.2"));
const EXTENDED_USAGES: Readonly<Record<LeafPurpose, readonly string[]>> = {
  ssl: ["1.3.6.1.5.5.7.3.1"],
  client: ["1.3.6.1.5.5.7.3.4", "1.3.6.1.5.5.7.3.2"],
  device: ["1.3.6.1.5.5.7.3.2"],
};
const YEAR_MS = 365 * 86_400_000;

/**
 * A private certification authority of three levels (root, policy, issuing), made anew at each start so that nobody
 * comes to depend on it. P-256 keys: three of them take a millisecond.
 */
export class CertificateAuthority {
  readonly #root: Authority;
  readonly #policy: Authority;
  readonly #issuing: Authority;
  readonly #window: { readonly notBefore: number; readonly notAfter: number };
  #stray: Buffer | undefined;
  #cross: { readonly olderRoot: Buffer; readonly certificate: Buffer } | undefined;

  /** @param now instant of the start; the authorities are valid from ten years before to thirty years after. */
  constructor(now: number) {
    const window = { notBefore: now - 10 * YEAR_MS, notAfter: now + 30 * YEAR_MS };
    this.#window = window;
    this.#root = makeAuthority("Fake SCM Root", undefined, { ...window, pathLength: undefined });
    this.#policy = makeAuthority("Fake SCM Policy CA", this.#root, { ...window, pathLength: 1 });
    this.#issuing = makeAuthority("Fake SCM Issuing CA", this.#policy, { ...window, pathLength: 0 });
  }

  /** The root, DER: what a test trusts. */
  get root(): Buffer {
    return this.#root.der;
  }

  /** Policy and issuing authority, DER, the one nearer to the root first. */
  get intermediates(): readonly Buffer[] {
    return [this.#policy.der, this.#issuing.der];
  }

  /** An issuing CA of another house, DER: nothing here was issued by it. Made when first asked for. */
  get stray(): Buffer {
    this.#stray ??= this.#makeStray();
    return this.#stray;
  }

  /** A root that was there before, and its certificate for the root of today (same name and key), DER. */
  get cross(): { readonly olderRoot: Buffer; readonly certificate: Buffer } {
    this.#cross ??= this.#makeCross();
    return this.#cross;
  }

  #makeStray(): Buffer {
    const elsewhere = makeAuthority("Other House Root", undefined, {
      ...this.#window,
      pathLength: undefined,
    });
    return makeAuthority("Other House CA", elsewhere, { ...this.#window, pathLength: 0 }).der;
  }

  #makeCross(): { readonly olderRoot: Buffer; readonly certificate: Buffer } {
    const older = makeAuthority("Fake SCM Older Root", undefined, { ...this.#window, pathLength: undefined });
    const window = { ...this.#window, pathLength: undefined };
    return { olderRoot: older.der, certificate: certifyAuthority(this.#root, older, window) };
  }

  /** Name that issues leaves. */
  get issuer(): readonly NameAttribute[] {
    return this.#issuing.name;
  }

  /** Signs one leaf. @returns the certificate, DER. ECDSA signatures differ each time, so keep what you hand out. */
  issue(order: LeafOrder): Buffer {
    const tbs = this.tbs(order);
    return assemble(tbs, this.signTbs(tbs));
  }

  /** The part of a leaf that is signed. */
  tbs(order: LeafOrder): Buffer {
    const extensions = [
      extension("2.5.29.35", sequence(element(0x80, this.#issuing.keyId))),
      extension("2.5.29.14", octetString(keyIdentifier(order.spki))),
      extension("2.5.29.19", sequence(), "critical"),
      extension("2.5.29.15", leafUsage(order.spki), "critical"),
      extension("2.5.29.37", sequence(...EXTENDED_USAGES[order.purpose].map(objectIdentifier))),
    ];
    if (order.subjectAlternativeNames.length > 0) {
      extensions.push(
        extension("2.5.29.17", sequence(...order.subjectAlternativeNames.map(encodeGeneralName))),
      );
    }
    return tbsCertificate({ ...order, issuer: this.#issuing.name, extensions });
  }

  /** Signature over it as r and s of 32 octets each: constant length, so a million of them fit one array. */
  signTbs(tbs: Buffer): Buffer {
    return sign("sha256", tbs, { key: this.#issuing.key, dsaEncoding: "ieee-p1363" });
  }
}

/** Certificate from its signed part and signature (r and s). */
export function assemble(tbs: Buffer, signature: Buffer): Buffer {
  const value = sequence(unsignedInteger(signature.subarray(0, 32)), unsignedInteger(signature.subarray(32)));
  return sequence(tbs, ECDSA_SHA256, bitString(value));
}

/** True when the key usage of such a key includes encipherment; only RSA keys can encipher. */
function canEncipher(spki: Buffer): boolean {
  // rsaEncryption as it stands in an AlgorithmIdentifier; cheaper than decoding the key for each certificate.
  return spki.subarray(0, 32).includes(objectIdentifier("1.2.840.113549.1.1.1"));
}

function leafUsage(spki: Buffer): Buffer {
  return canEncipher(spki) ? bitString(Buffer.from([0xa0]), 5) : bitString(Buffer.from([0x80]), 7);
}

type CaWindow = { notBefore: number; notAfter: number; pathLength: number | undefined };

function makeAuthority(commonName: string, parent: Authority | undefined, window: CaWindow): Authority {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const spki = publicKey.export({ format: "der", type: "spki" });
  const keyId = keyIdentifier(spki);
  const name: NameAttribute[] = [
    ["C", "GB"],
    ["O", "Fake SCM"],
    ["CN", commonName],
  ];
  const subject = { name, key: privateKey, keyId, spki };
  return { ...subject, der: certifyAuthority(subject, parent, window) };
}

/** A CA certificate; without a parent it is self-signed. */
function certifyAuthority(
  { name, key, keyId, spki }: Omit<Authority, "der">,
  parent: Authority | undefined,
  window: CaWindow,
): Buffer {
  const path = window.pathLength === undefined ? [] : [unsignedInteger(Buffer.from([window.pathLength]))];
  const tbs = tbsCertificate({
    ...window,
    serial: createHash("sha256")
      .update(spki)
      .update(parent?.spki ?? "")
      .digest("hex")
      .slice(0, 30)
      .toUpperCase(),
    subject: name,
    issuer: parent?.name ?? name,
    spki,
    extensions: [
      ...(parent ? [extension("2.5.29.35", sequence(element(0x80, parent.keyId)))] : []),
      extension("2.5.29.14", octetString(keyId)),
      extension("2.5.29.19", sequence(booleanTrue, ...path), "critical"),
      extension("2.5.29.15", bitString(Buffer.from([0x06]), 1), "critical"),
    ],
  });
  const signature = sign("sha256", tbs, { key: parent?.key ?? key, dsaEncoding: "ieee-p1363" });
  return assemble(tbs, signature);
}

type TbsFields = Pick<LeafOrder, "subject" | "spki" | "serial" | "notBefore" | "notAfter"> & {
  readonly issuer: readonly NameAttribute[];
  readonly extensions: readonly Buffer[];
};

function tbsCertificate(fields: TbsFields): Buffer {
  return sequence(
    explicitTag(0, unsignedInteger(Buffer.from([2]))),
    unsignedInteger(Buffer.from(fields.serial, "hex")),
    ECDSA_SHA256,
    encodeName(fields.issuer),
    sequence(time(fields.notBefore), time(fields.notAfter)),
    encodeName(fields.subject),
    fields.spki,
    explicitTag(3, sequence(...fields.extensions)),
  );
}

function extension(oid: string, value: Buffer, critical?: "critical"): Buffer {
  return sequence(objectIdentifier(oid), ...(critical ? [booleanTrue] : []), octetString(value));
}

/** RFC 5280 section 4.2.1.2, method 1: SHA-1 of the key's bit string. */
function keyIdentifier(spki: Buffer): Buffer {
  const { content } = childAt(readElement(spki), 1, 0x03);
  return createHash("sha1").update(content.subarray(1)).digest();
}
