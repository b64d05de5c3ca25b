import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isOnPostgres, testStore, viewOf } from "../../test/support/inventory.ts";
import {
  type InventoryCondition,
  type InventoryFilter,
  type InventoryView,
  ORDER_OPERATORS,
  TEXT_OPERATORS,
} from "../domain/inventory.ts";
import {
  CERTIFICATE_TYPES,
  INVENTORY_ATTRIBUTES,
  type InventoryAttribute,
  type InventoryRow,
  ORIGINS,
} from "../domain/inventory-row.ts";
import { keyTraits } from "../domain/key-traits.ts";
import { compactPart, mergeParts, type RowPart } from "../domain/merge-parts.ts";
import { judgePolicies, POLICIES } from "../domain/policies.ts";
import { rowAt } from "../domain/status-at.ts";
import type { Organization } from "../scm/schemas/organizations.ts";
import type { ScmProfile } from "../scm/schemas/profiles.ts";
import type { InventoryStore } from "./inventory-store.ts";

/*
 * The store against a plain walk over all rows. Values are drawn from small sets so that matches, ties, nulls and
 * upper case all happen.
 */
const NOW = new Date("2026-06-15T12:00:00.000Z");
const DAY_MS = 86_400_000;

const few = <T>(...values: T[]) => fc.constantFrom(...values);
const instant = fc
  .integer({ min: -40, max: 40 })
  .map((hours) => new Date(NOW.getTime() + hours * 5 * 3_600_000).toISOString());
/** Ends are told as instants or as days. */
const end = fc.tuple(instant, fc.boolean()).map(([text, isDay]) => (isDay ? text.slice(0, 10) : text));
const words = few("a%b", "A_B", "Äther", "äTHER", "x");

const part: fc.Arbitrary<RowPart> = fc
  .record({
    type: few(...CERTIFICATE_TYPES),
    certificateId: fc.integer({ min: 1, max: 60 }),
    commonName: fc.option(few("shop.test", "Shop.test", "api.shop.test", "a%b")),
    subjectAlternativeNames: fc.array(few("shop.test", "WWW.shop.test", "ab", "a\nb"), { maxLength: 2 }),
    status: few("Issued", "Revoked", "Expired", "Requested"),
    origin: few(...ORIGINS),
    organizationId: fc.option(few(7, 8)),
    organizationName: fc.option(few("Shop Ltd", "B Ltd")),
    issuer: fc.option(few("CN=One", "CN=Two")),
    requester: fc.option(words),
    comments: fc.option(words),
    expires: fc.option(end),
    requested: fc.option(instant),
    termDays: fc.option(few(90, 199)),
    scmProfileId: fc.option(few(3, 4)),
    scmProfileName: fc.option(few("Shop SSL", "b")),
    keyType: fc.option(few("RSA - 2048", "RSA - 4096", "EC - P-256", "RSA")),
    customFields: fc.array(
      fc.record({
        name: few("Cost", "cost", "Zone"),
        value: few("a%b", "A_B", "", "a\nb", "shop.test", "X"),
      }),
      { maxLength: 2 },
    ),
    serialNumber: fc.option(few("0A", "0a", "0C")),
    sha1Hash: fc.option(few("DD", "dd", "EE")),
  })
  .map(({ keyType, ...same }) => ({ ...same, ...keyTraits(keyType) }));

const texts = fc.array(
  few(
    "shop",
    "SHOP.TEST",
    "%",
    "_",
    "b",
    "",
    "\nb",
    "äther",
    "CN=one",
    "2048",
    "7",
    "ssl",
    "expired",
    "Issued",
  ),
  {
    minLength: 1,
    maxLength: 2,
  },
);
const textOperator = few(...TEXT_OPERATORS);
const orderOperator = few(...ORDER_OPERATORS);
/** Attributes that the rows above have; the others are empty, and asked about now and then. */
const FILLED = [
  "type",
  "certificateId",
  "commonName",
  "subjectAlternativeNames",
  "status",
  "origin",
  "organizationId",
  "organizationName",
  "issuer",
  "requester",
  "comments",
  "expires",
  "requested",
  "scmProfileName",
  "termDays",
  "keyAlgorithm",
  "keySize",
  "keyStrength",
  "customFields",
] as const satisfies readonly InventoryAttribute[];
const EMPTY = ["vendor", "isRenewed", "keyUsages", "renewed", "revocationReasonCode", "email"] as const;

