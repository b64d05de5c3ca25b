/** What an inventory tells of a key. */
export interface KeyTraits {
  readonly keyAlgorithm: string | null;
  readonly keySize: number | null;
  readonly keyStrength: number | null;
}

/** Bits of the curves that SCM names. */
const CURVE = /^P-?(\d{3})$|^secp(\d{3})r1$/i;

/** Moduli by the security that they give. Source: NIST SP 800-57 part 1 revision 5, table 2. */
const MODULUS_STRENGTH: readonly (readonly [bits: number, strength: number])[] = [
  [15_360, 256],
  [7_680, 192],
  [3_072, 128],
  [2_048, 112],
  [1_024, 80],
];

function strengthOf(algorithm: string, size: number): number {
  // Half the bits of the curve's order; P-521 counts as 256.
  if (algorithm === "EC") return Math.min(Math.floor(size / 2), 256);
  return MODULUS_STRENGTH.find(([bits]) => size >= bits)?.[1] ?? 0;
}

function sizeOf(text: string | undefined): number | null {
  if (text === undefined) return null;
  const curve = CURVE.exec(text);
  const digits = curve?.[1] ?? curve?.[2] ?? (/^\d{2,5}$/.test(text) ? text : undefined);
  return digits === undefined ? null : Number(digits);
}

/**
 * Reads SCM's text of a key type: `RSA - 2048`, `EC - P-256`; `RSA` alone before issue, `RSA 2048` in our own counts.
 * Source: Sectigo Certificate Manager REST API reference, May 2025, `keyType` of the SSL details.
 */
export function keyTraits(keyType: string | null): KeyTraits {
  const [name, size] = (keyType ?? "").split(/\s+-\s+|\s+/);
  if (name === undefined || name === "") return { keyAlgorithm: null, keySize: null, keyStrength: null };
  const algorithm = name.toUpperCase() === "ECDSA" ? "EC" : name.toUpperCase();
  const keySize = sizeOf(size);
  return {
    keyAlgorithm: algorithm,
    keySize,
    keyStrength: keySize === null ? null : strengthOf(algorithm, keySize),
  };
}
