import { describe, expect, it } from "vitest";
import { type ShelfHandlers, shelf, shelfArguments } from "../../../test/support/library-lists.ts";
import {
  book,
  bookAttributes,
  bookIdentity,
  bookTree,
  library,
  silentLog,
} from "../../../test/support/library-provider.ts";
import { BOOK, dv, serve, told } from "../../../test/support/library-service.ts";
import { Decimal } from "../../framework/decimal.ts";
import { listObjects } from "../../framework/list-objects.ts";
import { ProviderServer } from "../../framework/server.ts";
import { UNKNOWN, type ValueRecord } from "../../framework/value.ts";
import type { ListResource_Event } from "../gen/tfplugin6_pb.js";
import { objectFrom, valueTo } from "../wire.ts";

const n = (source: number) => Decimal.from(source);
const configOf = (given: ValueRecord = {}) => dv({ word: null, count: null, ...given }, shelfArguments);

interface Question {
  readonly config?: ValueRecord;
  readonly limit?: number;
  readonly objects?: boolean;
  readonly reads?: Parameters<typeof book>[0];
}

async function list(
  own: Partial<ShelfHandlers> = {},
  { config, limit = 100, objects = false, reads = {} }: Question = {},
) {
  const { listen, configured } = serve({ listResources: [shelf(own)], resources: [book(reads)] });
  await configured();
  return listen("listResource", {
    ...BOOK,
    config: configOf(config),
    limit: BigInt(limit),
    includeResourceObject: objects,
  });
}

const namesOf = (events: readonly ListResource_Event[]) => events.map(({ displayName }) => displayName);
const saidBy = (events: readonly ListResource_Event[]) =>
  events.flatMap(({ diagnostic }) => told({ diagnostics: diagnostic }));

