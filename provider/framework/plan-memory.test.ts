import { expect, it } from "vitest";
import { book, bookTree, environment } from "../../test/support/library-provider.ts";
import { applyResource } from "./apply-resource.ts";
import { Decimal } from "./decimal.ts";
import { planResource } from "./plan-resource.ts";
import type { Json } from "./private.ts";
import { UNKNOWN } from "./value.ts";

const bytes = (value: object) => new TextEncoder().encode(JSON.stringify(value));
const read = (octets: Uint8Array): unknown =>
  octets.length === 0 ? {} : JSON.parse(new TextDecoder().decode(octets));
const PRIOR = bookTree({
  isbn: "1",
  title: "Emma",
  pages: Decimal.from(100),
  slot: "A1",
  copy_id: Decimal.from(7),
  checked: "x",
});
const config = (title: string) => bookTree({ isbn: "1", title });
const NOTHING = new Uint8Array();

/** Plans another title; notes what the plan before has kept, and keeps something. */
async function plan(title: string, planned: Uint8Array | null, prior = true) {
  const seen: (Json | undefined)[] = [];
  const remembering = book({
    plan: async ({ memory }) => {
      seen.push(memory === null ? "none" : memory.before);
      memory?.keep("noon");
      return {};
    },
  });
  const proposed = { ...PRIOR, title };
  const input = {
    config: config(title),
    prior: prior ? PRIOR : null,
    proposed,
    private: bytes({ own: 1 }),
    planned,
  };
  const output = await planResource(remembering, input, environment());
  return { seen, private: read(output.private) };
}

it("hands what a plan keeps to the plan of its apply", async () => {
  const first = await plan("Persuasion", NOTHING);
  expect(first).toEqual({ seen: [undefined], private: { own: 1, planned: "noon" } });
  expect((await plan("Persuasion", bytes({ own: 1, planned: "noon" }))).seen).toEqual(["noon"]);
});

it("keeps nothing in an empty plan, in a create, and for a client that hands nothing on", async () => {
  expect((await plan("Emma", NOTHING)).private).toEqual({ own: 1 });
  expect((await plan("Persuasion", null)).private).toEqual({ own: 1 });
  expect((await plan("Persuasion", NOTHING, false)).seen).toEqual(["none"]);
});

it("lets none of it into state, whatever comes of the apply", async () => {
  const planned = { ...PRIOR, title: "Persuasion" };
  const input = {
    config: config("Persuasion"),
    prior: PRIOR,
    planned,
    private: bytes({ own: 1, planned: "noon" }),
  };
  const seen: unknown[] = [];
  const update = async ({ private: data }: { private: { get: (key: string) => unknown } }) => {
    seen.push(data.get("planned"));
    throw new Error("torn");
  };
  for (const own of [{}, { update: update as never }]) {
    const { private: kept } = await applyResource(book(own), input, environment());
    expect(read(kept)).toEqual({ own: 1 });
  }
  expect(seen).toEqual(["noon"]);
  const open = { ...input, config: { ...config("Persuasion"), title: UNKNOWN } };
  const refused = await applyResource(book(), open, environment());
  expect(refused.diagnostics).toMatchObject([{ summary: "Configuration not known yet" }]);
  expect(read(refused.private)).toEqual({ own: 1 });
  const lent = { ...PRIOR, is_lent: true };
  const recorded = await applyResource(book(), { ...input, planned: lent }, environment());
  expect(read(recorded.private)).toEqual({ own: 1 });
});
