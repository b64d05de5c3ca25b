import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { systemClock } from "../../core/base/clock.ts";
import { silentLogger } from "../../core/base/log.ts";
import type { InventoryFilter, InventoryQuery, InventoryView } from "../../core/domain/inventory.ts";
import { keyTraits } from "../../core/domain/key-traits.ts";
import type { RowPart } from "../../core/domain/merge-parts.ts";
import type { InventoryStore } from "../../core/store/inventory-store.ts";
import { openStore } from "../../core/store/open-store.ts";
import { type Figure, medians, slowest } from "./timing.ts";

const NOW = new Date("2026-06-15T12:00:00.000Z");
const DAY_MS = 86_400_000;
/** For the rows and the counts of one filter together. */
const LIMIT_MS = 500;
/** Of the file, for each row. */
const LIMIT_BYTES = 1_000;
const RUNS = 5;
const AT_ONCE = 1_000;
const ACCOUNT = { host: "cert-manager.com", customerUri: "cst01234", administrator: "svc-certs" };
const KEYS = ["RSA - 2048", "RSA - 4096", "EC - P-256", "EC - P-384"].map(keyTraits);

const VIEW: InventoryView = {
  account: ACCOUNT,
  types: ["ssl", "client", "device"],
  includeDiscovered: false,
  includeExpired: false,
  includeRevoked: true,
  businessUnits: { forAll: null, byOrganizationId: new Map() },
  ruleSet: null,
};

