import type { Clock } from "../base/clock.ts";
import { PrivilegeError, SectigoError } from "../base/errors.ts";
import type { CatalogParts, CatalogStore } from "./catalog-store.ts";
import { conditionsIn } from "./filter-words.ts";
import { isReadOnly } from "./import/as-it-is.ts";
import type { InventoryGap } from "./import/completeness.ts";
import type { InventoryAccount, InventoryQuery } from "./inventory.ts";
import type { InventoryAttribute } from "./inventory-row.ts";
import { isOfTheWorld } from "./is-of-the-world.ts";

/** Where names are looked up. */
export interface NameSource {
  /** Null where nothing is kept. */
  readonly store: CatalogStore | null;
  readonly account: InventoryAccount;
  readonly clock: Clock;
  /** Asks SCM. */
  readonly ask: { readonly [Part in keyof CatalogParts]: () => Promise<CatalogParts[Part]> };
}

interface FoundNames<Part extends keyof CatalogParts> {
  /** Null where SCM does not answer and none are kept. */
  readonly value: CatalogParts[Part] | null;
  /** When SCM gave them. */
  readonly readAt: Date | null;
  /** Why they are kept ones, or none; null where SCM has just given them. */
  readonly failure: SectigoError | null;
}

/**
 * SCM's present names, which the store then keeps; its kept ones where SCM does not answer; none where this administrator may not
 * list them, now as in later runs.
 * @throws what keeps another run from an answer too: sign-in, store, cancellation
 */
export async function findNames<Part extends keyof CatalogParts>(
  { store, account, clock, ask }: NameSource,
  part: Part,
): Promise<FoundNames<Part>> {
  try {
    const value = await ask[part]();
    const readAt = clock.now();
    await keep(() => store?.keepCatalog(account, part, { value, readAt }));
    return { value, readAt, failure: null };
  } catch (thrown) {
    if (!isOfTheWorld(thrown)) throw thrown;
    const kept = (await store?.keptCatalog(account, part)) ?? null;
    if (thrown instanceof PrivilegeError && store !== null && !(kept !== null && isListed(kept.value)))
      return { ...(await keepNothing({ store, account, clock }, part)), failure: thrown };
    return { value: kept?.value ?? null, readAt: kept?.readAt ?? null, failure: SectigoError.from(thrown) };
  }
}

/** A store that takes no changes keeps what it has. */
async function keep(work: () => Promise<void> | undefined): Promise<void> {
  try {
    await work();
  } catch (thrown) {
    if (!isReadOnly(thrown)) throw thrown;
  }
}

/** What this administrator may not list is listed as nothing to it: rows show the names that they carry. */
async function keepNothing<Part extends keyof CatalogParts>(
  { store, account, clock }: Pick<NameSource, "account" | "clock"> & { readonly store: CatalogStore },
  part: Part,
): Promise<{ readonly value: CatalogParts[Part]; readonly readAt: Date }> {
  const readAt = clock.now();
  const value = [] as CatalogParts[Part]; // any list may be empty
  await keep(() => store.keepCatalog(account, part, { value, readAt }));
  return { value, readAt };
}

/** Whether names can be looked up in it. */
export function isListed(value: readonly unknown[]): boolean {
  return value.length > 0;
}

/** Names seldom change, and a question that looks them up asks for the present ones. */
const RENEWED_AFTER_MS = 86_400_000;
/** Names that were not renewed for so long are late, as rows are after two intervals. */
const LATE_AFTER_MS = 2 * RENEWED_AFTER_MS;

const PARTS = ["organizations", "profiles"] as const satisfies readonly (keyof CatalogParts)[];

/** Brings kept names up to date once a day, beside an import. What can't be read now is read another time. */
export async function keepNames(source: NameSource & { readonly store: CatalogStore }): Promise<void> {
  const { store, account, clock } = source;
  for (const part of PARTS) {
    const kept = await store.keptCatalog(account, part);
    const ageMs = clock.now().getTime() - (kept?.readAt.getTime() ?? 0);
    if (ageMs < 0 || ageMs >= RENEWED_AFTER_MS) await findNames(source, part);
  }
}

const WHAT: Readonly<Record<keyof CatalogParts, string>> = {
  organizations: "organizations and departments",
  profiles: "SCM profiles",
};

/** What an answer lacks that goes by kept names, or by those of rows. */
export function gapOfNames(part: keyof CatalogParts, readAt: Date | null, why: string): InventoryGap {
  const missing =
    readAt === null
      ? `present names of ${WHAT[part]}: names are those of the day when each row was read`
      : `renamings of ${WHAT[part]} since ${readAt.toISOString()}`;
  return { type: null, missing, why };
}

const ASKED_BY: Readonly<Partial<Record<InventoryAttribute, keyof CatalogParts>>> = {
  organizationName: "organizations",
  scmProfileName: "profiles",
};

/** What a question asks of names: its conditions, its order, and the rules beside it. */
interface NamesQuestion extends Pick<InventoryQuery, "view" | "filter" | "sort"> {
  /** Attributes that rules ask about. */
  readonly rules: readonly InventoryAttribute[];
}

/** Parts of the catalog that decide the answer. The names of profiles for clients and devices are those of rows. */
function partsAsked({ view, filter = {}, sort, rules }: NamesQuestion): readonly (keyof CatalogParts)[] {
  const conditions = conditionsIn(filter).map(({ attribute }) => attribute);
  const attributes = [...conditions, ...rules, ...(sort === undefined ? [] : [sort.by])];
  const asked = new Set(attributes.map((attribute) => ASKED_BY[attribute]));
  return PARTS.filter((part) => asked.has(part) && (part === "organizations" || view.types.includes("ssl")));
}

/** What is not known of the names that an answer goes by. */
export async function judgeNames(
  question: NamesQuestion,
  { store, now }: { readonly store: CatalogStore; readonly now: Date },
): Promise<readonly InventoryGap[]> {
  const gaps: InventoryGap[] = [];
  for (const part of partsAsked(question)) {
    const kept = await store.keptCatalog(question.view.account, part);
    const readAt = kept?.readAt ?? null;
    if (readAt === null) gaps.push(gapOfNames(part, null, "no run could keep any yet"));
    else if (now.getTime() - readAt.getTime() > LATE_AFTER_MS)
      gaps.push(gapOfNames(part, readAt, "no run could read them for more than two days"));
  }
  return gaps;
}

/** Each gap once: a look-up that failed and a condition on the same names tell the same. */
export function uniqueGaps(gaps: readonly InventoryGap[]): readonly InventoryGap[] {
  const keyOf = ({ type, missing }: InventoryGap): string => `${type} ${missing}`;
  return [...new Map(gaps.toReversed().map((gap) => [keyOf(gap), gap])).values()].toReversed();
}
