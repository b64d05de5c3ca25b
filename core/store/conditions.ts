import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { InventoryCondition } from "../domain/inventory.ts";
import { INVENTORY_ATTRIBUTES, type InventoryAttribute } from "../domain/inventory-row.ts";
import { keyTraits } from "../domain/key-traits.ts";
import { PART_SOURCES } from "../domain/merge-parts.ts";
import { type CellTraits, COLUMNLESS, COLUMNS, type Column, PLACES, SEARCHED, secondsOf } from "./columns.ts";
import {
  all,
  among,
  compares,
  linesMatch,
  matches,
  namesMatch,
  not,
  numberCompares,
  type Predicate,
  textMatches,
  unless,
} from "./match.ts";
import type { Listing, Scan } from "./scans.ts";
import type { SqlForms } from "./sql-forms.ts";
import { type Facet, fold } from "./tables.ts";

/** Where the traits of a cell stand: in the cell itself, or in a line of the tally. */
export type CellColumns = (trait: keyof CellTraits) => RawBuilder<unknown>;

interface Sides {
  readonly met: Predicate;
  readonly missed: Predicate;
}

/** A demand on rows (`c`). */
export interface RowDemand {
  readonly met: Predicate;
  /** What the others meet, where they are likely few; null where they may be most. */
  readonly missed: Predicate | null;
}

/** One demand as SQL: on traits that many rows share, or on the row itself (`c`). */
export type Demand =
  | {
      readonly on: "cell";
      /** The facet that it needs; `none` for type, origin and state, which every tally has. */
      readonly facet: Facet;
      readonly predicate: (columns: CellColumns) => Predicate;
    }
  | ({ readonly on: "row" } & RowDemand)
  | { readonly on: "scan"; readonly scan: Scan };

/** What the database itself can search by. */
export type Searched = Exclude<InventoryCondition, { readonly judged: unknown }>;

/** About the value itself. */
type Compared = Exclude<Searched, { readonly isPresent: unknown }>;
type AboutText = Extract<Compared, { readonly anyOf: unknown }>;

interface ConditionContext {
  readonly account: number;
  /** Key types in the account, since SQL can't read them: word → its text. */
  readonly keyTypes: ReadonlyMap<number, string>;
  /** Number of a set of judged rows. */
  readonly setOf: (name: string) => number;
  readonly forms: SqlForms;
}

const KEY_ATTRIBUTES: ReadonlySet<InventoryAttribute> = new Set(["keyAlgorithm", "keySize", "keyStrength"]);

const TRAITS: Readonly<Partial<Record<InventoryAttribute, readonly [keyof CellTraits, Facet]>>> = {
  type: ["type", "none"],
  origin: ["origin", "none"],
  issuer: ["issuer", "issuer"],
  organizationId: ["organization_id", "organization"],
};

/** Whether the demand is the contrary of what the SQL below asks: then null fulfils it. */
function isNegated(condition: Searched): boolean {
  if ("isPresent" in condition) return !condition.isPresent;
  return "operator" in condition && condition.operator === "not_equals";
}

/** Words are compared in their own table. */
export function wordDemand(column: RawBuilder<unknown>, condition: Searched): Predicate {
  if (!("anyOf" in condition)) return sql<SqlBool>`${column} is not null`;
  const wanted = matches(sql.ref("folded"), condition.operator, condition.anyOf);
  return sql<SqlBool>`${column} in (select id from word where ${wanted})`;
}

function placeDemand(column: RawBuilder<unknown>, name: string, condition: Searched): Predicate {
  const places: readonly string[] = PLACES[name === "type" ? "type" : "origin"];
  const wanted = places.flatMap((text, place) =>
    !("anyOf" in condition) || textMatches(text, condition.operator, condition.anyOf) ? [place] : [],
  );
  return among(column, wanted);
}

/** How a value in a column is compared. */
function valueDemand(
  value: RawBuilder<unknown>,
  folded: RawBuilder<unknown>,
  condition: Searched,
): Predicate {
  if ("isPresent" in condition) return sql<SqlBool>`${value} is not null`;
  if ("flag" in condition) return sql<SqlBool>`${value} = ${condition.flag ? 1 : 0}`;
  if ("number" in condition) return compares(value, condition.operator, condition.number);
  if ("date" in condition) return compares(value, condition.operator, secondsOf(condition.date));
  return matches(folded, condition.operator, condition.anyOf);
}

