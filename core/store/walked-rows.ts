import { type Kysely, sql } from "kysely";
import { BugError } from "../base/errors.ts";
import type { WalkedRows } from "../domain/import-store.ts";
import { CERTIFICATE_TYPES, ORIGINS } from "../domain/inventory-row.ts";
import { openWalkOf } from "./coverages.ts";
import type { HeldLock } from "./import-locks.ts";
import { all, among, type Predicate } from "./match.ts";
import type { Guard } from "./store-error.ts";
import type { StoreTables } from "./tables.ts";

export interface SessionParts {
  readonly database: Kysely<StoreTables>;
  readonly account: number;
  readonly lock: HeldLock;
  readonly guard: Guard;
}

export function inWalk(account: number, { type, origins, organizationIds }: WalkedRows): Predicate {
  const demands = [
    sql<boolean>`account = ${account} and type = ${CERTIFICATE_TYPES.indexOf(type)}` as Predicate,
  ];
  if (origins !== null)
    demands.push(
      among(
        sql.ref("origin"),
        origins.map((origin) => ORIGINS.indexOf(origin)),
      ),
    );
  if (organizationIds !== null) demands.push(among(sql.ref("organization_id"), organizationIds));
  return all(demands);
}

export async function walkNumber({ database, account }: SessionParts, question: string): Promise<number> {
  const open = await openWalkOf(database, account, question);
  if (open !== undefined) return open.walk;
  throw new BugError("import certificates: no walk is under way", { code: "bug.walk", hint: "Report this." });
}

export async function countRowsWhere(database: Kysely<StoreTables>, where: Predicate): Promise<number> {
  const { n } = await database
    .selectFrom("certificate")
    .select(({ fn }) => fn.countAll<number>().as("n"))
    .where(where)
    .executeTakeFirstOrThrow();
  return n;
}