function attributeOf(...kinds: string[]): fc.Arbitrary<InventoryAttribute> {
  const fit = ([...FILLED, ...EMPTY] as InventoryAttribute[]).filter((name) =>
    kinds.includes(INVENTORY_ATTRIBUTES[name].kind),
  );
  return few(...fit);
}

const condition: fc.Arbitrary<InventoryCondition> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ attribute: attributeOf("text", "texts"), operator: textOperator, anyOf: texts }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      attribute: attributeOf("number"),
      operator: orderOperator,
      number: few(7, 30, 90, 112, 128, 256, 2048),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      attribute: attributeOf("date"),
      operator: orderOperator,
      date: instant.map((text) => new Date(text)),
    }),
  },
  fc.record({ attribute: attributeOf("flag"), flag: fc.boolean() }),
  {
    weight: 2,
    arbitrary: fc.record({ attribute: few(...FILLED, ...EMPTY), isPresent: fc.boolean() }),
  },
  fc.record({ attribute: few("customFields" as const), operator: textOperator, anyOf: texts }),
  fc.record({
    attribute: few("customFields" as const),
    name: few("COST", "zone"),
    operator: textOperator,
    anyOf: texts,
  }),
);

/** What no database can tell: a pattern on names, and its contrary. */
const judged: fc.Arbitrary<InventoryCondition> = fc
  .tuple(fc.boolean(), few("commonName" as const, "organizationName" as const, "scmProfileName" as const))
  .map(([isIn, attribute]) => ({
    attribute,
    judged: { name: `shops by ${attribute}`, holds: (row) => /^shop/i.test(row[attribute] ?? "") },
    isIn,
  }));

/** What SCM calls organizations 7, 8 and profiles 3, 4 at a time; null where it tells none. */
const name = fc.option(few("Shop Ltd", "New Shop", "b", "Äther"));
const calls = fc.record({ organizations: fc.tuple(name, name), profiles: fc.tuple(name, name) });
type Calls = typeof calls extends fc.Arbitrary<infer Value> ? Value : never;

/** Seldom more than one demand at a time: of many, most match nothing, which proves nothing. */
const plainFilter: fc.Arbitrary<InventoryFilter> = fc.oneof(
  fc.constant({}),
  { weight: 6, arbitrary: fc.record({ conditions: fc.tuple(condition) }) },
  fc.record({ conditions: fc.tuple(condition, condition) }),
  fc.record({ expiresWithinDays: few(0, 1, 5) }),
  fc.record({ statuses: fc.array(few("issued", "Expired", "Revoked"), { minLength: 1, maxLength: 2 }) }),
  fc.record({ businessUnits: fc.array(few("Retail", "Plant"), { minLength: 1, maxLength: 2 }) }),
  fc.record({ text: few("shop", "SHOP test", "a%", "Ä", " ", "_") }),
  fc.record({ isUnique: fc.constant(true) }),
  fc.record({ isUnique: fc.constant(true), businessUnits: fc.tuple(few("Retail", "Plant")) }),
  fc.record({ isUnique: fc.constant(true), conditions: fc.tuple(condition) }),
  fc.record({ text: few("shop", "b"), conditions: fc.tuple(condition), expiresWithinDays: few(5, 9) }),
);

const filter: fc.Arbitrary<InventoryFilter> = fc.oneof(
  { weight: 6, arbitrary: plainFilter },
  fc.record({ conditions: fc.tuple(judged) }),
  fc.record({ violations: fc.subarray([...POLICIES], { minLength: 1 }) }),
  fc.record({ anyOf: fc.array(plainFilter, { maxLength: 3 }) }),
  fc.record({ allOf: fc.array(plainFilter, { maxLength: 2 }), conditions: fc.tuple(judged) }),
  fc.record({ anyOf: fc.tuple(plainFilter, fc.record({ conditions: fc.tuple(judged) })) }),
);

