import { type Kysely, type RawBuilder, sql } from "kysely";
import type { Counts, CountTrait } from "../domain/inventory.ts";
import { findRuleSet } from "./find-rule-set.ts";
import { POLICY_SET } from "./judged-sets.ts";
import { onRows, type Selection } from "./selection.ts";
import type { StoreTables } from "./tables.ts";

interface Sum {
  readonly name: string | null;
  readonly n: number | string;
}

const UNKNOWN = "unknown";

/** Words that rows refer to by a column. */
function byWord(column: "scm_profile" | "requester", { account }: Selection, where: RawBuilder<unknown>) {
  const word = sql.ref(`c.${column}`);
  return sql<Sum>`
    select w.text as name, g.n from (
      select ${word} as word, count(*) as n from certificate c where c.account = ${account} and ${where} group by ${word}) g
    left join word w on w.id = g.word`;
}

/** What a set of rules gave; a row may have several, or none. */
function byLabel(kind: "tag" | "owner", ruleSet: number, where: RawBuilder<unknown>) {
  return sql<Sum>`
    select v.value as name, count(*) as n from label_value v, certificate c
    where v.rule_set = ${ruleSet} and v.kind = ${kind} and c.id = v.certificate and ${where} group by v.value`;
}

/** How many rows are wanted, by one more trait, in one pass over them. */
export async function countBy(
  database: Kysely<StoreTables>,
  selection: Selection,
  trait: CountTrait,
): Promise<Counts> {
  const where = onRows(selection);
  const policySet = trait === "violation" ? await findRuleSet(database, selection.account, POLICY_SET) : -1;
  const statements: Readonly<Record<CountTrait, () => RawBuilder<Sum>>> = {
    scm_profile: () => byWord("scm_profile", selection, where),
    requester: () => byWord("requester", selection, where),
    tag: () => byLabel("tag", selection.ruleSet ?? -1, where),
    owner: () => byLabel("owner", selection.ruleSet ?? -1, where),
    violation: () => byLabel("tag", policySet ?? -1, where),
  };
  const { rows } = await statements[trait]().execute(database);
  const counted = rows.map(({ name, n }): [string, number] => [name ?? UNKNOWN, Number(n)]);
  return Object.fromEntries(counted.sort(([a], [b]) => (a < b ? -1 : 1)));
}
