import { describe, expect, it } from "vitest";
import {
  type CardHandlers,
  card,
  cardAttributes,
  cardHandlers,
  RENEW_AT,
} from "../../test/support/library-ephemeral.ts";
import { environment } from "../../test/support/library-provider.ts";
import { Decimal } from "./decimal.ts";
import { closeEphemeral, openEphemeral, renewEphemeral } from "./use-ephemeral.ts";
import { UNKNOWN, type ValueRecord } from "./value.ts";

const n = (source: number) => Decimal.from(source);
const bytes = (text: string) => new TextEncoder().encode(text);
const nothing = Object.fromEntries(Object.keys(cardAttributes).map((name) => [name, null]));
const CONFIG: ValueRecord = { ...nothing, reader: "Anne" };
const open = (own: Partial<CardHandlers> = {}, config = CONFIG) =>
  openEphemeral(card({ ...cardHandlers, ...own } as CardHandlers), config, environment());
const told = (diagnostics: readonly { readonly severity: string; readonly summary: string }[]) =>
  diagnostics.map(({ severity, summary }) => `${severity}: ${summary}`);

const good = { reader: "Anne", days: 7, desk: "front", picture: null, code: "x" };

describe("opening", () => {
  it("gives defaults to the handler, and its result, renewal and private data to the client", async () => {
    const opened = await open();
    expect(opened).toEqual({
      result: { reader: "Anne", days: n(7), desk: "front", picture: null, code: "Bath-Anne-7" },
      renewAt: RENEW_AT,
      private: bytes('{"serial":12}'),
      diagnostics: [],
    });
  });

  it("fills in what is computed inside configured objects", async () => {
    const opened = await open({}, { ...CONFIG, picture: { file: "a.png", width: null } });
    expect(opened.result?.picture).toEqual({ file: "a.png", width: n(100) });
    expect(opened.diagnostics).toEqual([]);
  });

  it("says so when the handler fails, and closes nothing", async () => {
    let closed = 0;
    const opened = await open({
      open: async () => {
        throw new Error("no cards left");
      },
      close: async () => {
        closed += 1;
      },
    });
    expect([opened.result, told(opened.diagnostics), closed]).toEqual([null, ["error: Library failed"], 0]);
  });

  it("keeps what was configured, and names what differs", async () => {
    const opened = await open({
      open: async () => ({ result: { ...good, reader: "Emma", days: 9 } }),
    } as never);
    expect(opened.result).toMatchObject({ reader: "Anne", days: n(7) });
    expect(told(opened.diagnostics)).toEqual([
      "warning: Configured value kept: reader",
      "warning: Configured value kept: days",
    ]);
  });

  const unusable: readonly [string, object][] = [
    ["a result of another type", { result: { ...good, code: 5 }, renewAt: null }],
    ["a renewal at no instant", { result: good, renewAt: new Date(Number.NaN) }],
  ];
  it.each(unusable)("closes again after %s: the client would not", async (_name, answer) => {
    const closed: unknown[] = [];
    const opened = await open({
      open: async ({ private: left }: { readonly private: { set(key: string, value: number): void } }) => {
        left.set("serial", 13);
        return answer as never;
      },
      close: async ({ private: left, warn }) => {
        closed.push(left.get("serial"));
        warn("Closed early", "It was of no use.");
      },
    } as Partial<CardHandlers>);
    expect([opened.result, closed]).toEqual([null, [13]]);
    expect(told(opened.diagnostics)).toEqual(["warning: Closed early", "error: Library failed"]);
  });

  it("waits for arguments that are unknown", async () => {
    const opened = await open({}, { ...CONFIG, days: UNKNOWN });
    expect([opened.result, told(opened.diagnostics)]).toEqual([null, ["error: Configuration not known yet"]]);
  });
});

describe("renewing and closing", () => {
  const left = bytes('{"serial":12}');

  it("see what opening left", async () => {
    const seen: unknown[] = [];
    const watched = card({
      ...cardHandlers,
      renew: async ({ private: own, timeoutMs }) => {
        seen.push(own.get("serial"), timeoutMs);
        return null;
      },
      close: async ({ private: own }) => {
        seen.push(own.get("serial"));
      },
    } as CardHandlers);
    expect(await renewEphemeral(watched, left, environment())).toEqual({ renewAt: null, diagnostics: [] });
    expect(await closeEphemeral(watched, left, environment())).toEqual([]);
    expect(seen).toEqual([12, 6_000, 12]);
  });

  it("say what failed", async () => {
    const failing = card({
      ...cardHandlers,
      renew: async () => new Date(Number.NaN),
      close: async () => {
        throw new Error("the door is open");
      },
    } as CardHandlers);
    const renewed = await renewEphemeral(failing, left, environment());
    expect([renewed.renewAt, told(renewed.diagnostics)]).toEqual([null, ["error: Library failed"]]);
    expect(told(await closeEphemeral(failing, left, environment()))).toEqual(["error: Library failed"]);
  });

  it("need no handler", async () => {
    const lasting = card({ open: async () => ({ result: good }) });
    const opened = await openEphemeral(lasting, CONFIG, environment());
    expect([opened.renewAt, opened.private, opened.diagnostics]).toEqual([null, new Uint8Array(), []]);
    expect(await renewEphemeral(lasting, left, environment())).toEqual({ renewAt: null, diagnostics: [] });
    expect(await closeEphemeral(lasting, left, environment())).toEqual([]);
  });
});
