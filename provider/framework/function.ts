import type { AnyCodec, Codec } from "./codec.ts";
import type { Check } from "./spec.ts";
import type { Unknown } from "./value.ts";

export { dictionary, exact, nullable, sequence, text, truth, whole } from "./codec.ts";
export { anything } from "./dynamic-codec.ts";
export { record } from "./record-codec.ts";

interface ParameterSpec<T> {
  /** For people: what it is, unit, limits. */
  readonly doc: string;
  /** The function is asked although the argument is not known yet. Else Terraform takes "unknown" for its result. */
  readonly mayBeUnknown?: true;
  readonly checks?: readonly Check<T>[];
}

/** A parameter of a function: the codec says its type and whether null may be given (`nullable(text)`). */
interface Parameter<T, S extends ParameterSpec<T> = ParameterSpec<T>> {
  readonly codec: Codec<T>;
  readonly spec: S;
}

export interface AnyParameter {
  readonly codec: AnyCodec;
  readonly spec: ParameterSpec<never>;
}

/** The last parameter of a function that takes any number of further arguments. */
export type AnyRest = AnyParameter & { readonly name: string };

export const parameter = <T, const S extends ParameterSpec<T>>(
  codec: Codec<T>,
  spec: S,
): Parameter<T, S> => ({
  codec,
  spec,
});

export const rest = <T, const S extends ParameterSpec<T>>(
  name: string,
  codec: Codec<T>,
  spec: S,
): Parameter<T, S> & { readonly name: string } => ({ name, codec, spec });

/** In the order in which callers give them. */
type Parameters = { readonly [name: string]: AnyParameter };
type ArgumentOf<P extends AnyParameter> =
  | ReturnType<P["codec"]["decode"]>
  | (P["spec"] extends { readonly mayBeUnknown: true } ? Unknown : never);
type Arguments<P extends Parameters> = { readonly [K in keyof P]: ArgumentOf<P[K]> };

/** What is wrong with one argument; Terraform points at it. `rest` arguments are named by their position among them. */
export class ArgumentError extends Error {
  readonly argument: string | number;
  constructor(argument: string | number, problem: string) {
    super(problem);
    this.name = "ArgumentError";
    this.argument = argument;
  }
}

interface FunctionCall<P extends Parameters, R extends AnyRest> {
  /** Empty when the function takes no further arguments. */
  readonly rest: [R] extends [never] ? readonly never[] : readonly ArgumentOf<R>[];
  /** To be thrown: the argument that is refused, and why, in lower case and without a full stop. */
  readonly refuse: (argument: keyof P | number, problem: string) => ArgumentError;
}

/**
 * A function's body. It has no connection and keeps nothing: Terraform calls functions in a process that it never
 * configures, OpenTofu in a configured one, and both compare what the same arguments give at plan and at apply.
 * Unknown may be answered only where an argument is unknown.
 */
type FunctionBody<P extends Parameters, R extends AnyRest, T> = (
  given: Arguments<P>,
  call: FunctionCall<P, R>,
) => T | Unknown | Promise<T | Unknown>;

interface FunctionSpec<P extends Parameters, R extends AnyRest, T> {
  /** One line. */
  readonly summary: string;
  readonly doc: string;
  /** Why it should no longer be used, and what to use instead. */
  readonly deprecated?: string;
  readonly parameters: P;
  readonly rest?: R;
  readonly returns: Codec<T>;
}

export interface ProviderFunction {
  readonly name: string;
  readonly spec: Omit<FunctionSpec<Parameters, AnyRest, unknown>, "returns"> & { readonly returns: AnyCodec };
  readonly body: FunctionBody<Parameters, AnyRest, unknown>;
}

/** Declares a function: `provider::<provider>::<name>(…)` in a configuration. */
export function providerFunction<const P extends Parameters, T, R extends AnyRest = never>(
  name: string,
  spec: FunctionSpec<P, R, T>,
  body: FunctionBody<P, R, T>,
): ProviderFunction {
  // Value types are forgotten here and restored by decoding with the same parameters.
  return { name, spec, body: body as unknown as ProviderFunction["body"] };
}