describe("ListResource", () => {
  it("gives identities and names, and no object unless it is asked for", async () => {
    const events = await list();
    expect(events.map(({ identity }) => objectFrom(bookIdentity, identity?.identityData))).toEqual(
      [1, 2, 3].map((copy) => ({ copy_id: n(copy), isbn: null })),
    );
    expect(namesOf(events)).toEqual(["Book 1", "Book 2", "Book 3"]);
    expect(events.every(({ resourceObject }) => resourceObject === undefined)).toBe(true);
  });

  it("imports and reads each object that is wanted, and answers the identity that the read completes", async () => {
    const read = async ({ state }: { state: object }) => ({ ...state, isbn: "978" });
    const events = await list({}, { objects: true, reads: { read: read as never } });
    expect(events.map(({ resourceObject }) => objectFrom(bookAttributes, resourceObject))).toEqual(
      [1, 2, 3].map((copy) => bookTree({ copy_id: n(copy), isbn: "978" })),
    );
    expect(objectFrom(bookIdentity, events[0]?.identity?.identityData)).toEqual({
      copy_id: n(1),
      isbn: "978",
    });
  });

  it("stops at the limit, and reads no object beyond it", async () => {
    const read: number[] = [];
    const reads = {
      read: async ({ state }: { state: { copy_id: number | null } }) => {
        read.push(state.copy_id ?? 0);
        return state;
      },
    };
    expect(namesOf(await list({}, { limit: 2, config: { count: n(9) } }))).toEqual(["Book 1", "Book 2"]);
    expect(await list({}, { limit: 0 })).toEqual([]);
    const events = await list(
      {},
      { limit: 3, objects: true, config: { count: n(9) }, reads: reads as never },
    );
    expect(namesOf(events)).toEqual(["Book 1", "Book 2", "Book 3"]);
    expect(read).toEqual([1, 2, 3]);
  });

  it("keeps the order while several are read at once", async () => {
    const waiting = new Map<number, () => void>();
    const reads = {
      read: ({ state }: { state: { copy_id: number | null } }) =>
        new Promise((resolve) => {
          waiting.set(state.copy_id ?? 0, () => resolve(state));
          // The second is ready before the first.
          if (state.copy_id === 2) {
            waiting.get(2)?.();
            setImmediate(() => waiting.get(1)?.());
          }
          if (state.copy_id === 3) waiting.get(3)?.();
        }),
    };
    expect(namesOf(await list({}, { objects: true, reads: reads as never }))).toEqual([
      "Book 1",
      "Book 2",
      "Book 3",
    ]);
  });

  it("shows a warning before the object that it was given before, and those of the end at the end", async () => {
    const events = await list({
      async *list({ warn, limit }) {
        warn("More", `There are more than ${limit}.`);
        yield { identity: { copy_id: 1 }, displayName: "Book 1" };
        warn("Last", "That was all.");
      },
    });
    expect(
      events.map(({ identity, diagnostic }) => [identity !== undefined, told({ diagnostics: diagnostic })]),
    ).toEqual([
      [false, ["warning: More"]],
      [true, []],
      [false, ["warning: Last"]],
    ]);
  });

  it("shows what was warned of before a failure beside its error", async () => {
    const events = await list({
      async *list({ warn }) {
        warn("Smoke", "It smells of smoke.");
        yield* [];
        throw new Error("burnt down");
      },
    });
    expect(saidBy(events)).toEqual(["warning: Smoke", "error: Library failed"]);
  });

  it("takes a block without config for one that leaves all arguments out", async () => {
    const { listen, configured } = serve({ listResources: [shelf()] });
    await configured();
    const events = await listen("listResource", { ...BOOK, limit: 9n });
    expect(namesOf(events)).toEqual(["Book 1", "Book 2", "Book 3"]);
  });

  it("leaves out with a warning, and without an identity, what alone can't be read or is gone", async () => {
    const reads = {
      read: async ({ state }: { state: { copy_id: number | null } }) => {
        if (state.copy_id === 1) throw new RangeError("torn");
        return state.copy_id === 2 ? null : state;
      },
    };
    const events = await list({}, { objects: true, reads: reads as never });
    expect(events.map(({ identity }) => identity !== undefined)).toEqual([false, false, true]);
    expect(saidBy(events)).toEqual([
      "warning: Book 1 is left out: it can't be read",
      "warning: Book 2 is left out: it can't be read",
    ]);
    expect(events[0]?.diagnostic[0]?.detail).toContain("torn");
  });

  it("ends with one error where more than one object is concerned", async () => {
    const reads = {
      read: async ({ state }: { state: { copy_id: number | null } }) => {
        if (state.copy_id === 2) throw new Error("closed");
        return state;
      },
    };
    const events = await list({}, { objects: true, reads: reads as never, config: { count: n(9) } });
    expect(events.map(({ identity }) => identity !== undefined)).toEqual([true, false]);
    expect(saidBy(events)).toEqual(["error: Library failed"]);
    const broken = await list({
      async *list() {
        yield { identity: { copy_id: 1 }, displayName: "Book 1" };
        throw new Error("burnt down");
      },
    });
    expect(saidBy(broken)).toEqual(["error: Library failed"]);
  });

  it("ends with an error when the run is interrupted, however politely the finder stops", async () => {
    const server = new ProviderServer(library({ listResources: [shelf()] }), silentLog);
    await server.configure({ town: "Bath" }, "1.16.0", new AbortController().signal);
    const resource = server.resources.get("library_book");
    if (resource === undefined) throw new Error("no such resource");
    const polite = shelf({
      async *list() {
        yield { identity: { copy_id: 1 }, displayName: "Book 1" };
        server.stop();
      },
    });
    const deaf = shelf({
      async *list() {
        yield { identity: { copy_id: 1 }, displayName: "Book 1" };
        server.stop();
        yield* [2, 3].map((copy_id) => ({ identity: { copy_id }, displayName: `Book ${copy_id}` }));
      },
    });
    const input = { config: { word: null, count: null }, limit: 9, includeObject: false };
    for (const finder of [polite, deaf]) {
      const connected = server.connected(new AbortController().signal);
      if ("severity" in connected) throw new Error("not configured");
      const said: string[] = [];
      for await (const { displayName, diagnostics } of listObjects(
        { list: finder, resource },
        input,
        connected,
      ))
        said.push(displayName, ...diagnostics.map(({ severity, summary }) => `${severity}: ${summary}`));
      expect(said).toEqual(["Book 1", "", "error: List cancelled"]);
    }
  });

  it("shows control characters and turns of direction in names as what they are", async () => {
    const [event] = await list({
      async *list() {
        yield { identity: { copy_id: 1 }, displayName: "\u001b[2JEm\u202Ema\r\nfree" };
      },
    });
    expect(event?.displayName).toBe("\\u{1b}[2JEm\\u{202e}ma\\u{d}\\u{a}free");
  });

  it("says what it can't serve: an unknown type, no connection, a configuration that is not known", async () => {
    const { listen } = serve({ listResources: [shelf()] });
    expect(saidBy(await listen("listResource", { typeName: "library_film", limit: 1n }))).toEqual([
      "error: Unknown list resource",
    ]);
    expect(saidBy(await listen("listResource", { ...BOOK, limit: 1n }))).toEqual([
      "error: Provider not configured",
    ]);
    expect(saidBy(await list({}, { config: { word: UNKNOWN } }))).toEqual([
      "error: Configuration not known yet",
    ]);
  });
});

describe("ValidateListResourceConfig", () => {
  const { ask } = serve({ listResources: [shelf()] });
  const validate = async (config: ValueRecord | null, limit: number | null = null) =>
    told(
      await ask("validateListResourceConfig", {
        ...BOOK,
        ...(config === null ? {} : { config: configOf(config) }),
        limit: valueTo({ kind: "number" }, limit === null ? null : n(limit)),
      }),
    );

  it("takes a block without config, values that are not known yet, and judges the others", async () => {
    expect(await validate(null)).toEqual([]);
    expect(await validate({ word: UNKNOWN }, 0)).toEqual([]);
    expect(await validate({ word: "" })).toEqual(["error: No word"]);
    expect(await validate({}, -1)).toEqual(["error: Invalid value for limit"]);
  });
});

describe("the schema", () => {
  it("has list resources apart from resources", async () => {
    const { ask } = serve({ listResources: [shelf()] });
    const schema = await ask("getProviderSchema", {});
    const attributes = schema.listResourceSchemas.library_book?.block?.attributes ?? [];
    expect(attributes.map(({ name, optional, computed }) => [name, optional, computed])).toEqual([
      ["count", true, false],
      ["word", true, false],
    ]);
    expect((await ask("getMetadata", {})).listResources).toMatchObject([{ typeName: "library_book" }]);
  });
});
