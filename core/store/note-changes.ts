import type { Insertable, Kysely, Transaction } from "kysely";
import {
  CHANGE_KINDS,
  type ChangeKind,
  changedRow,
  compareReadings,
  type FieldChange,
} from "../domain/inventory-changes.ts";
import { CERTIFICATE_TYPES, ORIGINS } from "../domain/inventory-row.ts";
import type { RowPart } from "../domain/merge-parts.ts";
import { secondsOf } from "./columns.ts";
import { insertAll } from "./insert-all.ts";
import { type ChangeTable, fold, type StoreTables } from "./tables.ts";

/** One change on its way to its table. */
interface Noted {
  readonly kind: ChangeKind;
  readonly row: RowPart;
  readonly fields?: readonly FieldChange[];
}

type Line = Insertable<ChangeTable>;

function lineOf(account: number, at: Date, { kind, row, fields = [] }: Noted): Line {
  const names = fields.map(({ attribute }) => attribute);
  return {
    account,
    at: secondsOf(at),
    kind: CHANGE_KINDS.indexOf(kind),
    type: CERTIFICATE_TYPES.indexOf(row.type),
    certificate_id: row.certificateId,
    origin: ORIGINS.indexOf(row.origin ?? "managed"),
    organization_id: row.organizationId ?? null,
    scm_profile_id: row.scmProfileId ?? null,
    attributes: names.length === 0 ? "" : `\n${fold(names.join("\n"))}\n`,
    json: JSON.stringify({ row: changedRow(row), fields }),
  };
}

/** Remembers changes, inside the transaction that makes them. */
export async function insertChanges(
  database: Transaction<StoreTables>,
  { account, at }: { readonly account: number; readonly at: Date },
  noted: readonly Noted[],
): Promise<void> {
  await insertAll(
    database,
    { table: "change" },
    noted.map((one) => lineOf(account, at, one)),
  );
}

/** What one session remembers: what it added has nothing to be compared with yet. */
export interface History {
  readonly added: Set<number>;
}

/** A row as its bulk sources have it now, and as they had it before; null for a new one, or where that is not asked for. */
interface Reading {
  readonly id: number;
  readonly known: object | undefined;
  readonly before: RowPart | null;
  readonly inBulk: RowPart;
}

/** Remembers what came and what changed. */
export async function noteReadings(
  database: Transaction<StoreTables>,
  when: { readonly account: number; readonly at: Date },
  { history, merged }: { readonly history: History; readonly merged: readonly Reading[] },
): Promise<void> {
  const noted = merged.flatMap(({ id, known, before, inBulk: row }): Noted[] => {
    if (known === undefined) {
      history.added.add(id);
      return [{ kind: "added", row }];
    }
    if (before === null || history.added.has(id)) return [];
    const fields = compareReadings(before, row);
    return fields.length === 0 ? [] : [{ kind: "changed", row, fields }];
  });
  await insertChanges(database, when, noted);
}

/** Forgets what is older. */
export async function forgetChanges(
  database: Transaction<StoreTables>,
  account: number,
  before: Date,
): Promise<void> {
  await database
    .deleteFrom("change")
    .where("account", "=", account)
    .where("at", "<", secondsOf(before))
    .execute();
}

/** Certificates that were added since, as `ssl 4711`. */
export async function addedSince(
  database: Kysely<StoreTables>,
  account: number,
  since: number,
): Promise<ReadonlySet<string>> {
  const rows = await database
    .selectFrom("change")
    .select(["type", "certificate_id"])
    .where("account", "=", account)
    .where("at", ">=", since)
    .where("kind", "=", CHANGE_KINDS.indexOf("added"))
    .execute();
  return new Set(rows.map(({ type, certificate_id }) => `${CERTIFICATE_TYPES[type]} ${certificate_id}`));
}
