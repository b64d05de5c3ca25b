import { describe, expect, it } from "vitest";
import { type StampHandlers, stamp, stampArguments } from "../../../test/support/library-lists.ts";
import { dv, serve, told } from "../../../test/support/library-service.ts";
import { Decimal } from "../../framework/decimal.ts";
import { UNKNOWN, type ValueRecord } from "../../framework/value.ts";
import type { InvokeAction_Event } from "../gen/tfplugin6_pb.js";

const STAMP = { actionType: "library_stamp" };
const configOf = (given: ValueRecord = {}) =>
  dv({ copy_id: Decimal.from(7), ink: null, ...given }, stampArguments);

async function invoke(own: Partial<StampHandlers> = {}, config: ValueRecord = {}) {
  const { listen, configured } = serve({ actions: [stamp(own)] });
  await configured();
  return saidBy(await listen("invokeAction", { ...STAMP, config: configOf(config) }));
}

const saidBy = (events: readonly InvokeAction_Event[]) =>
  events.map(({ type }) => {
    if (type.case === "progress") return type.value.message;
    return type.case === "completed" ? { completed: told(type.value) } : null;
  });

describe("InvokeAction", () => {
  it("tells its progress as it goes, and completes once, last", async () => {
    expect(await invoke()).toEqual(["Bath: stamped 7", { completed: [] }]);
    const events = await invoke({
      invoke: async ({ progress, warn }) => {
        progress("one\u001b[2J\nline");
        warn("Dry", "The ink is nearly dry.");
        await Promise.resolve();
        progress("two");
      },
    });
    expect(events).toEqual(["one\\u{1b}[2J\\u{a}line", "two", { completed: ["warning: Dry"] }]);
  });

  it.each([
    ["at once", () => Promise.reject(new Error("no ink"))],
    [
      "without a promise",
      () => {
        throw new Error("no ink");
      },
    ],
  ])("completes with the error of what is thrown %s", async (_, thrower) => {
    expect(await invoke({ invoke: thrower })).toEqual([{ completed: ["error: Library failed"] }]);
  });

  it("completes with what was warned of before the error", async () => {
    const events = await invoke({
      invoke: async ({ warn }) => {
        warn("Dry", "The ink is nearly dry.");
        throw new Error("no ink");
      },
    });
    expect(events).toEqual([{ completed: ["warning: Dry", "error: Library failed"] }]);
  });

  it("completes with what it can't serve: an unknown type, no connection, a configuration that is not known", async () => {
    const { listen } = serve({ actions: [stamp()] });
    expect(saidBy(await listen("invokeAction", { actionType: "library_burn" }))).toEqual([
      { completed: ["error: Unknown action"] },
    ]);
    expect(saidBy(await listen("invokeAction", { ...STAMP, config: configOf() }))).toEqual([
      { completed: ["error: Provider not configured"] },
    ]);
    expect(await invoke({}, { ink: UNKNOWN })).toEqual([
      { completed: ["error: Configuration not known yet"] },
    ]);
  });
});

describe("PlanAction and ValidateActionConfig", () => {
  const { ask } = serve({ actions: [stamp()] });
  const plan = async (config: ValueRecord) =>
    told(await ask("planAction", { ...STAMP, config: configOf(config) }));

  it("plan without a connection, with values that are not known yet, and refuse", async () => {
    expect(await plan({ copy_id: UNKNOWN, ink: UNKNOWN })).toEqual([]);
    expect(await plan({ ink: "red" })).toEqual(["error: No red ink"]);
    expect(told(await ask("planAction", { actionType: "library_burn" }))).toEqual(["error: Unknown action"]);
  });

  it("validate a configuration", async () => {
    expect(
      told(await ask("validateActionConfig", { ...STAMP, config: configOf({ copy_id: null }) })),
    ).toEqual(["error: Missing required argument"]);
    expect(told(await ask("validateActionConfig", { ...STAMP, config: configOf() }))).toEqual([]);
  });

  it("stand in the schema with a schema of their own", async () => {
    const schema = await ask("getProviderSchema", {});
    const attributes = schema.actionSchemas.library_stamp?.schema?.block?.attributes ?? [];
    expect(attributes.map(({ name, required }) => [name, required])).toEqual([
      ["copy_id", true],
      ["ink", false],
    ]);
    expect((await ask("getMetadata", {})).actions).toMatchObject([{ typeName: "library_stamp" }]);
  });
});
