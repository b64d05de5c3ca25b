import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arbitraryValue, plain } from "../../../test/support/arbitrary-value.ts";
import { serve } from "../../../test/support/library-service.ts";
import {
  nullable,
  parameter,
  providerFunction,
  record,
  sequence,
  text,
  truth,
} from "../../framework/function.ts";
import { BOOL, NUMBER, STRING, type Type } from "../../framework/type.ts";
import { isWhollyKnown, UNKNOWN, type Value } from "../../framework/value.ts";
import { valueFrom, valueTo } from "../wire.ts";

const MARK: Type = { kind: "object", attributes: { mark: STRING, floor: NUMBER } };
const WORDS: Type = { kind: "list", element: STRING };

describe("functions", () => {
  it("are described with the schema and to OpenTofu's question in the same words", async () => {
    const { ask } = serve();
    const { functions } = await ask("getProviderSchema", {});
    expect((await ask("getFunctions", {})).functions).toEqual(functions);
    expect((await ask("getMetadata", {})).functions).toMatchObject([
      { name: "shelfmark" },
      { name: "count_words" },
    ]);
    expect(functions.shelfmark?.parameters).toMatchObject([
      { name: "room", allowNullValue: false, allowUnknownValues: false },
      { name: "floor", allowNullValue: true, allowUnknownValues: false },
    ]);
    expect(functions.shelfmark?.variadicParameter).toBeUndefined();
    expect(functions.count_words?.variadicParameter).toMatchObject({
      name: "titles",
      allowUnknownValues: true,
    });
    expect(functions.count_words?.deprecationMessage).toBe("Count them yourself.");
    // Terraform panics at a function without a return, and at a type that is none.
    const types = Object.values(functions).map((f) => JSON.parse(new TextDecoder().decode(f.return?.type)));
    expect(types).toEqual([["object", { mark: "string", floor: "number" }], "number"]);
  });

  it.each([
    ["before", async () => serve().ask],
    ["after", () => serve().configured()],
  ])("work %s a configuration", async (_name, start) => {
    const ask = await start();
    const answer = await ask("callFunction", {
      name: "shelfmark",
      arguments: [valueTo(STRING, "hall"), valueTo(NUMBER, null)],
    });
    expect(answer.error).toBeUndefined();
    expect(answer.result && valueFrom(MARK, answer.result)).toEqual({ mark: "hall/0", floor: null });
  });

  const call = async (name: string, ...given: readonly Parameters<typeof valueTo>[]) => {
    const wires = given.map(([type, value]) => valueTo(type, value));
    return serve().ask("callFunction", { name, arguments: wires });
  };

  it("take an empty value for null, as OpenTofu sends it", async () => {
    const answer = await serve().ask("callFunction", {
      name: "shelfmark",
      arguments: [valueTo(STRING, "hall"), {}],
    });
    expect(answer.result && valueFrom(MARK, answer.result)).toEqual({ mark: "hall/0", floor: null });
  });

  it("pass on what is unknown", async () => {
    const answer = await call("count_words", [WORDS, []], [STRING, "a"], [STRING, UNKNOWN]);
    expect(answer.result && valueFrom(NUMBER, answer.result)).toBe(UNKNOWN);
  });

  it("blame the argument, the first one and those further behind too", async () => {
    const first = await call("shelfmark", [STRING, ""], [NUMBER, null]);
    expect(first.error).toMatchObject({ text: "a room has a name", functionArgument: 0n });
    const third = await call("count_words", [WORDS, []], [STRING, "a"], [STRING, ""]);
    expect(third.error).toMatchObject({ text: "a title has words", functionArgument: 2n });
  });

  it("blame no argument for what no argument caused", async () => {
    const { error, result } = await call("shelfmark", [STRING, "roof"], [NUMBER, null]);
    expect(result).toBeUndefined();
    expect([error?.text, error?.functionArgument]).toEqual(["Library failed: no books there", undefined]);
  });

  it("answer in words whatever comes", async () => {
    expect((await call("film")).error?.text).toBe(
      'this provider has no function "film"; it has: shelfmark, count_words',
    );
    const surplus = await call("shelfmark", [STRING, "a"], [NUMBER, null], [BOOL, true]);
    expect(surplus.error?.text).toBe("2 arguments are wanted, 3 came");
    const mistyped = await call("shelfmark", [BOOL, true], [NUMBER, null]);
    expect(mistyped.error?.text).toMatch(/^Library failed: a value of type "string" was expected/);
  });

  it("give back on the wire what they were given, unknown and null included", async () => {
    const codec = nullable(record({ a: nullable(text), b: nullable(sequence("list", nullable(truth))) }));
    const { type } = codec;
    const spec = {
      summary: "Echo",
      doc: "Echo.",
      parameters: { value: parameter(codec, { doc: "Value.", mayBeUnknown: true }) },
      returns: codec,
    } as const;
    const { ask } = serve({ functions: [providerFunction("echo", spec, ({ value }) => value)] });
    const anything: fc.Arbitrary<Value> = arbitraryValue(type, { mayBeUnknown: true });
    await fc.assert(
      fc.asyncProperty(anything, async (value) => {
        const { result } = await ask("callFunction", { name: "echo", arguments: [valueTo(type, value)] });
        // Text comes back composed (NFC), as Terraform itself sends it.
        const same = isWhollyKnown(value) ? codec.encode(codec.decode(value)) : UNKNOWN;
        expect(result && plain(valueFrom(type, result))).toEqual(plain(same));
      }),
    );
  });
});
