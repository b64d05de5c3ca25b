import { KEY_CURVES, type KeySpec, RSA_BITS } from "../../core/index.ts";
import { type Diagnostic, error } from "../framework/diagnostics.ts";
import type { Path } from "../framework/path.ts";
import type { Planning } from "../framework/spec.ts";
import { Unknown } from "../framework/value.ts";

/** A kind of key as users write it: `algorithm` with `size` or `curve`. Null: the default. */
interface KeyKind {
  readonly algorithm: string | null;
  readonly size: number | null;
  readonly curve: string | null;
}

/** What each algorithm is told further, by which argument, and what it takes when nothing is said. */
const ALGORITHMS = {
  RSA: { argument: "size", other: "curve", allowed: RSA_BITS, orElse: 2048 },
  ECDSA: { argument: "curve", other: "size", allowed: KEY_CURVES, orElse: "P-256" },
} as const;

type Algorithm = keyof typeof ALGORITHMS;

const isAlgorithm = (name: string): name is Algorithm => Object.hasOwn(ALGORITHMS, name);

export const KEY_KIND_DOCS = {
  algorithm: "`RSA` (default) or `ECDSA`.",
  size: "Of an RSA key, bits: 2048 (default), 3072 or 4096.",
  curve: "Of an ECDSA key: `P-256` (default), `P-384` or `P-521`.",
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
    found !== null && !(found instanceof Unknown) && !allowed.some((each: number | string) => each === found);
  return [
    ...(isUnfit ? [error(`${argument} of an ${algorithm} key is ${found}`, rule, at(argument))] : []),
    ...(kind[other] === null
      ? []
      : [error(`An ${algorithm} key has no ${other}`, `Leave it out. ${rule}`, at(other))]),
  ];
}

/** The kind in core's words. Only for what {@link judgeKeyKind} finds nothing wrong with. */
export function keySpec({ algorithm, size, curve }: KeyKind): KeySpec {
  const spec =
    algorithm === "ECDSA"
      ? { algorithm: "EC", curve: KEY_CURVES.find((each) => each === (curve ?? ALGORITHMS.ECDSA.orElse)) }
      : { algorithm: "RSA", bits: RSA_BITS.find((each) => each === (size ?? ALGORITHMS.RSA.orElse)) };
  return spec as KeySpec; // judged before
}