function columnDemand(column: RawBuilder<unknown>, { name, form }: Column, condition: Searched): Predicate {
  if (form === "word") return wordDemand(column, condition);
  if (form === "place") return placeDemand(column, name, condition);
  return valueDemand(column, sql`cast(${column} as text)`, condition);
}

function isKeyWanted(keyType: string, condition: Searched): boolean {
  const value = keyTraits(keyType)[condition.attribute as "keyAlgorithm" | "keySize" | "keyStrength"];
  if ("number" in condition)
    return numberCompares(typeof value === "number" ? value : null, condition.operator, condition.number);
  if ("anyOf" in condition)
    return value !== null && textMatches(String(value), condition.operator, condition.anyOf);
  return value !== null;
}

/** Rows whose search text has such a line: few, where the value is not everywhere. */
function candidates(condition: Searched): Predicate | null {
  if (!("anyOf" in condition) || !SEARCHED.includes(condition.attribute)) return null;
  return linesMatch(sql.ref("s.text"), condition.operator, condition.anyOf);
}

/** What the condition says, where the predicate is what the SQL below asks. */
export function turned(condition: Searched, predicate: Predicate): Predicate {
  return isNegated(condition) ? unless(predicate) : predicate;
}

export const demanded = (met: Predicate): RowDemand => ({ met, missed: null });

/** On all rows but those that meet the predicate, which is never null. */
export const butFor = (missed: Predicate): RowDemand => ({ met: not(missed), missed });

/** On rows, by what the SQL asks of them. */
export function rowDemand(condition: Searched, asked: Predicate): Demand {
  const { met, missed } = bothSides(condition, asked);
  return { on: "row", met, missed: isNegated(condition) ? missed : null };
}

/** Rows that a condition leaves and those that it leaves out, by what the SQL asks. */
function bothSides(condition: Searched, asked: Predicate): Sides {
  return isNegated(condition) ? { met: unless(asked), missed: asked } : { met: asked, missed: unless(asked) };
}

/** On search texts (`s`). */
export function searchScan({ met, missed }: Sides): Scan {
  return { table: sql`search s`, id: sql.ref("s.certificate"), where: met, missed };
}

/** On the row's own texts, which have a table of their own. */
function nameScan({ name }: Column, condition: Searched, { account }: ConditionContext): Scan {
  const column = sql.ref(`n.${name}`);
  const { met, missed } = bothSides(condition, valueDemand(column, column, condition));
  const of = (predicate: Predicate) => sql<SqlBool>`n.account = ${account} and ${predicate}`;
  return { table: sql`name n`, id: sql.ref("n.certificate"), where: of(met), missed: of(missed) };
}

/** On alternative names, which lead the search text. */
function namesScan(condition: AboutText): Scan {
  return searchScan(bothSides(condition, namesMatch(sql.ref("s.text"), condition.operator, condition.anyOf)));
}

/** Places of the sources that can have the attribute: few rows have details. */
function sourcesOf(attribute: InventoryAttribute): number[] {
  const isInBulk = Object.values(INVENTORY_ATTRIBUTES[attribute].source).includes("bulk");
  return PART_SOURCES.flatMap((source, place) => (isInBulk || source === "details" ? [place] : []));
}

/** A member of a part (`p`), or of a list in it, as the condition compares it. */
function memberDemand(condition: Compared, { member, list }: SqlForms): Predicate {
  const { attribute } = condition;
  if ("flag" in condition) return sql<SqlBool>`${member.flag(attribute)} = ${condition.flag ? 1 : 0}`;
  if ("number" in condition) return compares(member.number(attribute), condition.operator, condition.number);
  if ("date" in condition) {
    // Instants in JSON are text that sorts as they do; a day stands for its first moment.
    const text = member.text(attribute);
    const instant = sql`case length(${text}) when 10 then ${text} || 'T00:00:00.000Z' else ${text} end`;
    return compares(instant, condition.operator, condition.date.toISOString());
  }
  const { kind } = INVENTORY_ATTRIBUTES[attribute];
  if (kind === "texts") return matches(list.folded(null), condition.operator, condition.anyOf);
  const value = kind === "fields" ? list.folded("value") : member.folded(attribute);
  return matches(value, condition.operator, condition.anyOf);
}

