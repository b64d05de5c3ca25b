import { type Certificate, KEY_CURVES, type KeySpec, keyText, RSA_BITS } from "../../core/index.ts";
import { type Diagnostic, error } from "../framework/diagnostics.ts";
import type { Path } from "../framework/path.ts";
import type { Planning } from "../framework/spec.ts";
import { Unknown } from "../framework/value.ts";

/**
 * A kind of key as users write it, by the names and words of `tls_private_key`: `algorithm` with `rsa_bits` or `ecdsa_curve`.
 * Null: the default. Terraform drops a member of an object that it does not know without a word, so the names are those
 * that people have typed before.
 * Source: hashicorp/tls 4.0, resource tls_private_key.
 */
interface KeyKind {
  readonly algorithm: string | null;
  readonly rsa_bits: number | null;
  readonly ecdsa_curve: string | null;
}

/** As users write them; `P-256`, as profiles show it, is taken too. */
const CURVES = Object.fromEntries(KEY_CURVES.map((curve) => [curve.replace("-", ""), curve]));

const curveOf = (name: string) => CURVES[name.replace("-", "")];

/** What each algorithm is told further, by which argument, and what it takes when nothing is said. */
const ALGORITHMS = {
  RSA: { argument: "rsa_bits", other: "ecdsa_curve", allowed: RSA_BITS, orElse: 2048 },
  ECDSA: { argument: "ecdsa_curve", other: "rsa_bits", allowed: Object.keys(CURVES), orElse: "P256" },
} as const;

type Algorithm = keyof typeof ALGORITHMS;

const isAlgorithm = (name: string): name is Algorithm => Object.hasOwn(ALGORITHMS, name);

export const KEY_KIND_DOCS = {
  algorithm: "`RSA` (default) or `ECDSA`.",
  rsa_bits: "Of an RSA key, bits: 2048 (default), 3072 or 4096.",
  ecdsa_curve: "Of an ECDSA key: `P256` (default), `P384` or `P521`.",
} as const;

/**
 * What is wrong with a kind of key, and what is allowed instead. Unknown members are passed over.
 * @param parent path of the object that has the three arguments
 */
export function judgeKeyKind(kind: Planning<KeyKind>, parent: Path = []): readonly Diagnostic[] {
  const at = (attribute: keyof KeyKind): Path => [...parent, { attribute }];
  const algorithm = kind.algorithm ?? "RSA";
  if (algorithm instanceof Unknown) return [];
  if (!isAlgorithm(algorithm)) {
    const names = Object.keys(ALGORITHMS).join(" and ");
    return [error(`There is no algorithm "${algorithm}" for keys`, `Allowed are ${names}.`, at("algorithm"))];
  }
  const { argument, other, allowed, orElse } = ALGORITHMS[algorithm];
  const rule = `Allowed for ${argument} are ${allowed.join(", ")}; ${orElse} when left out.`;
  const found = kind[argument];
  const isUnfit =
    found !== null && !(found instanceof Unknown) && !allowed.some((each) => each === plainName(found));
  return [
    ...(isUnfit ? [error(`${argument} of an ${algorithm} key is ${found}`, rule, at(argument))] : []),
    ...(kind[other] === null
      ? []
      : [error(`An ${algorithm} key has no ${other}`, `Leave it out. ${rule}`, at(other))]),
  ];
}

function plainName(found: number | string): number | string {
  return typeof found === "string" && curveOf(found) !== undefined ? found.replace("-", "") : found;
}

/** The kind in core's words. Only for what {@link judgeKeyKind} finds nothing wrong with. */
export function keySpec({ algorithm, rsa_bits: bits, ecdsa_curve: curve }: KeyKind): KeySpec {
  const spec =
    algorithm === "ECDSA"
      ? { algorithm: "EC", curve: curveOf(curve ?? ALGORITHMS.ECDSA.orElse) }
      : { algorithm: "RSA", bits: RSA_BITS.find((each) => each === (bits ?? ALGORITHMS.RSA.orElse)) };
  return spec as KeySpec; // judged before
}

/** Whether two ways to write a kind of key say the same: what is left out is the default. */
export function isSameKeyKind(one: KeyKind | null, other: KeyKind | null): boolean {
  if (one === null || other === null) return one === other;
  return keyText(keySpec(one)) === keyText(keySpec(other));
}

/** Whether a key is of this kind. */
export function isOfKind(wanted: KeyKind, { description }: Certificate["publicKey"]): boolean {
  return keyText(keySpec(wanted)) === keyText(description);
}
