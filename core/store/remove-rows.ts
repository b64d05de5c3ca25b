import { sql, type Transaction } from "kysely";
import type { Leaving, WalkedRows } from "../domain/import-store.ts";
import { PART_SOURCES } from "../domain/merge-parts.ts";
import { all, type Predicate } from "./match.ts";
import { insertChanges } from "./note-changes.ts";
import { countedBy } from "./put-rows.ts";
import { readRows } from "./query-rows.ts";
import type { StoreTables } from "./tables.ts";
import { TallyChanges } from "./tally.ts";
import { countRowsWhere, inWalk, type SessionParts, walkNumber } from "./walked-rows.ts";

/** Rows in one transaction of a removal, so that readers and other writers get their turn. */
const REMOVED_AT_ONCE = 1_000;
/** Removes some rows and everything that hangs on them. @returns how many */
async function removeSome(
  transaction: Transaction<StoreTables>,
  account: number,
  { where, notedAt }: { readonly where: Predicate; readonly notedAt: Date | null },
): Promise<number> {
  const found = await transaction
    .selectFrom("certificate")
    .select("id")
    .where(where)
    .limit(REMOVED_AT_ONCE)
    .execute();
  if (found.length === 0) return 0;
  const ids = found.map(({ id }) => id);
  if (notedAt !== null) {
    const rows = await readRows(transaction, ids);
    const noted = rows.map((row) => ({ kind: "removed", row }) as const);
    await insertChanges(transaction, { account, at: notedAt }, noted);
  }
  const tally = new TallyChanges(account);
  for (const counted of await countedBy(transaction, ids)) tally.add(counted, -1);
  await tally.write(transaction);
  await transaction
    .updateTable("account")
    .set(({ eb }) => ({ revision: eb("revision", "+", 1) }))
    .where("id", "=", account)
    .execute();
  await transaction.deleteFrom("certificate").where("id", "in", ids).execute();
  const sources = PART_SOURCES.map((_, place) => place);
  await transaction
    .deleteFrom("part")
    .where("source", "in", sources)
    .where("certificate", "in", ids)
    .execute();
  await transaction
    .deleteFrom("label")
    .where("rule_set", "in", (from) => from.selectFrom("rule_set").select("id"))
    .where("certificate", "in", ids)
    .execute();
  for (const table of ["name", "search"] as const)
    await transaction.deleteFrom(table).where("certificate", "in", ids).execute();
  return ids.length;
}

/** Rows that the open walk has not shown. */
async function unseen(parts: SessionParts, question: string, rows: WalkedRows): Promise<Predicate> {
  const walk = await walkNumber(parts, question);
  return all([inWalk(parts.account, rows), sql<boolean>`walk < ${walk}` as Predicate]);
}

export async function leaving(
  parts: SessionParts,
  question: string,
  { rows, most }: { readonly rows: WalkedRows; readonly most: number },
): Promise<Leaving> {
  const { database, account } = parts;
  const where = await unseen(parts, question, rows);
  const found = await database
    .selectFrom("certificate")
    .select("certificate_id")
    .where(where)
    .orderBy("certificate_id")
    .limit(most)
    .execute();
  return {
    count: await countRowsWhere(database, where),
    of: await countRowsWhere(database, inWalk(account, rows)),
    ids: found.map(({ certificate_id }) => certificate_id),
  };
}

type Transact = <T>(work: (transaction: Transaction<StoreTables>) => Promise<T>) => Promise<T>;

interface Removal {
  readonly rows: WalkedRows;
  readonly transact: Transact;
  /** When it is remembered that they left; null where it is not. */
  readonly notedAt: Date | null;
}

export async function removeUnseen(
  parts: SessionParts,
  question: string,
  { rows, transact, notedAt }: Removal,
): Promise<number> {
  const where = await parts.guard("read the inventory", () => unseen(parts, question, rows));
  for (let removed = 0; ; ) {
    const some = await transact((transaction) => removeSome(transaction, parts.account, { where, notedAt }));
    removed += some;
    if (some < REMOVED_AT_ONCE) return removed;
  }
}
