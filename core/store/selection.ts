import { type Kysely, type RawBuilder, type SqlBool, sql } from "kysely";
import { BugError } from "../base/errors.ts";
import type {
  BusinessUnits,
  InventoryCondition,
  InventoryFilter,
  InventoryQuery,
  InventoryView,
} from "../domain/inventory.ts";
import { CERTIFICATE_TYPES } from "../domain/inventory-row.ts";
import { judgeCondition } from "../domain/judge-condition.ts";
import { secondsOf } from "./columns.ts";
import { type CellColumns, type Demand, demandOf } from "./conditions.ts";
import { endsWithin } from "./ends.ts";
import { all, always, among, any, contains, matches, type Predicate, textMatches, unless } from "./match.ts";
import type { Scan } from "./scans.ts";
import { formsOf, type SqlForms } from "./sql-forms.ts";
import { type Facet, fold, type StoreTables } from "./tables.ts";

/** What is wanted, in SQL. Without `rows` and `scans` the cells and the state alone decide. */
export interface Selection {
  readonly account: number;
  readonly ruleSet: number | undefined;
  readonly forms: SqlForms;
  /** Seconds since 1970. */
  readonly now: number;
  /** On traits that rows share. */
  readonly cells: (columns: CellColumns) => Predicate;
  /** Facets that `cells` needs, beside type, origin and state. */
  readonly facets: ReadonlySet<Facet>;
  /** On rows (`c`). */
  readonly rows: readonly Predicate[];
  /** On texts, which have tables of their own. */
  readonly scans: readonly Scan[];
  /** On the state as judged now. */
  readonly state: (at: StateAt) => Predicate;
}

export type Asked = Pick<InventoryQuery, "view" | "filter" | "now">;

interface Scope {
  readonly account: number;
  readonly ruleSet: number | undefined;
}

async function wordsIn(
  database: Kysely<StoreTables>,
  account: number,
  trait: "key_type" | "status",
): Promise<ReadonlyMap<number, string>> {
  const rows = await database
    .selectFrom("word")
    .select(["id", "text"])
    .where("id", "in", (from) =>
      from.selectFrom("cell").select(trait).distinct().where("account", "=", account),
    )
    .execute();
  return new Map(rows.map(({ id, text }) => [id, text]));
}

/** A certificate's state: what SCM last said, and whether its end has come (1 or 0). */
interface StateAt {
  readonly status: RawBuilder<unknown>;
  readonly gone: RawBuilder<unknown>;
}

function isState({ status }: StateAt, names: readonly string[]): Predicate {
  const words = matches(sql.ref("folded"), "equals", names);
  return sql<SqlBool>`${status} in (select id from word where ${words})`;
}

interface StateQuestion {
  readonly view: InventoryView;
  readonly filter: InventoryFilter;
  /** Those on the state. */
  readonly conditions: readonly InventoryCondition[];
  /** States in the account: word → its text. */
  readonly words: ReadonlyMap<number, string>;
}

/** Issued ones count as expired as soon as their end has come. */
function isJudged(at: StateAt, names: readonly string[]): Predicate {
  const wanted = new Set(names.map(fold));
  const others = [...wanted].filter((name) => name !== "issued" && name !== "expired");
  const issued = isState(at, ["issued"]);
  const demands: Predicate[] = others.length > 0 ? [isState(at, others)] : [];
  if (wanted.has("expired"))
    demands.push(isState(at, ["expired"]), all([issued, sql<SqlBool>`${at.gone} = 1`]));
  if (wanted.has("issued")) demands.push(all([issued, sql<SqlBool>`${at.gone} = 0`]));
  return any(demands);
}

/** A condition on the state, which is the one that rows show: judged for every word and both sides of the end. */
function stateCondition(
  condition: InventoryCondition,
  words: ReadonlyMap<number, string>,
  at: StateAt,
): Predicate {
  const isMet = (state: string): boolean => {
    if ("isPresent" in condition) return condition.isPresent;
    if (!("anyOf" in condition)) return false;
    const found = textMatches(state, condition.operator, condition.anyOf);
    return condition.operator === "not_equals" ? !found : found;
  };
  const demands = [0, 1].map((gone) => {
    const wanted = [...words].flatMap(([id, word]) =>
      isMet(gone === 1 && word === "Issued" ? "Expired" : word) ? [id] : [],
    );
    return all([sql<SqlBool>`${at.gone} = ${sql.lit(gone)}`, among(at.status, wanted)]);
  });
  return any(demands);
}

function stateDemand({ view, filter, conditions, words }: StateQuestion, at: StateAt): Predicate {
  const demands: Predicate[] = conditions.map((condition) => stateCondition(condition, words, at));
  if (view.statuses !== undefined) demands.push(isJudged(at, view.statuses));
  if (filter.statuses !== undefined) demands.push(isJudged(at, filter.statuses));
  if (!view.includeExpired) demands.push(sql<SqlBool>`${at.gone} = 0`, unless(isState(at, ["expired"])));
  if (!view.includeRevoked) demands.push(unless(isState(at, ["revoked"])));
  return all(demands);
}

