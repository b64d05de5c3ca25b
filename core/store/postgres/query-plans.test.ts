import pg from "pg";
import { expect, it } from "vitest";
import { ACCOUNT, openPlace, sslPart, viewOf } from "../../../test/support/inventory.ts";
import { sharedPostgres } from "../../../test/support/postgres.ts";
import type { InventoryFilter } from "../../domain/inventory.ts";

const NOW = new Date("2026-06-15T12:00:00.000Z");
const ROWS = 3_000;

interface Asked {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** What is asked of servers while the work goes on. */
async function askedIn(work: () => Promise<unknown>): Promise<readonly Asked[]> {
  const asked: Asked[] = [];
  const query = Reflect.get(pg.Client.prototype, "query");
  const listen = function (this: pg.Client, text: string, values: unknown[], ...more: unknown[]) {
    if (/^\s*(?:select|with)\b/.test(text)) asked.push({ text, values });
    return Reflect.apply(query, this, [text, values, ...more]);
  };
  Reflect.set(pg.Client.prototype, "query", listen);
  try {
    await work();
  } finally {
    Reflect.set(pg.Client.prototype, "query", query);
  }
  return asked;
}

const FILTERS: Readonly<Record<string, InventoryFilter>> = {
  "without comments": { conditions: [{ attribute: "comments", isPresent: false }] },
  "without one alternative name": {
    conditions: [
      { attribute: "subjectAlternativeNames", operator: "not_equals", anyOf: ["www.h7.example.test"] },
    ],
  },
  "not of that name": {
    conditions: [{ attribute: "commonName", operator: "not_equals", anyOf: ["h7.example.test"] }],
  },
  "each certificate once": { isUnique: true },
  "one of two": {
    anyOf: [
      { conditions: [{ attribute: "comments", isPresent: false }] },
      { conditions: [{ attribute: "customFields", isPresent: true }] },
    ],
  },
};

it("S84 no filter reads a list anew for each row, however little memory the server has: that took minutes of a million rows", async () => {
  const { server, schema } = await sharedPostgres();
  const store = await openPlace(server.url(schema));
  const session = await store.tryImport(ACCOUNT);
  const parts = Array.from({ length: ROWS }, (_, index) => sslPart(index + 1));
  await session?.put("bulk", parts, NOW);
  await session?.release();
  await server.sql(`vacuum analyze`);
  const client = new pg.Client({ connectionString: server.url(schema), ssl: false });
  await client.connect();
  await client.query(`set search_path to ${schema}; set work_mem to '64kB'; set hash_mem_multiplier to 1`);
  for (const [name, filter] of Object.entries(FILTERS)) {
    const question = { view: viewOf(), filter, now: NOW };
    const asked = await askedIn(async () => {
      expect((await store.query(question)).total, name).toBeGreaterThan(0);
      expect((await store.count(question)).total, name).toBeGreaterThan(0);
    });
    expect(asked.length, name).toBeGreaterThan(1);
    for (const { text, values } of asked) {
      const { rows } = await client.query(`explain ${text}`, [...values]);
      const plan = rows.map((row) => String(row["QUERY PLAN"])).join("\n");
      expect(plan, `${name}\n${text}`).not.toMatch(/SubPlan \d+\n\s+->\s+Materialize/);
    }
  }
  await client.end();
  await store.close();
  await server.sql(`drop schema ${schema} cascade`);
});
