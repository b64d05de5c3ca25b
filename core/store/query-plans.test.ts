import type { DatabaseSync } from "node:sqlite";
import { expect, it } from "vitest";
import { ACCOUNT, sslPart, storeFolder, storeOf, viewOf } from "../../test/support/inventory.ts";
import type { InventoryFilter } from "../domain/inventory.ts";
import { openFile } from "./open-file.ts";

const NOW = new Date("2026-06-15T12:00:00.000Z");

/** What is asked of a connection from now on. */
function listen(opened: DatabaseSync): Set<string> {
  const asked = new Set<string>();
  const prepare = opened.prepare.bind(opened);
  opened.prepare = (sql: string) => {
    asked.add(sql);
    return prepare(sql);
  };
  return asked;
}

/** Steps that read a table of rows from end to end. Source: https://www.sqlite.org/eqp.html */
function scansIn(opened: DatabaseSync, statements: Iterable<string>): readonly string[] {
  const plans = [...statements].filter((sql) => /^\s*(select|with)\b/i.test(sql));
  const steps = plans.flatMap((sql) => opened.prepare(`explain query plan ${sql}`).all());
  const tables = /^SCAN (c|certificate|name|n|part|p|search|s)\b/;
  return steps.map(({ detail }) => String(detail)).filter((detail) => tables.test(detail));
}

const stepsOf = (opened: DatabaseSync) => (sql: string) =>
  opened
    .prepare(`explain query plan ${sql}`)
    .all()
    .map(({ detail }) => String(detail));

const isByIndex = ({ expiresWithinDays, conditions: [first] = [] }: InventoryFilter): boolean =>
  expiresWithinDays !== undefined ||
  ["keyStrength", "requester", "scmProfileId"].includes(first?.attribute ?? "");

const FILTERS: readonly InventoryFilter[] = [
  {},
  { expiresWithinDays: 30 },
  { statuses: ["Revoked"] },
  { businessUnits: ["Retail"] },
  { conditions: [{ attribute: "organizationId", operator: "equals", number: 7 }] },
  { conditions: [{ attribute: "issuer", operator: "contains", anyOf: ["ca"] }] },
  { conditions: [{ attribute: "keyStrength", operator: "less_than", number: 128 }] },
  { conditions: [{ attribute: "requester", operator: "equals", anyOf: ["me"] }] },
  { conditions: [{ attribute: "scmProfileId", operator: "equals", number: 3 }] },
  { conditions: [{ attribute: "commonName", operator: "equals", anyOf: ["h1.example.test"] }] },
];

const MOSTLY_MET: Readonly<Record<string, InventoryFilter>> = {
  "a text that all have": { text: "example" },
  "a part of all names": {
    conditions: [{ attribute: "commonName", operator: "contains", anyOf: ["example"] }],
  },
  "without comments": { conditions: [{ attribute: "comments", isPresent: false }] },
  "no such requester": { conditions: [{ attribute: "requester", operator: "not_equals", anyOf: ["me"] }] },
  "each certificate once": { isUnique: true },
};

it("S62 answers by indexes and the tally, which no number of rows makes slow", async () => {
  using place = storeFolder();
  const opened = await openFile(place.path);
  const store = await storeOf(opened);
  const session = await store.tryImport(ACCOUNT);
  // More than are found first and sorted then.
  for (let batch = 0; batch < 11; batch += 1) {
    const parts = Array.from({ length: 1_000 }, (_, index) => sslPart(batch * 1_000 + index + 1));
    await session?.put("bulk", parts, NOW);
  }
  for (const filter of FILTERS) {
    const asked = listen(opened);
    await store.query({ view: viewOf(), filter, now: NOW, limit: 10 });
    await store.count({ view: viewOf(), filter, now: NOW });
    expect(asked.size).toBeGreaterThan(0);
    expect([filter, scansIn(opened, asked)]).toEqual([filter, []]);
    if (!isByIndex(filter)) continue;
    // Counting looks at no row itself: cell, end and its kind stand in the indexes.
    const counting = [...asked].filter((sql) => /^\s*with.*alike\(/s.test(sql)).flatMap(stepsOf(opened));
    expect([filter, counting.filter((step) => /^SEARCH c /.test(step))]).toEqual([
      filter,
      [expect.stringMatching(/^SEARCH c USING COVERING INDEX/)],
    ]);
  }
  // What nearly all rows meet is counted by its exceptions.
  for (const [name, filter] of Object.entries(MOSTLY_MET)) {
    const listened = listen(opened);
    await store.count({ view: viewOf(), filter, now: NOW });
    const asked = [...listened];
    expect([name, asked.filter((sql) => sql.includes('"missed"')).length]).toEqual([name, 1]);
    const scans = scansIn(opened, asked);
    if (filter.isUnique === true) {
      expect(scans).toEqual([]);
      const steps = asked.filter((sql) => /^\s*with/.test(sql)).flatMap(stepsOf(opened));
      expect(steps.filter((step) => step.includes("certificate_shared"))).not.toEqual([]);
    }
    // That a look at everything would be seen.
    if (filter.text !== undefined) expect(scans).toContain("SCAN s");
  }
  await store.close();
});
