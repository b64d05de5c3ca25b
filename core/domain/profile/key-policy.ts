import { quoted } from "../../base/text.ts";
import type { KeyTypes } from "../../pki/judge-csr.ts";

/** A fault of a profile's own arguments: one line, and what is allowed instead. */
interface WishFault {
  readonly summary: string;
  readonly detail: string;
}

/** `{ RSA: ["2048"], EC: ["P-256"] }` → `["RSA 2048", "EC P-256"]`: the words of certificates and messages. */
function keyTypeTexts(keyTypes: KeyTypes): string[] {
  return Object.entries(keyTypes).flatMap(([algorithm, sizes]) =>
    sizes.map((size) => `${algorithm} ${size}`),
  );
}

/** Form of one entry: `RSA 3072`, `EC P-256`. @returns completes "the key type …"; null when fine */
export function judgeKeyType(text: string): string | null {
  return /^(RSA (2048|3072|4096|8192)|EC P-(256|384|521))$/i.test(text.trim())
    ? null
    : "is not written like `RSA 3072` or `EC P-256`";
}

/**
 * Holds a profile's key types against those that SCM offers.
 * @param offered empty when SCM does not say; then nothing is judged
 */
export function judgeKeyTypes(
  wished: readonly string[] | null,
  { keyTypes, name }: { readonly keyTypes: KeyTypes; readonly name: string },
): WishFault[] {
  const offered = keyTypeTexts(keyTypes);
  const known = new Set(offered.map((text) => text.toUpperCase()));
  const surplus = (wished ?? []).filter((text) => !known.has(text.trim().toUpperCase()));
  if (offered.length === 0 || surplus.length === 0) return [];
  return [
    {
      summary: `The SCM profile ${quoted(name)} does not offer ${surplus.join(", ")}`,
      detail: `It offers ${offered.join(", ")}. Choose among these, or leave key_types out to take them all.`,
    },
  ];
}

/**
 * The keys that certificates of a profile may have: what SCM offers and the profile allows.
 * @param asked null: all that SCM offers
 * @returns in the form of SCM's profiles; where SCM does not say what it offers, the profile's alone
 */
export function allowedKeyTypes(asked: readonly string[] | null | undefined, offered: KeyTypes): KeyTypes {
  if (!asked) return offered;
  const wanted = new Set(asked.map((text) => text.trim().toUpperCase()));
  const texts = keyTypeTexts(offered);
  const allowed = texts.length === 0 ? asked : texts.filter((text) => wanted.has(text.toUpperCase()));
  return grouped(allowed);
}

/**
 * Holds the key of an order against what its profile allows.
 * @param key as `RSA 3072`
 * @param allowed of {@link allowedKeyTypes}
 */
export function judgeKeyAllowed(key: string, allowed: KeyTypes): WishFault[] {
  const texts = keyTypeTexts(allowed);
  if (texts.some((text) => text.toUpperCase() === key.toUpperCase())) return [];
  const list = texts.length === 0 ? "nothing that the SCM profile offers" : texts.join(", ");
  return [
    {
      summary: `The profile does not allow the key type ${key}`,
      detail: `Its key_types allow ${list}. Use such a key, or have the profile allow this one.`,
    },
  ];
}

function grouped(texts: readonly string[]): KeyTypes {
  const types: Record<string, string[]> = {};
  for (const text of texts) {
    const [algorithm = "", size = ""] = text.trim().split(" ");
    types[algorithm] = [...(types[algorithm] ?? []), size];
  }
  return types;
}