const businessUnits = few(
  { forAll: "Retail", byOrganizationId: new Map([[7, "Plant"]]) },
  { forAll: null, byOrganizationId: new Map([[8, "Retail"]]) },
);
const view: fc.Arbitrary<Partial<InventoryView>> = fc
  .tuple(
    fc.oneof(
      fc.constant({}),
      fc.record({ types: fc.subarray([...CERTIFICATE_TYPES]) }),
      fc.record({ statuses: fc.array(few("Issued", "Requested"), { maxLength: 2 }) }),
      fc.record({ organizationIds: fc.subarray([7, 8]) }),
      fc.record({ scmProfileIds: fc.subarray([3, 4]) }),
      fc.record({ includeDiscovered: fc.boolean(), includeExpired: fc.boolean() }),
      fc.record({ includeExpired: fc.boolean(), includeRevoked: fc.boolean() }),
    ),
    businessUnits,
  )
  .map(([some, units]) => ({ ...some, businessUnits: units }));

const sort = few(...(["expires", "organizationName", "scmProfileName"] as const));

// The plain walk.

/** A row as it is shown: known ids by their present names. Profiles of clients and devices have ids of their own. */
function shownRow(row: InventoryRow, { organizations, profiles }: Calls): InventoryRow {
  const organization = organizations[(row.organizationId ?? 0) - 7] ?? row.organizationName;
  const profile = row.type === "ssl" ? profiles[(row.scmProfileId ?? 0) - 3] : null;
  return { ...row, organizationName: organization, scmProfileName: profile ?? row.scmProfileName };
}

async function keepNames(store: InventoryStore, { organizations, profiles }: Calls): Promise<void> {
  const readAt = NOW;
  const tenants = organizations.flatMap((text, place) =>
    text === null ? [] : [{ organizationId: 7 + place, name: text, departments: [] }],
  );
  const offered = profiles.flatMap((text, place) =>
    text === null ? [] : [{ scmProfileId: 3 + place, name: text }],
  );
  const { account } = viewOf();
  // Names are all that the store reads of them.
  const parts = [tenants, offered] as unknown as [readonly Organization[], readonly ScmProfile[]];
  await store.keepCatalog(account, "organizations", { value: parts[0], readAt });
  await store.keepCatalog(account, "profiles", { value: parts[1], readAt });
}

function textMatch(value: string, operator: string, wanted: readonly string[]): boolean {
  const found = value.toLowerCase();
  return wanted.some((one) => {
    const text = one.toLowerCase();
    if (operator === "contains") return found.includes(text);
    if (operator === "starts_with") return found.startsWith(text);
    if (operator === "ends_with") return found.endsWith(text);
    return found === text;
  });
}

function order(found: number, operator: string, wanted: number): boolean {
  if (operator === "less_than") return found < wanted;
  if (operator === "at_most") return found <= wanted;
  if (operator === "at_least") return found >= wanted;
  if (operator === "greater_than") return found > wanted;
  return found === wanted;
}

function valuesOf(row: InventoryRow, asked: InventoryCondition): unknown[] {
  if (asked.attribute === "customFields") {
    const name = "name" in asked ? asked.name.toLowerCase() : undefined;
    return row.customFields
      .filter((field) => name === undefined || field.name.toLowerCase() === name)
      .map(({ value }) => value);
  }
  // The state that rows show.
  if (asked.attribute === "status") return [stateOf(row)];
  const value = row[asked.attribute];
  return Array.isArray(value) ? value : value === null ? [] : [value];
}

function holds(row: InventoryRow, asked: InventoryCondition): boolean {
  if ("judged" in asked) return asked.judged.holds(rowAt(row, NOW)) === asked.isIn;
  const values = valuesOf(row, asked);
  if ("isPresent" in asked) return values.length > 0 === asked.isPresent;
  if ("flag" in asked) return values[0] === asked.flag;
  const found = values.some((value) => {
    if ("number" in asked) return order(Number(value), asked.operator, asked.number);
    if ("date" in asked) return order(Date.parse(String(value)), asked.operator, asked.date.getTime());
    return textMatch(String(value), asked.operator, asked.anyOf);
  });
  return asked.operator === "not_equals" ? !found : found;
}

/** First and last instant of an end, as the inventory's guide has it: a day lasts from UTC+14 to UTC-12. */
function endOf({ expires }: InventoryRow): readonly [number, number] {
  const at = expires === null ? Number.NaN : Date.parse(expires);
  return expires?.length === 10 ? [at - 14 * 3_600_000, at + DAY_MS + 12 * 3_600_000] : [at, at];
}
const isOver = (row: InventoryRow): boolean => endOf(row)[1] <= NOW.getTime();
const endsWithin = (row: InventoryRow, days: number): boolean =>
  !isOver(row) && endOf(row)[0] <= NOW.getTime() + days * DAY_MS;
