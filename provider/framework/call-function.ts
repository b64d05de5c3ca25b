import type { Diagnostic } from "./diagnostics.ts";
import { type AnyParameter, ArgumentError, type ProviderFunction } from "./function.ts";
import { isWhollyKnown, UNKNOWN, Unknown, type Value } from "./value.ts";

type FunctionOutput = { readonly result: Value } | { readonly problem: FunctionProblem };

interface FunctionProblem {
  /** Without a full stop: Terraform puts one behind it. */
  readonly text: string;
  /** Position of the argument that is to blame, from 0. */
  readonly argument?: number;
}

/**
 * Calls a function of the provider. Terraform itself refuses null and answers for unknown arguments where the parameters
 * say so; the same is done here, so that a function never meets what it did not ask for.
 * @param given values of the types that `parameterAt` names
 * @param explain anything thrown → a message for people
 */
export async function callFunction(
  called: ProviderFunction,
  given: readonly Value[],
  explain: (thrown: unknown) => Diagnostic,
): Promise<FunctionOutput> {
  const problem = countProblem(called, given.length) ?? argumentProblem(called, given);
  if (problem !== null) return { problem };
  const isUnasked = given.some(
    (value, index) => !isWhollyKnown(value) && !parameterAt(called, index)?.spec.mayBeUnknown,
  );
  if (isUnasked) return { result: UNKNOWN };
  try {
    return { result: await run(called, given) };
  } catch (thrown) {
    return { problem: problemOf(called, thrown, explain) };
  }
}

/** The parameter that the argument at `index` is for; undefined when the function takes no so many. */
export function parameterAt({ spec }: ProviderFunction, index: number): AnyParameter | undefined {
  return Object.values(spec.parameters)[index] ?? spec.rest;
}

function countProblem({ spec }: ProviderFunction, count: number): FunctionProblem | null {
  const wanted = Object.keys(spec.parameters).length;
  if (count === wanted || (count > wanted && spec.rest !== undefined)) return null;
  const atLeast = spec.rest === undefined ? "" : "at least ";
  return { text: `${atLeast}${wanted} arguments are wanted, ${count} came` };
}

/** Known arguments are judged even where others are unknown: what they break stays broken. */
function argumentProblem(called: ProviderFunction, given: readonly Value[]): FunctionProblem | null {
  for (const [index, value] of given.entries()) {
    const found = valueProblem(parameterAt(called, index), value);
    if (found !== null) return { text: unfinished(found), argument: index };
  }
  return null;
}

function valueProblem(parameter: AnyParameter | undefined, value: Value): string | null {
  if (parameter === undefined || !isWhollyKnown(value)) return null;
  const { codec, spec } = parameter;
  if (value === null && !codec.mayBeNull) return "null is not allowed";
  const shape = value === null ? null : (codec.shapeProblem?.(value) ?? null);
  if (shape !== null) return shape;
  // The spec tied the checks to the type that `decode` yields.
  const decoded = codec.decode(value) as never;
  return spec.checks?.map((check) => check(decoded)).find((problem) => problem !== null) ?? null;
}

async function run(called: ProviderFunction, given: readonly Value[]): Promise<Value> {
  const { parameters, returns } = called.spec;
  const seen = given.map((value, index) =>
    isWhollyKnown(value) ? parameterAt(called, index)?.codec.decode(value) : UNKNOWN,
  );
  const names = Object.keys(parameters);
  const result = await called.body(Object.fromEntries(names.map((name, index) => [name, seen[index]])), {
    // What stands behind the named ones; decoded by the parameter that typed it.
    rest: seen.slice(names.length) as never,
    refuse: (argument, problem) => new ArgumentError(argument, problem),
  });
  if (result instanceof Unknown) {
    if (given.some((value) => !isWhollyKnown(value))) return result;
    throw new TypeError("the result is unknown although every argument is known");
  }
  if (result === null && !returns.mayBeNull)
    throw new TypeError("the result is null, which was not declared");
  return returns.encode(result as never); // throws when it is not what was declared
}

function problemOf(
  { spec }: ProviderFunction,
  thrown: unknown,
  explain: (thrown: unknown) => Diagnostic,
): FunctionProblem {
  if (thrown instanceof ArgumentError) {
    const names = Object.keys(spec.parameters);
    const { argument } = thrown;
    const index = typeof argument === "number" ? names.length + argument : names.indexOf(argument);
    return { text: unfinished(thrown.message), ...(index >= 0 && { argument: index }) };
  }
  const { summary, detail } = explain(thrown);
  return { text: unfinished(`${summary}: ${detail}`) };
}

const unfinished = (sentence: string): string => sentence.replace(/\.$/, "");
