import { describe, expect, it } from "vitest";
import {
  type BookHandlers,
  book,
  bookAttributes,
  bookTree,
  environment,
} from "../../test/support/library-provider.ts";
import { proposedNew } from "../../test/support/terraform-core.ts";
import { checkPlan } from "./check/check-plan.ts";
import { Decimal } from "./decimal.ts";
import { error, warning } from "./diagnostics.ts";
import { path } from "./path.ts";
import { planResource } from "./plan-resource.ts";
import { UNKNOWN, type ValueRecord } from "./value.ts";

const n = (source: number) => Decimal.from(source);
const bytes = (text: string) => new TextEncoder().encode(text);
const textOf = (data: Uint8Array) => new TextDecoder().decode(data);

interface Case {
  readonly config: ValueRecord | null;
  readonly prior: ValueRecord | null;
  readonly plan?: BookHandlers["plan"];
  readonly private?: string;
}

async function plan({ config, prior, plan: hook, private: data = "" }: Case) {
  const given = config === null ? null : bookTree({ isbn: "1", ...config });
  const before = prior === null ? null : bookTree(prior);
  const input = {
    config: given,
    prior: before,
    proposed: given === null ? null : proposedNew(bookAttributes, before, given),
    private: bytes(data),
  };
  const output = await planResource(book(hook && { plan: hook }), input, environment());
  if (given !== null && output.planned !== null)
    expect(checkPlan(bookAttributes, { config: given, prior: before, planned: output.planned })).toEqual([]);
  return output;
}

const STATE = {
  isbn: "1",
  title: "Emma",
  pages: n(100),
  slot: "A1",
  copy_id: n(7),
  checked: "today",
};

describe("planResource", () => {
  it("plans a create: defaults in, what is computed unknown, nothing to recreate", async () => {
    const { planned, requiresReplace } = await plan({ config: { title: "Emma" }, prior: null });
    expect(planned).toMatchObject({
      title: "Emma",
      pages: n(100),
      slot: UNKNOWN,
      copy_id: UNKNOWN,
      due: UNKNOWN,
    });
    expect(requiresReplace).toEqual([]);
  });

  it("plans nothing when nothing changed, in whatever spelling", async () => {
    const { planned } = await plan({ config: { title: "EMMA" }, prior: STATE });
    expect(planned).toEqual(bookTree(STATE));
  });

  it("answers the prior state itself when nothing changed: its digits, its order of a set", async () => {
    const prior = { ...STATE, price: Decimal.from("1.50"), tags: ["a", "b"] };
    const config = { title: "Emma", price: Decimal.from("1.5"), tags: ["b", "a"] };
    const { planned } = await plan({ config, prior });
    expect([String(planned?.price), planned?.tags]).toEqual(["1.50", ["a", "b"]]);
  });

  it("plans an update: what is kept stays known, the rest that is computed does not", async () => {
    const { planned, requiresReplace } = await plan({ config: { title: "Persuasion" }, prior: STATE });
    expect(planned).toMatchObject({
      title: "Persuasion",
      slot: "A1",
      copy_id: n(7),
      due: null,
      checked: UNKNOWN,
    });
    expect(requiresReplace).toEqual([]);
  });

  it("plans a change of stored settings without touching anything else", async () => {
    const { planned } = await plan({
      config: {
        title: "Emma",
        timeouts: { create: "5m", read: null, update: null, delete: null },
        is_lent: true,
      },
      prior: STATE,
    });
    expect(planned).toMatchObject({ is_lent: true, timeouts: { create: "5m" }, checked: "today" });
  });

  it("recreates where a changed attribute says so, unknown counting as changed", async () => {
    expect((await plan({ config: { isbn: "2" }, prior: STATE })).requiresReplace).toEqual([path("isbn")]);
    expect((await plan({ config: { isbn: UNKNOWN }, prior: STATE })).requiresReplace).toEqual([path("isbn")]);
    expect((await plan({ config: { title: "B" }, prior: STATE })).requiresReplace).toEqual([]);
  });

  it("keeps a destroy plan null, whatever the resource says", async () => {
    const hook: BookHandlers["plan"] = async ({ action, config, planned, prior }) => {
      expect({ action, config, planned, id: prior?.copy_id }).toEqual({
        action: "delete",
        config: null,
        planned: null,
        id: 7,
      });
      return { set: { due: "now" }, diagnostics: [warning("Gone for ever", "It is the last copy.")] };
    };
    const { planned, diagnostics } = await plan({ config: null, prior: STATE, plan: hook });
    expect(planned).toBeNull();
    expect(diagnostics).toMatchObject([{ summary: "Gone for ever" }]);
  });
});

