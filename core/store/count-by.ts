import { type Kysely, type RawBuilder, sql } from "kysely";
import type { Counts, CountTrait } from "../domain/inventory.ts";
import { CERTIFICATE_TYPES } from "../domain/inventory-row.ts";
import type { Names } from "../domain/present-names.ts";
import { findRuleSet } from "./find-rule-set.ts";
import { POLICY_SET } from "./judged-sets.ts";
import { onRows, type Selection } from "./selection.ts";
import type { StoreTables } from "./tables.ts";

interface Sum {
  /** Of counts by SCM profile: place in CERTIFICATE_TYPES, and the profile's id. */
  readonly type?: number;
  readonly id?: number | null;
  readonly name: string | null;
  readonly n: number | string;
}

const UNKNOWN = "unknown";
const SSL = CERTIFICATE_TYPES.indexOf("ssl");

function byRequester({ account }: Selection, where: RawBuilder<unknown>) {
  return sql<Sum>`
    select w.text as name, g.n from (
      select c.requester as word, count(*) as n from certificate c where c.account = ${account} and ${where} group by c.requester) g
    left join word w on w.id = g.word`;
}

/** By type and id too, which decide the name that is shown. */
function byProfile({ account }: Selection, where: RawBuilder<unknown>) {
  return sql<Sum>`
    select g.type, g.id, w.text as name, g.n from (
      select c.type, c.scm_profile_id as id, c.scm_profile as word, count(*) as n
      from certificate c where c.account = ${account} and ${where} group by c.type, c.scm_profile_id, c.scm_profile) g
    left join word w on w.id = g.word`;
}

/** What a set of rules gave; a row may have several, or none. */
function byLabel(kind: "tag" | "owner", ruleSet: number, where: RawBuilder<unknown>) {
  return sql<Sum>`
    select v.value as name, sum(g.n) as n from (
      select l.label_set, count(*) as n from label l, certificate c
      where l.rule_set = ${ruleSet} and c.id = l.certificate and ${where} group by l.label_set) g, label_value v
    where v.kind = ${kind} and v.label_set = g.label_set group by v.value`;
}

/** How many rows are wanted, by one more trait, in one pass over them. */
export async function countBy(
  database: Kysely<StoreTables>,
  { selection, names }: { readonly selection: Selection; readonly names: Names },
  trait: CountTrait,
): Promise<Counts> {
  const where = onRows(selection);
  const policySet = trait === "violation" ? await findRuleSet(database, selection.account, POLICY_SET) : -1;
  const statements: Readonly<Record<CountTrait, () => RawBuilder<Sum>>> = {
    scm_profile: () => byProfile(selection, where),
    requester: () => byRequester(selection, where),
    tag: () => byLabel("tag", selection.ruleSet ?? -1, where),
    owner: () => byLabel("owner", selection.ruleSet ?? -1, where),
    violation: () => byLabel("tag", policySet ?? -1, where),
  };
  const { rows } = await statements[trait]().execute(database);
  const counted = new Map<string, number>();
  for (const { type, id, name, n } of rows) {
    const profile = type === SSL ? names.profiles.get(id ?? Number.NaN) : undefined;
    const shown = profile ?? name ?? UNKNOWN;
    counted.set(shown, (counted.get(shown) ?? 0) + Number(n));
  }
  return Object.fromEntries([...counted].sort(([a], [b]) => (a < b ? -1 : 1)));
}
