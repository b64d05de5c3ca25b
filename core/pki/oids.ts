/** Object identifiers that this folder knows by name. Each group cites where the numbers are assigned. */

/** Attribute types with a short name in distinguished names; the table of RFC 4514 §3, no more. */
export const ATTRIBUTE_NAMES: Readonly<Record<string, string>> = {
  "2.5.4.3": "CN",
  "2.5.4.6": "C",
  "2.5.4.7": "L",
  "2.5.4.8": "ST",
  "2.5.4.9": "STREET",
  "2.5.4.10": "O",
  "2.5.4.11": "OU",
  "0.9.2342.19200300.100.1.1": "UID",
  "0.9.2342.19200300.100.1.25": "DC",
};

export const COMMON_NAME = "2.5.4.3";

/** Extensions, RFC 5280 §4.2.1. */
export const EXTENSION = {
  subjectKeyId: "2.5.29.14",
  subjectAltName: "2.5.29.17",
  basicConstraints: "2.5.29.19",
  extendedKeyUsage: "2.5.29.37",
  authorityKeyId: "2.5.29.35",
} as const;

/** PKCS#10 attributes that carry extensions: PKCS#9's (RFC 2985 §5.4.2) and the one Windows tools write. */
export const EXTENSION_REQUESTS: readonly string[] = ["1.2.840.113549.1.9.14", "1.3.6.1.4.1.311.2.1.14"];

/**
 * Extensions of requests that SCM leaves aside, in words; null for those that a server certificate has or needs anyway. Others
 * are named by number. RFC 5280 §4.2, RFC 7633 (must-staple), Microsoft's of its templates (MS-WCCE §2.2.2.7.7).
 */
export const IGNORED_EXTENSIONS: Readonly<Record<string, string | null>> = {
  "2.5.29.14": null,
  "2.5.29.15": null,
  "2.5.29.17": null,
  "2.5.29.35": null,
  "2.5.29.32": "certificate policies",
  "2.5.29.30": "name constraints",
  "1.3.6.1.5.5.7.1.24": "OCSP must-staple",
  "1.3.6.1.4.1.311.20.2": "the name of a Microsoft template",
  "1.3.6.1.4.1.311.21.7": "a Microsoft template",
  "1.3.6.1.4.1.311.21.10": "Microsoft application policies",
};

/** RFC 5280 §4.2.1.12. */
export const SERVER_AUTH = "1.3.6.1.5.5.7.3.1";

/** RFC 2985 §5.4.1. */
export const CHALLENGE_PASSWORD = "1.2.840.113549.1.9.7";

/** PKCS#7 content: plain octets, with signers and certificates, encrypted. RFC 5652 §4, §5.1, §8. */
export const PKCS7_DATA = "1.2.840.113549.1.7.1";
export const SIGNED_DATA = "1.2.840.113549.1.7.2";
export const PKCS7_ENCRYPTED_DATA = "1.2.840.113549.1.7.6";

/** Bags of PKCS#12 and what stands in and on them, RFC 7292 §4.2, RFC 2985 §5.5. */
export const PKCS12 = {
  shroudedKeyBag: "1.2.840.113549.1.12.10.1.2",
  certificateBag: "1.2.840.113549.1.12.10.1.3",
  x509Certificate: "1.2.840.113549.1.9.22.1",
  friendlyName: "1.2.840.113549.1.9.20",
  localKeyId: "1.2.840.113549.1.9.21",
} as const;

/** Encryption by password, RFC 8018 appendix A and B; AES: RFC 3565 §4.1. */
export const PBES2 = {
  scheme: "1.2.840.113549.1.5.13",
  pbkdf2: "1.2.840.113549.1.5.12",
  hmacWithSha256: "1.2.840.113549.2.9",
  aes256Cbc: "2.16.840.1.101.3.4.1.42",
} as const;

/** RFC 5754 §2.2. */
export const SHA256 = "2.16.840.1.101.3.4.2.1";

/** Public key algorithms: RFC 3279 §2.3, RFC 4055 §1.2 (RSA-PSS keys), RFC 8410 §3, RFC 9881 (ML-DSA). */
export const KEY_ALGORITHMS: Readonly<Record<string, string>> = {
  "1.2.840.113549.1.1.1": "RSA",
  "1.2.840.113549.1.1.10": "RSA-PSS",
  "1.2.840.10045.2.1": "EC",
  "1.2.840.10040.4.1": "DSA",
  "1.3.101.112": "Ed25519",
  "1.3.101.113": "Ed448",
  "2.16.840.1.101.3.4.3.17": "ML-DSA-44",
  "2.16.840.1.101.3.4.3.18": "ML-DSA-65",
  "2.16.840.1.101.3.4.3.19": "ML-DSA-87",
};

/** Named curves: RFC 5480 §2.1.1.1 (with the names SCM uses for them), SEC 2, RFC 5639. */
export const CURVES: Readonly<Record<string, string>> = {
  "1.2.840.10045.3.1.1": "P-192",
  "1.3.132.0.33": "P-224",
  "1.2.840.10045.3.1.7": "P-256",
  "1.3.132.0.34": "P-384",
  "1.3.132.0.35": "P-521",
  "1.3.132.0.10": "secp256k1",
  "1.3.36.3.3.2.8.1.1.7": "brainpoolP256r1",
  "1.3.36.3.3.2.8.1.1.11": "brainpoolP384r1",
  "1.3.36.3.3.2.8.1.1.13": "brainpoolP512r1",
};

/** Hash functions by their own identifier, as RSA-PSS parameters name them. RFC 4055 §2.1, RFC 5754. */
export const HASHES: Readonly<Record<string, string>> = {
  "1.3.14.3.2.26": "sha1",
  "2.16.840.1.101.3.4.2.1": "sha256",
  "2.16.840.1.101.3.4.2.2": "sha384",
  "2.16.840.1.101.3.4.2.3": "sha512",
  "2.16.840.1.101.3.4.2.4": "sha224",
};

/** Hash of each signature algorithm, as node:crypto names it; null where the algorithm has its own hash. */
export const SIGNATURES: Readonly<Record<string, string | null>> = {
  "1.2.840.113549.1.1.4": "md5",
  "1.2.840.113549.1.1.5": "sha1",
  "1.2.840.113549.1.1.14": "sha224",
  "1.2.840.113549.1.1.11": "sha256",
  "1.2.840.113549.1.1.12": "sha384",
  "1.2.840.113549.1.1.13": "sha512",
  "1.2.840.10045.4.1": "sha1",
  "1.2.840.10045.4.3.1": "sha224",
  "1.2.840.10045.4.3.2": "sha256",
  "1.2.840.10045.4.3.3": "sha384",
  "1.2.840.10045.4.3.4": "sha512",
  "1.3.101.112": null,
  "1.3.101.113": null,
};

/** What we sign with ourselves, by hash: RFC 5758 §3.2. */
export const ECDSA_WITH = {
  sha256: "1.2.840.10045.4.3.2",
  sha384: "1.2.840.10045.4.3.3",
  sha512: "1.2.840.10045.4.3.4",
} as const;

/** RFC 4055 §5. */
export const RSA_WITH_SHA256 = "1.2.840.113549.1.1.11";

export const RSA_PSS = "1.2.840.113549.1.1.10";