describe("a resource's own plan", () => {
  it("sees the configuration with its defaults, and unknown where a part is", async () => {
    const hook: BookHandlers["plan"] = async ({ action, config, planned, prior }) => {
      expect({ action, prior }).toEqual({ action: "create", prior: null });
      expect(config).toMatchObject({ pages: 100, tags: UNKNOWN, pin_wo: "1234" });
      expect(planned).toMatchObject({ pages: 100, copy_id: UNKNOWN });
      expect(planned).not.toHaveProperty("pin_wo");
      return {};
    };
    const { diagnostics } = await plan({
      config: { tags: ["a", UNKNOWN], pin_wo: "1234" },
      prior: null,
      plan: hook,
    });
    expect(diagnostics).toEqual([]);
  });

  it("decides computed attributes: known, null or after apply", async () => {
    const hook: BookHandlers["plan"] = async () => ({
      set: { copy_id: UNKNOWN, due: null, checked: "never" },
    });
    const { planned } = await plan({ config: { title: "Emma" }, prior: STATE, plan: hook });
    expect(planned).toMatchObject({ copy_id: UNKNOWN, due: null, checked: "never" });
  });

  it.each([
    ["an attribute that users set", { title: "b" }, /"title", which is not a computed attribute/],
    ["an attribute that does not exist", { colour: "b" }, /"colour", which is not a computed attribute/],
    ["a value of another type", { copy_id: "seven" }, /copy_id: a whole number was expected/],
  ])("may not set %s", async (_name, set, message) => {
    const hook = (async () => ({ set })) as unknown as NonNullable<BookHandlers["plan"]>; // what a cast lets through
    const { diagnostics } = await plan({ config: {}, prior: null, plan: hook });
    expect(diagnostics).toMatchObject([{ severity: "error", detail: expect.stringMatching(message) }]);
  });

  it("refuses by an error, and then nothing is recreated", async () => {
    const hook: BookHandlers["plan"] = async () => ({ diagnostics: [error("No", "Not this one.")] });
    const { diagnostics, requiresReplace } = await plan({ config: { isbn: "2" }, prior: STATE, plan: hook });
    expect(diagnostics).toHaveLength(1);
    expect(requiresReplace).toEqual([]);
  });

  it("fails with the provider's explanation of what it threw", async () => {
    const hook: BookHandlers["plan"] = async () => {
      throw new Error("the librarian is out");
    };
    const { diagnostics } = await plan({ config: {}, prior: null, plan: hook });
    expect(diagnostics).toEqual([error("Library failed", "the librarian is out")]);
  });
});

describe("private data in a plan", () => {
  it("goes back as it came when it was not changed", async () => {
    expect(textOf((await plan({ config: {}, prior: STATE, private: '{ "a": 1 }' })).private)).toBe(
      '{ "a": 1 }',
    );
  });

  it("is changed by the resource", async () => {
    const hook: BookHandlers["plan"] = async ({ private: data }) => {
      data.set("b", data.get("a") ?? null);
      return {};
    };
    expect(textOf((await plan({ config: {}, prior: STATE, private: '{"a":1}', plan: hook })).private)).toBe(
      '{"a":1,"b":1}',
    );
  });

  it("of the object that goes is not shown to the create that follows, yet passed on to its destroy", async () => {
    const hook: BookHandlers["plan"] = async ({ private: data }) => {
      expect(data.get("a")).toBeUndefined();
      return {};
    };
    const { private: passed, diagnostics } = await plan({
      config: {},
      prior: null,
      private: '{"a":1}',
      plan: hook,
    });
    expect(diagnostics).toEqual([]);
    expect(textOf(passed)).toBe('{"a":1}');
  });
});