/** A number in [0, limit) that looks like chance and is always the same. */
function pick(index: number, purpose: number, limit: number): number {
  let mixed = Math.imul(index + 1, 0x9e3779b1) ^ Math.imul(purpose + 1, 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
  mixed = Math.imul(mixed ^ (mixed >>> 12), 0x297a2d39);
  return ((mixed ^ (mixed >>> 15)) >>> 0) % limit;
}

const hex = (index: number, purpose: number, words: number): string =>
  pick(index, purpose, 2 ** 32)
    .toString(16)
    .padStart(8, "0")
    .toUpperCase()
    .repeat(words);
const inDays = (days: number): string => new Date(NOW.getTime() + days * DAY_MS).toISOString();

/** Forty organizations, five issuers, four kinds of keys, all combinations: harder than what customers have. */
function certificate(index: number): RowPart {
  const ageDays = pick(index, 1, 199 * 1_440) / 1_440;
  const fate = pick(index, 2, 100);
  const organization = pick(index, 3, 40);
  return {
    type: "ssl",
    certificateId: 100_000 + 3 * index,
    commonName: `h${index}.example.test`,
    subjectAlternativeNames: [`h${index}.example.test`, `www.h${index}.example.test`],
    status: fate < 92 ? "Issued" : fate < 97 ? "Revoked" : "Requested",
    origin: pick(index, 4, 20) === 0 ? "discovered" : "managed",
    serialNumber: hex(index, 5, 4),
    sha1Hash: hex(index, 6, 5),
    organizationId: 7_000 + organization,
    organizationName: `Organization ${organization}`,
    scmProfileId: 3_300 + pick(index, 7, 10),
    issuer: `CN=Issuing CA ${pick(index, 8, 5)},O=Example,C=GB`,
    requester: `user${pick(index, 9, 300)}@example.test`,
    requested: inDays(-ageDays),
    expires: fate < 6 ? inDays(-pick(index, 10, 300)) : inDays(199 - ageDays),
    comments: pick(index, 12, 10) === 0 ? `ordered by team ${pick(index, 13, 50)}` : null,
    customFields:
      pick(index, 14, 4) === 0 ? [{ name: "Cost centre", value: String(pick(index, 15, 200)) }] : [],
    ...KEYS[pick(index, 11, KEYS.length)],
  };
}

/** Stores so many certificates as an import does. */
export async function fill(store: InventoryStore, count: number): Promise<void> {
  const session = await store.tryImport(ACCOUNT);
  if (session === null) throw new Error("the store is in use");
  for (let start = 0; start < count; start += AT_ONCE) {
    const length = Math.min(AT_ONCE, count - start);
    await session.put(
      "bulk",
      Array.from({ length }, (_, offset) => certificate(start + offset)),
      NOW,
    );
  }
  await session.release();
}

const FILTERS = {
  "everything, soonest end first": {},
  "ending within 30 days": { expiresWithinDays: 30 },
  "ending within 30 days, one issuer": {
    expiresWithinDays: 30,
    conditions: [{ attribute: "issuer", operator: "contains", anyOf: ["CA 3"] }],
  },
  revoked: { statuses: ["Revoked"] },
  "one organization": { conditions: [{ attribute: "organizationId", operator: "equals", number: 7_005 }] },
  "keys weaker than 128 bits": {
    conditions: [{ attribute: "keyStrength", operator: "less_than", number: 128 }],
  },
  "one requester": {
    conditions: [{ attribute: "requester", operator: "equals", anyOf: ["user17@example.test"] }],
  },
  "one name": {
    conditions: [
      { attribute: "subjectAlternativeNames", operator: "equals", anyOf: ["www.h4711.example.test"] },
    ],
  },
  "a part of names": {
    conditions: [{ attribute: "commonName", operator: "contains", anyOf: ["h4711"] }],
  },
  "a part of all names": {
    conditions: [{ attribute: "commonName", operator: "contains", anyOf: ["example"] }],
  },
  "a part of alternative names": {
    conditions: [{ attribute: "subjectAlternativeNames", operator: "contains", anyOf: ["h4711"] }],
  },
  "a part of all alternative names": {
    conditions: [{ attribute: "subjectAlternativeNames", operator: "contains", anyOf: ["example"] }],
  },
  "alternative names that end so": {
    conditions: [{ attribute: "subjectAlternativeNames", operator: "ends_with", anyOf: ["11.example.test"] }],
  },
  "no such alternative name": {
    conditions: [
      { attribute: "subjectAlternativeNames", operator: "not_equals", anyOf: ["www.h4711.example.test"] },
    ],
  },
  "with comments": { conditions: [{ attribute: "comments", isPresent: true }] },
  "without comments": { conditions: [{ attribute: "comments", isPresent: false }] },
  "a part of comments": {
    conditions: [{ attribute: "comments", operator: "contains", anyOf: ["team 17"] }],
  },
  "with custom fields": { conditions: [{ attribute: "customFields", isPresent: true }] },
  "one custom field": {
    conditions: [{ attribute: "customFields", name: "cost CENTRE", operator: "equals", anyOf: ["117"] }],
  },
  "one serial number": {
    conditions: [{ attribute: "serialNumber", operator: "equals", anyOf: [hex(4711, 5, 4)] }],
  },
  "one hash": { conditions: [{ attribute: "sha1Hash", operator: "equals", anyOf: [hex(4711, 6, 5)] }] },
  "each certificate once": { isUnique: true },
  "weak keys": { violations: ["weak_key"] },
  "one of two": {
    anyOf: [
      { expiresWithinDays: 30 },
      { conditions: [{ attribute: "organizationId", operator: "equals", number: 7_005 }] },
    ],
  },
  "one SCM profile": { conditions: [{ attribute: "scmProfileId", operator: "equals", number: 3_303 }] },
  "a text": { text: "h4711" },
  "a text that all have": { text: "example" },
  "a text that none has": { text: "nowhere" },
} as const satisfies Record<string, InventoryFilter>;

/** What SQLite needs to look at every row of the table once: nothing that does so can be faster. */
function scan(path: string): () => Promise<unknown> {
  return async () => {
    const opened = new DatabaseSync(path, { readOnly: true });
    const found = opened.prepare("select count(*) as n from certificate where term_days > 5").get();
    opened.close();
    return found;
  };
}

const FILTERED = "rows and counts: ";

/** Times of what asks for the rows and the counts of a filter. */
export const filtered = (times: Readonly<Record<string, number>>): Readonly<Record<string, number>> =>
  Object.fromEntries(Object.entries(times).filter(([name]) => name.startsWith(FILTERED)));

export type Works = Readonly<Record<string, () => Promise<unknown>>>;

/** What an inventory is asked for. */
export function worksOn(store: InventoryStore): Works {
  const query = (filter: InventoryFilter): InventoryQuery => ({ view: VIEW, filter, now: NOW });
  const works: Record<string, () => Promise<unknown>> = {};
  for (const [name, filter] of Object.entries(FILTERS))
    works[`${FILTERED}${name}`] = () => Promise.all([store.query(query(filter)), store.count(query(filter))]);
  for (const by of ["commonName", "issuer"] as const)
    works[`query: everything, by ${by}`] = () => store.query({ ...query({}), sort: { by } });
  works["all counts"] = () => store.count(query({}));
  works["all counts, ending within 30 days"] = () => store.count(query({ expiresWithinDays: 30 }));
  return works;
}

/** S62: filtered queries and all counts over many rows, beside a bare scan of the same table. */
export async function benchInventory(count: number): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), "sectigo-bench-"));
  const path = join(folder, "inventory.sqlite");
  const store = await openStore({ path, clock: systemClock(), log: silentLogger });
  try {
    await fill(store, count);
    const size = {
      what: "octets of the file for each row",
      value: Math.round(statSync(path).size / count),
      unit: "",
      limit: LIMIT_BYTES,
    };
    const took: Readonly<Record<string, number>> = await medians(
      { "a bare scan": scan(path), ...worksOn(store) },
      RUNS,
    );
    const bare = took["a bare scan"] ?? Number.NaN;
    const asked = Object.entries(took).filter(([name]) => name !== "a bare scan");
    const slowestFirst = asked.sort(([, one], [, other]) => other - one);
    const yardstick = `a bare scan of the rows: ${Math.round(bare)} ms`;
    const times = slowestFirst.map(([name, ms]) => ({
      what: `${name}, ${count} rows`,
      value: Math.round(ms),
      unit: "ms",
      limit: LIMIT_MS,
      yardstick,
    }));
    const last = slowest(filtered(took), { what: `${count} rows`, limit: LIMIT_MS });
    return [...times, { ...size, yardstick: `${count} rows` }, last];
  } finally {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
