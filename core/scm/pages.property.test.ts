import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Page, paged, readTotal } from "./pages.ts";

interface Row {
  readonly sslId: number;
}

/** A list server with the liberties SCM's reference leaves it: short pages, no total, shuffled order per page. */
function server(rows: readonly Row[], options: { withTotal: boolean; cap: (position: number) => number }) {
  const asked: number[] = [];
  const list = paged<Row>({
    what: "list rows",
    size: 7,
    position: 0,
    identify: (row) => row.sslId,
    fetch: async (position, size): Promise<Page<Row>> => {
      asked.push(position);
      const length = Math.max(1, Math.min(size, options.cap(position)));
      return {
        items: rows.slice(position, position + length),
        total: options.withTotal ? rows.length : null,
      };
    },
  });
  return { list, asked };
}

async function all(list: AsyncIterable<Row>): Promise<number[]> {
  const ids: number[] = [];
  for await (const row of list) ids.push(row.sslId);
  return ids;
}

describe("paged", () => {
  it("delivers every row once, however short the pages and whether or not there is a total", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.integer({ min: 1 }), { maxLength: 60 }),
        fc.boolean(),
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 }),
        async (ids, withTotal, caps) => {
          const rows = ids.map((sslId) => ({ sslId }));
          const { list } = server(rows, { withTotal, cap: (position) => caps[position % caps.length] ?? 1 });
          expect(await all(list)).toEqual(ids);
        },
      ),
    );
  });

  it("asks once per page when SCM counts, and for one page only when awaited", async () => {
    const rows = Array.from({ length: 20 }, (_, index) => ({ sslId: index + 1 }));
    const { list, asked } = server(rows, { withTotal: true, cap: () => 7 });
    expect(asked).toEqual([]);
    expect(await list).toEqual({ items: rows.slice(0, 7), total: 20 });
    expect(asked).toEqual([0]);
    expect(await all(list)).toHaveLength(20);
    expect(asked).toEqual([0, 0, 7, 14]);
  });

  /** Answers these pages one after the other, the last one again and again. */
  const answering = (...pages: readonly Page<Row>[]) => {
    const left = [...pages];
    const fetch = async (): Promise<Page<Row>> => {
      const page = left.length > 1 ? left.shift() : left[0];
      if (page === undefined) throw new Error("no page");
      return page;
    };
    return paged<Row>({
      ...{ what: "list rows", size: 2, position: 0, fetch },
      identify: ({ sslId }) => sslId,
    });
  };

  it("refuses an empty page below the announced total, wherever it comes", async () => {
    const refused = { code: "contract.list_breaks_off" };
    await expect(all(answering({ items: [], total: 3 }))).rejects.toMatchObject(refused);
    const first = { items: [{ sslId: 1 }, { sslId: 2 }], total: 3 };
    await expect(all(answering(first, { items: [], total: 3 }))).rejects.toMatchObject(refused);
    await expect(all(answering(first, { items: [], total: null }))).rejects.toMatchObject(refused);
  });

  it("takes the end where the total shrank meanwhile, and goes on where the page was empty once", async () => {
    const first = { items: [{ sslId: 1 }, { sslId: 2 }], total: 3 };
    expect(await all(answering(first, { items: [], total: 2 }))).toEqual([1, 2]);
    expect(await all(answering(first, { items: [], total: 3 }, { items: [], total: 2 }))).toEqual([1, 2]);
    expect(await all(answering(first, { items: [], total: 3 }, { items: [{ sslId: 3 }], total: 3 }))).toEqual(
      [1, 2, 3],
    );
  });

  it("goes on where a total is smaller than the rows that came with it, and says so where it is larger", async () => {
    const [first, rest] = [[{ sslId: 1 }, { sslId: 2 }], [{ sslId: 3 }]] as const;
    for (const total of [0, 1]) {
      const end = { items: [], total: null };
      expect(await all(answering({ items: first, total }, { items: rest, total }, end))).toEqual([1, 2, 3]);
    }
    const larger = answering({ items: first, total: 400 }, { items: [], total: 400 });
    await expect(all(larger)).rejects.toThrow(/there are 400, and sends none after 2.*list_breaks_off/);
  });

  it("skips nothing behind a page whose rows stand in it twice, and ends where a list holds rows twice", async () => {
    const rows = Array.from({ length: 9 }, (_, at) => ({ sslId: at + 1 }));
    const list = (held: readonly Row[], sent: (page: readonly Row[]) => readonly Row[]) =>
      paged<Row>({
        ...{ what: "list rows", size: 3, position: 0, identify: ({ sslId }) => sslId },
        fetch: async (position, size) => ({
          items: sent(held.slice(position, position + size)),
          total: held.length,
        }),
      });
    const ids = rows.map(({ sslId }) => sslId);
    expect(await all(list(rows, (page) => page.flatMap((row) => [row, row])))).toEqual(ids);
    const doubled = rows.flatMap((row) => [row, row]);
    expect(await all(list(doubled, (page) => page))).toEqual(ids);
  });

  it("shows a row once that moved to the next page meanwhile", async () => {
    const pages: Row[][] = [[{ sslId: 1 }, { sslId: 2 }], [{ sslId: 2 }, { sslId: 3 }], []];
    const list = paged<Row>({
      what: "list rows",
      size: 2,
      position: 0,
      identify: (row) => row.sslId,
      fetch: async () => ({ items: pages.shift() ?? [], total: null }),
    });
    expect(await all(list)).toEqual([1, 2, 3]);
  });

  it("ends on a server that ignores paging and sends everything each time", async () => {
    const rows = [{ sslId: 1 }, { sslId: 2 }];
    const list = paged<Row>({
      what: "list rows",
      size: 7,
      position: 0,
      identify: (row) => row.sslId,
      fetch: async () => ({ items: rows, total: null }),
    });
    expect(await all(list)).toEqual([1, 2]);
  });

  it("fails in words on a server that sends the same full page for ever, instead of hanging or losing rows", async () => {
    const rows = [{ sslId: 1 }, { sslId: 2 }];
    for (const total of [null, 100]) {
      const list = paged<Row>({
        what: "list rows",
        size: 2,
        position: 0,
        identify: (row) => row.sslId,
        fetch: async () => ({ items: rows, total }),
      });
      await expect(all(list)).rejects.toMatchObject({ code: "contract.paging" });
    }
  });
});

describe("readTotal", () => {
  it.each([
    ["17", 17],
    ["0", 0],
    [" 3 ", 3],
    ["", null],
    ["-1", null],
    ["many", null],
    ["1e3", null],
    [undefined, null],
  ])("reads %j as %j", (header, expected) => {
    expect(readTotal(header)).toBe(expected);
  });
});