/** On JSON: the parts (`p`), and what is demanded of them. */
function jsonDemand(condition: Compared, forms: SqlForms): Pick<Listing, "table" | "where"> {
  const { attribute } = condition;
  const { kind } = INVENTORY_ATTRIBUTES[attribute];
  const isList = kind === "texts" || kind === "fields";
  const table = isList ? sql`part p, ${forms.list.from(attribute)}` : sql`part p`;
  const named =
    "name" in condition ? [sql<SqlBool>`${forms.list.folded("name")} = ${fold(condition.name)}`] : [];
  const compared = memberDemand(condition, forms);
  return { table, where: all([among(sql.ref("p.source"), sourcesOf(attribute)), ...named, compared]) };
}

/**
 * JSON is looked into only where the row's search text, if it has the attribute, does not say no. A row has several parts
 * and lists, so that they can't lead: they are listed.
 */
function jsonScan(condition: Compared, forms: SqlForms): Demand {
  const json = jsonDemand(condition, forms);
  const found = candidates(condition);
  if (found === null) {
    const named = forms.named({ ...json, id: sql.ref("p.certificate") });
    return { on: "row", ...(isNegated(condition) ? butFor(named) : demanded(named)) };
  }
  const id = sql.ref("s.certificate");
  const met = sql<SqlBool>`exists (select 1 from ${json.table} where p.certificate = ${id} and ${json.where})`;
  return { on: "scan", scan: searchScan(bothSides(condition, all([found, met]))) };
}

/** On an attribute that stands in JSON only. */
function columnlessDemand(condition: Searched, forms: SqlForms): Demand {
  const { attribute } = condition;
  if ("isPresent" in condition) {
    const bit = sql.lit(1 << COLUMNLESS.indexOf(attribute));
    return rowDemand(condition, sql<SqlBool>`(c.present & ${bit}) <> 0`);
  }
  if (attribute === "subjectAlternativeNames" && "anyOf" in condition)
    return { on: "scan", scan: namesScan(condition) };
  return jsonScan(condition, forms);
}

/** Rows (`c`) that a set names. */
function labelledBy(ruleSet: number, forms: SqlForms): Predicate {
  const where = sql<SqlBool>`l.rule_set = ${ruleSet}`;
  return forms.named({ table: sql`label l`, id: sql.ref("l.certificate"), where });
}

/** Translates one condition. */
export function demandOf(condition: InventoryCondition, context: ConditionContext): Demand {
  if ("judged" in condition) {
    const isIn = labelledBy(context.setOf(condition.judged.name), context.forms);
    return { on: "row", ...(condition.isIn ? demanded(isIn) : butFor(isIn)) };
  }
  const turn = (predicate: Predicate): Predicate => turned(condition, predicate);
  const { attribute } = condition;
  if (KEY_ATTRIBUTES.has(attribute)) {
    const wanted = [...context.keyTypes].flatMap(([id, text]) => (isKeyWanted(text, condition) ? [id] : []));
    return { on: "cell", facet: "key", predicate: (columns) => turn(among(columns("key_type"), wanted)) };
  }
  const column = COLUMNS[attribute];
  if (column === undefined) return columnlessDemand(condition, context.forms);
  if (column.form === "folded") return { on: "scan", scan: nameScan(column, condition, context) };
  const trait = TRAITS[attribute];
  if (trait === undefined)
    return rowDemand(condition, columnDemand(sql.ref(`c.${column.name}`), column, condition));
  const [name, facet] = trait;
  // In cells zero stands for null, where no zero is meant.
  const read = (columns: CellColumns): RawBuilder<unknown> =>
    column.form === "place" ? columns(name) : sql`nullif(${columns(name)}, 0)`;
  return { on: "cell", facet, predicate: (columns) => turn(columnDemand(read(columns), column, condition)) };
}
