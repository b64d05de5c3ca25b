import { describe, expect, it } from "vitest";
import {
  type BookHandlers,
  book,
  bookAttributes,
  bookState,
  bookTree,
  environment,
} from "../../test/support/library-provider.ts";
import { applyResource } from "./apply-resource.ts";
import { checkApplied } from "./check/check-applied.ts";
import { Decimal } from "./decimal.ts";
import { UNKNOWN, type ValueRecord } from "./value.ts";

const n = (source: number) => Decimal.from(source);
const bytes = (text: string) => new TextEncoder().encode(text);
const textOf = (data: Uint8Array) => new TextDecoder().decode(data);

const CONFIG = { isbn: "1", title: "Emma", pin_wo: "1234" };
const PLANNED = {
  isbn: "1",
  title: "Emma",
  pages: n(100),
  slot: UNKNOWN,
  copy_id: UNKNOWN,
  due: UNKNOWN,
  checked: UNKNOWN,
};
const STATE = { isbn: "1", title: "Emma", pages: n(100), slot: "A1", copy_id: n(7), checked: "today" };
const UPDATED = { ...STATE, title: "Persuasion", checked: UNKNOWN };

interface Case {
  readonly config?: ValueRecord | null;
  readonly prior: ValueRecord | null;
  readonly planned: ValueRecord | null;
  readonly private?: string;
}

const apply = (
  handlers: Partial<BookHandlers>,
  { config = CONFIG, prior, planned, private: data = "" }: Case,
) =>
  applyResource(
    book(handlers),
    {
      config: config && bookTree(config),
      prior: prior && bookTree(prior),
      planned: planned && bookTree(planned),
      private: bytes(data),
    },
    environment(),
  );

const create: Case = { prior: null, planned: PLANNED };
const update: Case = { config: { ...CONFIG, title: "Persuasion" }, prior: STATE, planned: UPDATED };
const remove: Case = { config: null, prior: STATE, planned: null };
const fail = async (): Promise<never> => {
  throw new Error("the roof came down");
};

describe("create", () => {
  it("answers what was planned, unknowns filled in", async () => {
    const { state, diagnostics } = await apply({}, create);
    expect(diagnostics).toEqual([]);
    expect(state).toMatchObject({ ...STATE, due: null });
    expect(checkApplied(bookAttributes, bookTree(PLANNED), state ?? {})).toEqual([]);
  });

  it("is given the configuration with defaults and write-only values, the plan, and its time", async () => {
    const handler: BookHandlers["create"] = async (request) => {
      expect(request.config).toMatchObject({ title: "Emma", pages: 100, pin_wo: "1234" });
      expect(request.planned).toMatchObject({ pages: 100, copy_id: UNKNOWN });
      expect(request.timeoutMs).toBe(60_000);
      expect(request.api.town).toBe("Bath");
      return bookState(request.config);
    };
    const timeouts = { create: "1m", read: null, update: null, delete: null };
    const { diagnostics } = await apply(
      { create: handler },
      { config: { ...CONFIG, timeouts }, prior: null, planned: { ...PLANNED, timeouts } },
    );
    expect(diagnostics).toEqual([]);
  });

  it("leaves nothing behind when it fails before anything exists", async () => {
    const { state, diagnostics } = await apply({ create: fail }, create);
    expect(state).toBeNull();
    expect(diagnostics).toMatchObject([{ severity: "error", detail: "the roof came down" }]);
  });

  it("leaves the last checkpoint behind when it fails after that, with what it noted beside it", async () => {
    const handler: BookHandlers["create"] = async ({ config, checkpoint, private: data }) => {
      checkpoint({ ...bookState(config), copy_id: 1, checked: "not yet" });
      data.set("step", 1);
      checkpoint({ ...bookState(config), copy_id: 2, checked: "not yet" });
      return fail();
    };
    const output = await apply({ create: handler }, create);
    expect(output.state).toMatchObject({ isbn: "1", copy_id: n(2), checked: "not yet" });
    expect(textOf(output.private)).toBe('{"step":1}');
    expect(output.diagnostics).toMatchObject([{ severity: "error" }]);
  });

  it("tells of an unusable value in the checkpoint only when that is what remains", async () => {
    const wrong = (config: Parameters<typeof bookState>[0]) => ({
      ...bookState(config),
      copy_id: "x" as never,
    });
    const failing = await apply(
      {
        create: async ({ config, checkpoint }) => {
          checkpoint(wrong(config));
          return fail();
        },
      },
      create,
    );
    expect(failing.diagnostics.map((d) => d.severity)).toEqual(["error", "warning"]);
    expect(failing.state).toMatchObject({ isbn: "1", copy_id: null });
    const fine = await apply(
      {
        create: async ({ config, checkpoint }) => {
          checkpoint(wrong(config));
          return bookState(config);
        },
      },
      create,
    );
    expect(fine.diagnostics).toEqual([]);
  });

  it("adds warnings to the answer, whether it succeeds or fails", async () => {
    const warned: BookHandlers["create"] = async ({ config, warn }) => {
      warn("Damp", "The shelf is wet.", "shelf");
      return bookState(config);
    };
    const { diagnostics } = await apply({ create: warned }, create);
    expect(diagnostics).toEqual([
      { severity: "warning", summary: "Damp", detail: "The shelf is wet.", path: [{ attribute: "shelf" }] },
    ]);
  });

  it("is not tainted by an answer that differs from the plan: the plan stands, with a warning", async () => {
    const { state, diagnostics } = await apply(
      { create: async ({ config }) => ({ ...bookState(config), title: "emma, a novel" }) },
      create,
    );
    expect(state?.title).toBe("Emma");
    expect(diagnostics).toMatchObject([{ severity: "warning", summary: "Planned value kept: title" }]);
  });

  it("stores no write-only value", async () => {
    const { state } = await apply({}, create);
    expect(JSON.stringify(state)).not.toMatch(/1234/);
  });
});