const stateOf = (row: InventoryRow): string =>
  row.status === "Issued" && isOver(row) ? "expired" : row.status.toLowerCase();
const isIn = (names: readonly string[] | undefined, name: string): boolean =>
  names === undefined || names.some((one) => one.toLowerCase() === name);

function isInView(row: InventoryRow, shown: InventoryView): boolean {
  return (
    shown.types.includes(row.type) &&
    isIn(shown.statuses, stateOf(row)) &&
    (shown.organizationIds === undefined || shown.organizationIds.includes(row.organizationId ?? 0)) &&
    (shown.scmProfileIds === undefined || shown.scmProfileIds.includes(row.scmProfileId ?? 0)) &&
    (shown.includeDiscovered || row.origin === "managed") &&
    (shown.includeExpired || (!isOver(row) && row.status !== "Expired")) &&
    (shown.includeRevoked || row.status !== "Revoked")
  );
}

function unitOf(row: InventoryRow, { businessUnits }: InventoryView): string | null {
  if (row.organizationId === null && businessUnits.byOrganizationId.size > 0) return null;
  return businessUnits.byOrganizationId.get(row.organizationId ?? 0) ?? businessUnits.forAll;
}

function searched(row: InventoryRow): string {
  const { customFields, subjectAlternativeNames, serialNumber, sha1Hash, ...own } = row;
  const { commonName, comments, requester, certificateId } = own;
  const texts = [...subjectAlternativeNames, ...customFields.map(({ value }) => value)];
  return [commonName, comments, requester, certificateId, serialNumber, sha1Hash, ...texts]
    .join("\n")
    .toLowerCase();
}

const isSame = (one: string | null, other: string | null): boolean =>
  one !== null && one.toLowerCase() === other?.toLowerCase();

/** Whether the other record stands for this one. */
function isBetter(other: InventoryRow, row: InventoryRow): boolean {
  const rank = ({ origin, certificateId }: InventoryRow) => ORIGINS.indexOf(origin) * 1_000 + certificateId;
  const isSameSerial =
    isSame(other.serialNumber, row.serialNumber) && other.issuer !== null && other.issuer === row.issuer;
  return (
    other.type === row.type &&
    rank(other) < rank(row) &&
    (isSameSerial || isSame(other.sha1Hash, row.sha1Hash))
  );
}

interface Asking {
  readonly shown: InventoryView;
  /** All rows that there are. */
  readonly all: readonly InventoryRow[];
}

function isFirst(row: InventoryRow, { shown, all }: Asking, { businessUnits }: InventoryFilter): boolean {
  const ofView = all.filter(
    ({ organizationId }) => shown.organizationIds?.includes(organizationId ?? 0) ?? true,
  );
  const ofUnits = ofView.filter((other) => businessUnits?.includes(unitOf(other, shown) ?? "") ?? true);
  return !ofUnits.some((other) => isBetter(other, row));
}

function isWanted(row: InventoryRow, asking: Asking, wanted: InventoryFilter): boolean {
  const { shown } = asking;
  const unit = unitOf(row, shown);
  const parts = (wanted.text ?? "").toLowerCase().split(" ");
  return (
    isInView(row, shown) &&
    (wanted.conditions ?? []).every((one) => holds(row, one)) &&
    (wanted.expiresWithinDays === undefined || endsWithin(row, wanted.expiresWithinDays)) &&
    isIn(wanted.statuses, stateOf(row)) &&
    (wanted.businessUnits === undefined || (unit !== null && wanted.businessUnits.includes(unit))) &&
    parts.every((one) => searched(row).includes(one)) &&
    (wanted.violations?.some((policy) => judgePolicies(row)[policy] === true) ?? true) &&
    (wanted.isUnique !== true || isFirst(row, asking, wanted)) &&
    (wanted.allOf ?? []).every((inner) => isWanted(row, asking, inner)) &&
    (wanted.anyOf?.some((inner) => isWanted(row, asking, inner)) ?? true)
  );
}

function tally(rows: readonly InventoryRow[], keyOf: (row: InventoryRow) => string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const row of rows) counts[keyOf(row)] = (counts[keyOf(row)] ?? 0) + 1;
  return counts;
}

