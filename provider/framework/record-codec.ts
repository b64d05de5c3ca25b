import { type AnyCodec, type Codec, unexpected } from "./codec.ts";
import { isRecord, member, type Value } from "./value.ts";

type RecordMembers = { readonly [name: string]: AnyCodec };
type RecordOf<M extends RecordMembers> = { readonly [K in keyof M]: ReturnType<M[K]["decode"]> };

/**
 * An object outside the attribute kit: what a function takes or returns. Null members are refused unless they are
 * `nullable`.
 */
export function record<const M extends RecordMembers>(members: M): Codec<RecordOf<M>> {
  const all = Object.entries<AnyCodec>(members);
  const rebuilt = <T>(one: (codec: AnyCodec, name: string) => T) =>
    Object.fromEntries(all.map(([name, codec]) => [name, one(codec, name)] as const));
  return {
    type: { kind: "object", attributes: rebuilt(({ type }) => type) },
    // Sound by construction: every member is decoded by the codec its type was inferred from.
    decode: (value) => rebuilt(({ decode }, name) => decode(memberOf(value, name))) as RecordOf<M>,
    encode: (value) => {
      if (typeof value !== "object" || value === null) throw unexpected("an object", value);
      return rebuilt((codec, name) => encodeNamed(codec, name, Reflect.get(value, name) ?? null));
    },
    shapeProblem: (value) => {
      const problems = all.map(([name, codec]) => namedProblem(codec, name, memberOf(value, name)));
      return problems.find((problem) => problem !== null) ?? null;
    },
  };
}

const memberOf = (value: Value, name: string): Value => (isRecord(value) ? member(value, name) : null);

function namedProblem(codec: AnyCodec, name: string, value: Value): string | null {
  if (value === null) return codec.mayBeNull ? null : `${name} must not be null`;
  const problem = codec.shapeProblem?.(value) ?? null;
  return problem === null ? null : `${name}: ${problem}`;
}

/** @throws TypeError naming the member */
function encodeNamed(codec: AnyCodec, name: string, value: unknown): Value {
  try {
    return codec.encode(value as never); // to be found out: `encode` throws when it does not fit
  } catch (thrown) {
    const reason = thrown instanceof Error ? thrown.message : String(thrown);
    throw new TypeError(`${name}: ${reason}`, { cause: thrown });
  }
}