/** Organizations that are named by a unit, and all others where it is the unit for all. */
export function unitDemand(
  { forAll, byOrganizationId }: BusinessUnits,
  units: readonly string[],
  organization: RawBuilder<unknown>,
): Predicate {
  const named = [...byOrganizationId].flatMap(([id, unit]) => (units.includes(unit) ? [id] : []));
  const demands = [among(organization, named)];
  if (forAll !== null && units.includes(forAll)) {
    const others = unless(among(organization, [...byOrganizationId.keys()]));
    // In cells zero stands for null. Units that go by organization say nothing of an unknown one.
    const isKnown = byOrganizationId.size === 0 ? always : sql<SqlBool>`coalesce(${organization}, 0) <> 0`;
    demands.push(all([isKnown, others]));
  }
  return any(demands);
}

type CellDemand = Extract<Demand, { on: "cell" }>;

function cellDemands(view: InventoryView, filter: InventoryFilter): CellDemand[] {
  const types = view.types.map((type) => CERTIFICATE_TYPES.indexOf(type));
  const demand = (facet: Facet, predicate: CellDemand["predicate"]): CellDemand => ({
    on: "cell",
    facet,
    predicate,
  });
  const demands = [demand("none", (columns) => among(columns("type"), types))];
  if (!view.includeDiscovered)
    demands.push(demand("none", (columns) => sql<SqlBool>`${columns("origin")} = 0`));
  const { organizationIds, businessUnits } = view;
  if (organizationIds !== undefined)
    demands.push(demand("organization", (columns) => among(columns("organization_id"), organizationIds)));
  const { businessUnits: units, organizationIds: wanted } = filter;
  if (wanted !== undefined)
    demands.push(demand("organization", (columns) => among(columns("organization_id"), wanted)));
  if (units !== undefined)
    demands.push(
      demand("organization", (columns) => unitDemand(businessUnits, units, columns("organization_id"))),
    );
  return demands;
}

function labelled(ruleSet: number | undefined, kind: "tag" | "owner", values: readonly string[]): Predicate {
  const found = sql<SqlBool>`rule_set = ${ruleSet ?? -1} and kind = ${kind} and ${among(sql.ref("value"), values)}`;
  return sql<SqlBool>`c.id in (select certificate from label_value where ${found})`;
}

function wordsOf(text: string): string[] {
  return fold(text)
    .split(/\s+/)
    .filter((word) => word !== "");
}

function rowDemands(
  { view, filter = {}, now }: Asked,
  { ruleSet, forms }: Pick<Selection, "ruleSet" | "forms">,
): Predicate[] {
  const demands: Predicate[] = [];
  if (view.scmProfileIds !== undefined) demands.push(among(sql.ref("c.scm_profile_id"), view.scmProfileIds));
  if (filter.expiresWithinDays !== undefined) {
    demands.push(endsWithin(secondsOf(now), filter.expiresWithinDays));
  }
  if (filter.certificateIds !== undefined) {
    demands.push(
      sql<SqlBool>`c.certificate_id in (select value from ${forms.listOf(filter.certificateIds)})`,
    );
  }
  for (const tag of filter.tags ?? []) demands.push(labelled(ruleSet, "tag", [tag]));
  if (filter.owners !== undefined) demands.push(labelled(ruleSet, "owner", filter.owners.map(fold)));
  return demands;
}

function textScans({ text = "" }: InventoryFilter): Scan[] {
  const found = wordsOf(text).map((word) => contains(sql.ref("s.text"), word));
  if (found.length === 0) return [];
  return [{ table: sql`search s`, id: sql.ref("s.certificate"), where: all(found), isOncePerRow: true }];
}

/** Translates view and filter. @throws BugError when a condition can't be */
export async function selectionOf(
  database: Kysely<StoreTables>,
  asked: Asked,
  { account, ruleSet }: Scope,
): Promise<Selection> {
  const { view, filter = {}, now } = asked;
  const forms = formsOf(database);
  const conditions = filter.conditions ?? [];
  const fault = conditions.map(judgeCondition).find((found) => found !== null);
  if (fault !== undefined)
    throw new BugError(`ask the inventory: ${fault}`, { code: "bug.condition", hint: "Report this." });
  const keyTypes = await wordsIn(database, account, "key_type");
  const onState = conditions.filter(({ attribute }) => attribute === "status");
  const words = onState.length === 0 ? new Map() : await wordsIn(database, account, "status");
  const demands = conditions
    .filter(({ attribute }) => attribute !== "status")
    .map((condition) => demandOf(condition, { account, keyTypes, forms }));
  const rows = rowDemands(asked, { ruleSet, forms });
  const cells = cellDemands(view, filter);
  const scans = textScans(filter);
  for (const demand of demands) {
    if (demand.on === "row") rows.push(demand.predicate);
    else if (demand.on === "scan") scans.push(demand.scan);
    else cells.push(demand);
  }
  return {
    account,
    ruleSet,
    forms,
    now: secondsOf(now),
    cells: (columns) => all(cells.map(({ predicate }) => predicate(columns))),
    facets: new Set(cells.map(({ facet }) => facet).filter((facet) => facet !== "none")),
    rows,
    scans,
    state: (at) => stateDemand({ view, filter, conditions: onState, words }, at),
  };
}
