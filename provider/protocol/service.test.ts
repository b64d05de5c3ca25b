import { describe, expect, it } from "vitest";
import { book, bookAttributes, bookTree, catalogue } from "../../test/support/library-provider.ts";
import { BOOK, CONFIG, dv, STATE, serve, settings, told } from "../../test/support/library-service.ts";
import { objectFrom } from "./wire.ts";

const bytes = (text: string) => new TextEncoder().encode(text);

describe("without a connection", () => {
  it("plans, but neither reads nor applies; what was there stays as it came", async () => {
    const { ask } = serve();
    const proposed = { proposedNewState: dv(CONFIG), config: dv(CONFIG), priorState: dv(null) };
    expect(told(await ask("planResourceChange", { ...BOOK, ...proposed }))).toEqual([]);
    const read = await ask("readResource", { ...BOOK, currentState: dv(STATE), private: bytes("p") });
    expect(told(read)).toEqual(["error: Provider not configured"]);
    expect([objectFrom(bookAttributes, read.newState), read.private]).toEqual([STATE, bytes("p")]);
    const applied = await ask("applyResourceChange", {
      ...BOOK,
      priorState: dv(STATE),
      plannedState: dv(null),
      plannedPrivate: bytes("p"),
    });
    expect(told(applied)).toEqual(["error: Provider not configured"]);
    expect([objectFrom(bookAttributes, applied.newState), applied.private]).toEqual([STATE, bytes("p")]);
    const config = dv({ word: "a", limit: null, isbns: null }, catalogue.spec.attributes);
    expect(told(await ask("readDataSource", { typeName: "library_catalogue", config }))).toEqual([
      "error: Provider not configured",
    ]);
  });

  it("reports what was wrong with the configuration", async () => {
    const { ask } = serve();
    expect(told(await ask("configureProvider", { config: dv({ town: null }, settings) }))).toEqual([
      "error: Missing required argument",
    ]);
    expect(told(await ask("configureProvider", {}))).toEqual(["error: Missing configuration"]);
  });
});

describe("trouble", () => {
  it("of any kind is a message, never a broken call", async () => {
    const { ask } = serve();
    const garbage = { msgpack: Uint8Array.from([0x81]) };
    expect(told(await ask("validateResourceConfig", { ...BOOK, config: garbage }))).toEqual([
      "error: Library failed",
    ]);
    expect(told(await ask("planResourceChange", { ...BOOK, config: garbage }))).toEqual([
      "error: Library failed",
    ]);
    expect(told(await ask("configureProvider", { config: garbage }))).toEqual(["error: Library failed"]);
  });

  it("does not follow from a stop: what is in flight is cancelled, and later calls are served", async () => {
    const asked = Promise.withResolvers<void>();
    const { configured, ask } = serve({
      resources: [
        book({
          read: ({ signal }) =>
            new Promise((_resolve, reject) => {
              signal.addEventListener("abort", () => reject(new Error("cancelled")));
              asked.resolve();
            }),
        }),
      ],
    });
    await configured();
    const reading = ask("readResource", { ...BOOK, currentState: dv(STATE) });
    await asked.promise;
    expect((await ask("stopProvider", {})).Error).toBe("");
    const answer = await reading;
    expect(told(answer)).toEqual(["error: Library failed"]);
    expect(objectFrom(bookAttributes, answer.newState)).toEqual(STATE);
    expect(
      told(await ask("validateResourceConfig", { ...BOOK, config: dv(bookTree({ isbn: "1" })) })),
    ).toEqual([]);
  });
});
