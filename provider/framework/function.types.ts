/** What must not compile in the declaration of a function, proved by the compiler. Nothing here runs. */
import { nullable, parameter, providerFunction, record, rest, sequence, text, whole } from "./function.ts";
import { UNKNOWN, type Unknown } from "./value.ts";

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const holds = <_T extends true>() => undefined;
const doc = "Some.";
const about = { summary: "Some", doc };

parameter(text, { doc, checks: [(value) => (value === "" ? "it is empty" : null)] });
// @ts-expect-error a check of another type
parameter(text, { doc, checks: [(value: number) => (value > 1 ? null : "too small")] });
// @ts-expect-error every parameter is described
parameter(text, {});

const parameters = {
  name: parameter(text, { doc }),
  size: parameter(nullable(whole), { doc }),
  tags: parameter(sequence("set", text), { doc, mayBeUnknown: true }),
} as const;

providerFunction(
  "some",
  { ...about, parameters, rest: rest("more", whole, { doc }), returns: text },
  (given, call) => {
    holds<
      Same<
        typeof given,
        { readonly name: string; readonly size: number | null; readonly tags: readonly string[] | Unknown }
      >
    >();
    holds<Same<typeof call.rest, readonly number[]>>();
    // @ts-expect-error an argument that was never declared
    if (given.name === "") throw call.refuse("nothing", "it is missing");
    if (given.name === "a") throw call.refuse("size", "it is too small");
    return UNKNOWN;
  },
);
providerFunction("some", { ...about, parameters, returns: text }, async (_given, call) => {
  holds<Same<typeof call.rest, readonly never[]>>();
  return "a";
});
// @ts-expect-error the result is not what was declared
providerFunction("some", { ...about, parameters, returns: text }, () => 5);
// @ts-expect-error null was not declared
providerFunction("some", { ...about, parameters, returns: text }, () => null);
providerFunction("some", { ...about, parameters, returns: nullable(text) }, () => null);
// @ts-expect-error a member of the result is forgotten
providerFunction("some", { ...about, parameters, returns: record({ a: text, b: text }) }, () => ({ a: "a" }));
// @ts-expect-error a function returns something
providerFunction("some", { ...about, parameters }, () => "a");
// @ts-expect-error functions have no connection
providerFunction("some", { ...about, parameters, returns: text }, (_given, { api }) => api);