describe("update", () => {
  it("is given what was and what is wanted", async () => {
    const handler: BookHandlers["update"] = async ({ config, prior, planned, timeoutMs }) => {
      expect([prior.title, config.title, planned.checked, timeoutMs]).toEqual([
        "Emma",
        "Persuasion",
        UNKNOWN,
        3_000,
      ]);
      return bookState(config);
    };
    const { state, diagnostics } = await apply({ update: handler }, update);
    expect(diagnostics).toEqual([]);
    expect(state).toMatchObject({ title: "Persuasion", copy_id: n(7) });
  });

  it("leaves what was when it fails, and the checkpoint if there is one", async () => {
    expect((await apply({ update: fail }, update)).state).toEqual(bookTree(STATE));
    const half: BookHandlers["update"] = async ({ config, checkpoint }) => {
      checkpoint({ ...bookState(config), checked: "half" });
      return fail();
    };
    const { state, diagnostics } = await apply({ update: half }, update);
    expect(state).toMatchObject({ title: "Persuasion", checked: "half" });
    expect(diagnostics).toMatchObject([{ severity: "error" }]);
  });

  it("is not called for what is only stored, and private data stay", async () => {
    const planned = { ...STATE, is_lent: true };
    const output = await apply({ update: fail }, { prior: STATE, planned, private: '{ "a":1 }' });
    expect(output.state).toEqual(bookTree(planned));
    expect(textOf(output.private)).toBe('{ "a":1 }');
    expect(output.diagnostics).toEqual([]);
  });

  it("is called when the resource's own plan opened a computed attribute and nothing else changed", async () => {
    const { state } = await apply({}, { prior: STATE, planned: { ...STATE, checked: UNKNOWN } });
    expect(state).toMatchObject({ checked: "today", pages: n(100) });
  });
});

describe("delete", () => {
  it("leaves nothing, and is given what was", async () => {
    const handler: BookHandlers["delete"] = async ({ prior, timeoutMs, private: data }) => {
      expect([prior.copy_id, timeoutMs, data.get("a")]).toEqual([7, 4_000, 1]);
    };
    const { state, diagnostics } = await apply({ delete: handler }, { ...remove, private: '{"a":1}' });
    expect(state).toBeNull();
    expect(diagnostics).toEqual([]);
  });

  it("leaves everything when it fails", async () => {
    const { state, diagnostics } = await apply({ delete: fail }, remove);
    expect(state).toEqual(bookTree(STATE));
    expect(diagnostics).toMatchObject([{ severity: "error" }]);
  });
});

describe("a configuration that is not wholly known", () => {
  const config = { ...CONFIG, shelf: { room: UNKNOWN, floor: null, sign: null } };
  const untouched: Partial<BookHandlers> = {
    create: async () => Promise.reject(new Error("created")),
    update: async () => Promise.reject(new Error("updated")),
  };

  it("is not acted on; what was there stays", async () => {
    for (const prior of [null, STATE]) {
      const output = await apply(untouched, { config, prior, planned: UPDATED, private: "p" });
      expect(output.state).toEqual(prior && bookTree(prior));
      expect(textOf(output.private)).toBe("p");
      expect(output.diagnostics).toMatchObject([
        { severity: "error", summary: "Configuration not known yet" },
      ]);
    }
  });
});
