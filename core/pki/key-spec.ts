/** What key to make. The words are those of SCM's profiles and of certificates: see `keyText`. */
export type KeySpec =
  | { readonly algorithm: "RSA"; readonly bits: RsaBits }
  | { readonly algorithm: "EC"; readonly curve: Curve };

type RsaBits = (typeof RSA_BITS)[number];
type Curve = (typeof KEY_CURVES)[number];

/** Sizes and curves that publicly trusted CAs certify and SCM offers: CA/Browser Forum Baseline Requirements §6.1.5. */
export const RSA_BITS = [2048, 3072, 4096] as const;
export const KEY_CURVES = ["P-256", "P-384", "P-521"] as const;
