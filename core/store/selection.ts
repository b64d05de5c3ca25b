import { type Kysely, type RawBuilder, type SqlBool, sql } from "kysely";
import { BugError } from "../base/errors.ts";
import type {
  InventoryCondition,
  InventoryFilter,
  InventoryQuery,
  InventoryView,
} from "../domain/inventory.ts";
import { CERTIFICATE_TYPES } from "../domain/inventory-row.ts";
import { judgeCondition } from "../domain/judge-condition.ts";
import type { Names } from "../domain/present-names.ts";
import { LATEST_SECONDS } from "../domain/validity.ts";
import { secondsOf } from "./columns.ts";
import {
  butFor,
  type CellColumns,
  type Demand,
  demanded,
  demandOf,
  type RowDemand,
  searchScan,
} from "./conditions.ts";
import { endsWithin, isOver } from "./ends.ts";
import { findRuleSet } from "./find-rule-set.ts";
import { isSecond } from "./first-records.ts";
import { POLICY_SET, setsOf } from "./judged-sets.ts";
import { all, among, any, contains, matches, type Predicate, textMatches, unless } from "./match.ts";
import { asksNames, nameDemand } from "./name-demands.ts";
import type { Scan } from "./scans.ts";
import { formsOf, type SqlForms } from "./sql-forms.ts";
import { type Facet, fold, type StoreTables } from "./tables.ts";
import { unitDemand } from "./unit-demand.ts";

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
  readonly rows: readonly RowDemand[];
  /** On texts, which have tables of their own. */
  readonly scans: readonly Scan[];
  /** Rows that end up to this moment (seconds since 1970) are not wanted, whatever else holds; null where they may be. */
  readonly endedBy: number | null;
  /** On the state as judged now. */
  readonly state: (at: StateAt) => Predicate;
}

export type Asked = Pick<InventoryQuery, "view" | "filter" | "now">;