function buckets(rows: readonly InventoryRow[]): Record<string, number> {
  const within = [7, 30, 60, 90, 180].map((days): [string, number] => [
    `within_${days}`,
    rows.filter((row) => endsWithin(row, days)).length,
  ]);
  return {
    ...Object.fromEntries(within),
    expired: rows.filter(isOver).length,
    unknown: rows.filter(({ expires }) => expires === null).length,
    later: rows.filter((row) => row.expires !== null && !isOver(row) && !endsWithin(row, 180)).length,
  };
}

/** Names that rows of an organization show. */
function namesOf(rows: readonly InventoryRow[], called: Calls, id: number): (string | null)[] {
  return rows
    .filter(({ organizationId }) => organizationId === id)
    .map((row) => shownRow(row, called).organizationName);
}

/** Nothing comes last. */
function compared(
  a: InventoryRow,
  b: InventoryRow,
  by: "expires" | "organizationName" | "scmProfileName",
): number {
  const keyOf = ({ [by]: value }: InventoryRow): string | number | null =>
    by === "expires" && value !== null ? Date.parse(value) : (value?.toLowerCase() ?? null);
  const [one, other] = [keyOf(a), keyOf(b)];
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  return one < other ? -1 : Number(one > other);
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

describe("the store's queries", () => {
  it("S61 find and count what a walk over all rows finds and counts, in a stable order", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(part, { maxLength: 25 }), { minLength: 1, maxLength: 3 }),
        fc.array(fc.tuple(view, filter, sort), { minLength: 8, maxLength: 8 }),
        fc.tuple(fc.option(calls), fc.option(calls)),
        async (batches, questions, [first, second]) => {
          await using it = await testStore();
          const session = await it.store.tryImport(viewOf().account);
          const model = new Map<string, InventoryRow>();
          for (const batch of batches) {
            for (const type of CERTIFICATE_TYPES) {
              const parts = batch.filter((one) => one.type === type);
              await session?.put("bulk", parts, NOW);
              for (const one of parts)
                model.set(`${one.type} ${one.certificateId}`, mergeParts([compactPart(one)]));
            }
          }
          let called: Calls = { organizations: [null, null], profiles: [null, null] };
          for (const [place, [some, wanted, by]] of questions.entries()) {
            const next = place === 0 ? first : place === 4 ? second : null;
            if (next !== null) await keepNames(it.store, next);
            called = next ?? called;
            const shown = viewOf(some);
            const all = [...model.values()].map((row) => shownRow(row, called));
            const rows = all.filter((row) => isWanted(row, { shown, all }, wanted));
            const page = await it.store.query({ view: shown, filter: wanted, sort: { by }, now: NOW });
            const plain = page.rows.map(
              ({ tags: _, owners: __, attributes: ___, businessUnit: ____, ...row }) => row,
            );
            const bySort = (a: InventoryRow, b: InventoryRow): number =>
              compared(a, b, by) ||
              CERTIFICATE_TYPES.indexOf(a.type) - CERTIFICATE_TYPES.indexOf(b.type) ||
              a.certificateId - b.certificateId;
            expect(plain).toEqual(rows.toSorted(bySort));
            expect(page.total).toBe(rows.length);
            expect(page.rows.map(({ businessUnit }) => businessUnit)).toEqual(
              plain.map((row) => unitOf(row, shown)),
            );
            const asked = { view: shown, filter: wanted, now: NOW };
            const counted = await it.store.count(asked);
            // The page told which rows these are; of another filter's object nothing is known.
            expect(await it.store.count({ ...asked, filter: { ...wanted } })).toEqual(counted);
            const { organizationNames, ...counts } = counted;
            for (const [id, text] of Object.entries(organizationNames))
              expect(namesOf([...model.values()], called, Number(id))).toContain(text);
            expect(counts).toEqual({
              total: rows.length,
              byStatus: tally(rows, (row) => capital(stateOf(row))),
              byType: tally(rows, ({ type }) => type),
              byIssuer: tally(rows, ({ issuer }) => issuer ?? "unknown"),
              byOrganization: tally(rows, ({ organizationId }) => String(organizationId ?? "unknown")),
              byKeyType: tally(rows, ({ keyAlgorithm, keySize }) =>
                keyAlgorithm === null ? "unknown" : [keyAlgorithm, keySize ?? []].flat().join(" "),
              ),
              byExpiry: buckets(rows),
            });
          }
        },
      ),
      { numRuns: isOnPostgres ? 30 : 80 },
    );
  }, 180_000);
});
