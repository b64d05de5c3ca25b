import { describe, expect, it } from "vitest";
import { type BookHandlers, bookAttributes } from "../../../test/support/library-provider.ts";
import { BOOK, CONFIG, dv, STATE, told, withBook } from "../../../test/support/library-service.ts";
import { proposedNew } from "../../../test/support/terraform-core.ts";
import { checkApplied } from "../../framework/check/check-applied.ts";
import { Decimal } from "../../framework/decimal.ts";
import type { ValueRecord } from "../../framework/value.ts";
import { objectFrom } from "../wire.ts";

const n = (source: number) => Decimal.from(source);
const bytes = (text: string) => new TextEncoder().encode(text);

describe("the life of a resource", () => {
  it("is planned, created, read, planned without a change, updated and deleted", async () => {
    const ask = await withBook({});
    const plan = async (config: ValueRecord | null, prior: ValueRecord | null) => {
      const answer = await ask("planResourceChange", {
        ...BOOK,
        config: dv(config),
        priorState: dv(prior),
        proposedNewState: dv(config && proposedNew(bookAttributes, prior, config)),
      });
      expect(told(answer)).toEqual([]);
      return objectFrom(bookAttributes, answer.plannedState);
    };
    const apply = async (
      config: ValueRecord | null,
      prior: ValueRecord | null,
      planned: ValueRecord | null,
    ) => {
      const answer = await ask("applyResourceChange", {
        ...BOOK,
        config: dv(config),
        priorState: dv(prior),
        plannedState: dv(planned),
      });
      expect(told(answer)).toEqual([]);
      const state = objectFrom(bookAttributes, answer.newState);
      if (planned !== null && state !== null)
        expect(checkApplied(bookAttributes, planned, state)).toEqual([]);
      return state;
    };
    const created = await apply(CONFIG, null, await plan(CONFIG, null));
    expect(created).toMatchObject({ title: "Emma", pin_wo: null, copy_id: n(7) });
    const read = await ask("readResource", { ...BOOK, currentState: dv(created) });
    expect(objectFrom(bookAttributes, read.newState)).toEqual(created);
    expect(await plan(CONFIG, created)).toEqual(created);
    const wished = { ...CONFIG, title: "Persuasion" };
    const updated = await apply(wished, created, await plan(wished, created));
    expect(updated).toMatchObject({ title: "Persuasion", copy_id: n(7) });
    expect(await plan(null, updated)).toBeNull();
    expect(await apply(null, updated, null)).toBeNull();
  });

  it("answers a null state in so many bytes: an empty answer would mean the same by accident only", async () => {
    const ask = await withBook({ read: async () => null });
    const answer = await ask("readResource", { ...BOOK, currentState: dv(STATE), private: bytes("{}") });
    expect(answer.newState?.msgpack).toEqual(Uint8Array.from([0xc0]));
    expect(answer.private).toHaveLength(0);
  });

  it("tells a plan of the plan before it only where the client says that it hands plans on", async () => {
    const seen: unknown[] = [];
    const plan: NonNullable<BookHandlers["plan"]> = async ({ memory }) => {
      seen.push(memory?.before ?? memory);
      return {};
    };
    const ask = await withBook({ plan });
    const config = { ...CONFIG, title: "Persuasion" };
    const request = {
      ...BOOK,
      config: dv(config),
      priorState: dv(STATE),
      proposedNewState: dv(proposedNew(bookAttributes, STATE, config)),
      plannedPrivate: bytes('{"planned":"noon"}'),
    };
    await ask("planResourceChange", request);
    await ask("planResourceChange", { ...request, clientCapabilities: { storePlannedPrivate: true } });
    expect(seen).toEqual([null, "noon"]);
  });

  it("sends paths that recreate, and private data on every way", async () => {
    const ask = await withBook({});
    const config = { ...CONFIG, isbn: "2" };
    const answer = await ask("planResourceChange", {
      ...BOOK,
      config: dv(config),
      priorState: dv(STATE),
      proposedNewState: dv(proposedNew(bookAttributes, STATE, config)),
      priorPrivate: bytes('{ "a":1}'),
    });
    expect(answer.requiresReplace.map(({ steps }) => steps.map(({ selector }) => selector.value))).toEqual([
      ["isbn"],
    ]);
    expect(answer.plannedPrivate).toEqual(bytes('{ "a":1}'));
    const read = await ask("readResource", { ...BOOK, currentState: dv(STATE), private: bytes('{ "a":1}') });
    expect(read.private).toEqual(bytes('{ "a":1}'));
  });
});