interface Scope {
  readonly account: number;
  readonly ruleSet: number | undefined;
  /** What rows show instead of the names that they were read with. */
  readonly names: Names;
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

/** Whether no end has come. Said as a contrary: a planner that knows nothing of an expression takes "is" for rare. */
function isStill({ gone }: StateAt): Predicate {
  return sql<SqlBool>`${gone} <> 1`;
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
  if (wanted.has("issued")) demands.push(all([issued, isStill(at)]));
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
  if (!view.includeExpired) demands.push(isStill(at), unless(isState(at, ["expired"])));
  if (!view.includeRevoked) demands.push(unless(isState(at, ["revoked"])));
  return all(demands);
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

function labelled(
  { ruleSet, forms }: { readonly ruleSet: number | undefined; readonly forms: SqlForms },
  kind: "tag" | "owner",
  values: readonly string[],
): Predicate {
  const sets = sql`select v.label_set from label_value v where v.kind = ${kind} and ${among(sql.ref("v.value"), values)}`;
  const where = sql<SqlBool>`l.rule_set = ${ruleSet ?? -1} and l.label_set in (${sets})`;
  return forms.named({ table: sql`label l`, id: sql.ref("l.certificate"), where });
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
  for (const tag of filter.tags ?? []) demands.push(labelled({ ruleSet, forms }, "tag", [tag]));
  if (filter.owners !== undefined)
    demands.push(labelled({ ruleSet, forms }, "owner", filter.owners.map(fold)));
  return demands;
}

function textScans({ text = "" }: InventoryFilter): Scan[] {
  const found = wordsOf(text).map((word) => contains(sql.ref("s.text"), word));
  return found.length === 0 ? [] : [searchScan({ met: all(found), missed: unless(all(found)) })];
}

/** Numbers of the sets that a filter needs, by name. */
async function setNumbers(
  database: Kysely<StoreTables>,
  account: number,
  filter: InventoryFilter,
): Promise<(name: string) => number> {
  const found = new Map<string, number>();
  for (const { ruleSet } of setsOf(filter)) {
    const number = await findRuleSet(database, account, ruleSet);
    if (number !== undefined) found.set(ruleSet, number);
  }
  return (name) => {
    const number = found.get(name);
    if (number !== undefined) return number;
    throw new BugError("ask the inventory: its rows were not judged", {
      code: "bug.condition",
      hint: "Report this.",
    });
  };
}

/** A whole selection as one demand on rows (`c`): for what is one of several. */
export function onRows({ account, now, cells, state, rows, scans, forms }: Selection): Predicate {
  const columns: CellColumns = (trait) => sql.ref(`k.${trait}`);
  const inCells = sql<SqlBool>`c.cell in (select k.id from cell k where k.account = ${account} and ${cells(columns)})`;
  const gone = isOver(sql.ref("c.expires"), sql.ref("c.whole_day"), now);
  return all([
    inCells,
    state({ status: sql.ref("c.status"), gone }),
    ...rows.map(({ met }) => met),
    ...scans.map(forms.named),
  ]);
}

/** Ids of all organizations that any row ever had; zero for none. */
async function tenantsIn(database: Kysely<StoreTables>, account: number): Promise<readonly number[]> {
  const cells = await database
    .selectFrom("cell")
    .select("organization_id as id")
    .distinct()
    .where("account", "=", account)
    .execute();
  return cells.map(({ id }) => id);
}

/** Filters in the filter. */
async function innerDemands(
  database: Kysely<StoreTables>,
  { view, filter = {}, now }: Asked,
  scope: Scope,
): Promise<readonly Predicate[]> {
  const demandsOf = async (filters: readonly InventoryFilter[]): Promise<Predicate[]> => {
    const demands: Predicate[] = [];
    for (const inner of filters)
      demands.push(onRows(await selectionOf(database, { view, filter: inner, now }, scope)));
    return demands;
  };
  const { allOf = [], anyOf } = filter;
  const each = await demandsOf(allOf);
  return anyOf === undefined ? each : [...each, any(await demandsOf(anyOf))];
}

/** Translates view and filter. @throws BugError when a condition can't be */
export async function selectionOf(
  database: Kysely<StoreTables>,
  asked: Asked,
  scope: Scope,
): Promise<Selection> {
  const { account, ruleSet } = scope;
  const { view, filter = {}, now } = asked;
  const forms = formsOf(database);
  const conditions = filter.conditions ?? [];
  const fault = conditions.map(judgeCondition).find((found) => found !== null);
  if (fault !== undefined)
    throw new BugError(`ask the inventory: ${fault}`, { code: "bug.condition", hint: "Report this." });
  const keyTypes = await wordsIn(database, account, "key_type");
  const isOnState = (condition: InventoryCondition): boolean =>
    condition.attribute === "status" && !("judged" in condition);
  const onState = conditions.filter(isOnState);
  const setOf = await setNumbers(database, account, filter);
  const words = onState.length === 0 ? new Map() : await wordsIn(database, account, "status");
  const context = { account, keyTypes, forms, setOf };
  const tenants = conditions.some(asksNames) ? await tenantsIn(database, account) : [];
  const demands = conditions
    .filter((condition) => !isOnState(condition))
    .map((condition) =>
      asksNames(condition)
        ? nameDemand(condition, { names: scope.names, tenants })
        : demandOf(condition, context),
    );
  const rows = rowDemands(asked, { ruleSet, forms }).map(demanded);
  if (filter.violations !== undefined)
    rows.push(demanded(labelled({ ruleSet: setOf(POLICY_SET), forms }, "tag", filter.violations)));
  if (filter.isUnique === true) rows.push(butFor(isSecond(asked, account)));
  rows.push(...(await innerDemands(database, asked, scope)).map(demanded));
  const cells = cellDemands(view, filter);
  const scans = textScans(filter);
  for (const demand of demands) {
    if (demand.on === "row") rows.push(demand);
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
    endedBy: view.includeExpired ? null : secondsOf(now) - LATEST_SECONDS,
    state: (at) => stateDemand({ view, filter, conditions: onState, words }, at),
  };
}
