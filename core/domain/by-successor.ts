import { ConfigError } from "../base/errors.ts";
import type { InventoryGap } from "./import/completeness.ts";
import type { InventoryFilter, InventoryReader, InventoryView } from "./inventory.ts";
import type { CertificateType } from "./inventory-row.ts";
import { findSuccessors } from "./successors.ts";
import { DAY_SECONDS, earliestEnd } from "./validity.ts";

/** So many rows are compared with the rest of the account at most; an alarm is about far fewer. */
export const MOST_COMPARED = 20_000;
/** Days within which an end is soon: those of the first buckets of expiry. */
export const SOON_DAYS = [7, 30] as const;
const SOON = 30;

interface Asked {
  readonly store: Pick<InventoryReader, "query" | "walk">;
  readonly view: InventoryView;
  readonly filter: InventoryFilter;
  readonly now: Date;
}

/**
 * Whether successors of these types can be told: the import brings names and issuer of SSL certificates only.
 * @throws ConfigError `config.has_successor`
 */
export function refuseUnknownSuccessors(types: readonly CertificateType[]): void {
  const others = types.filter((type) => type !== "ssl");
  if (others.length === 0) return;
  throw new ConfigError(
    `read the inventory: has_successor can't be told of certificates of type ${others.join(", ")}; SCM lists them without their names or issuers`,
    {
      ...{ code: "config.has_successor", path: "filter" },
      hint: 'Narrow the filter with certificate_types = ["ssl"].',
    },
  );
}

/** A filter, narrowed to what has a successor or has none. */
interface Narrowed {
  readonly filter: InventoryFilter;
  /** Of how many it can't be told; the filter leaves them out either way. */
  readonly unknown: number;
}

/**
 * The filter, narrowed to certificates that have a successor or have none.
 * @throws ConfigError `config.has_successor` where so many match the rest of the filter that they are not all compared
 */
export async function filterBySuccessor(asked: Asked, isWanted: boolean): Promise<Narrowed> {
  const { filter } = asked;
  const { rows, total } = await asked.store.query({ ...asked, limit: MOST_COMPARED });
  if (total > rows.length) {
    throw new ConfigError(
      `read the inventory: has_successor compares ${MOST_COMPARED} certificates at most; the rest of the filter leaves ${total}`,
      {
        ...{ code: "config.has_successor", path: "filter" },
        hint: 'Narrow the filter, with expires_within_days = 30 and statuses = ["Issued"] for example.',
      },
    );
  }
  const hasSuccessor = await findSuccessors({ ...asked, rows });
  const found = rows.filter((row) => hasSuccessor(row) === isWanted);
  const unknown = rows.filter((row) => hasSuccessor(row) === null);
  const certificateIds = found.map(({ certificateId }) => certificateId);
  return { filter: { ...filter, certificateIds }, unknown: unknown.length };
}

/** What an answer lacks where some rows could not be judged; nothing where all could. */
export function unknownSuccessors(count: number): readonly InventoryGap[] {
  if (count === 0) return [];
  const what = count === 1 ? "1 certificate" : `${count} certificates`;
  const why = "SCM tells no issuer, organization, name or end of them, so that has_successor is unknown";
  return [{ type: "ssl", missing: `${what} that may have a successor or none`, why }];
}

/**
 * How many issued certificates end within 7 and 30 days and have no successor; each number holds the nearer ones too.
 * `unknown` are those that end within 30 days and of which it can't be told: all clients and devices, for example.
 * @returns null where more end soon than are compared
 */
export async function countWithoutSuccessor(asked: Asked): Promise<Readonly<Record<string, number>> | null> {
  const { conditions = [], expiresWithinDays = SOON } = asked.filter;
  const filter: InventoryFilter = {
    ...asked.filter,
    // Beside the states that were asked for, which may leave nothing.
    conditions: [...conditions, { attribute: "status", operator: "equals", anyOf: ["Issued"] }],
    expiresWithinDays: Math.min(expiresWithinDays, SOON),
  };
  const { rows, total } = await asked.store.query({ ...asked, filter, limit: MOST_COMPARED });
  if (total > rows.length) return null;
  const hasSuccessor = await findSuccessors({ ...asked, rows });
  const alone = rows.filter((row) => hasSuccessor(row) === false);
  const unknown = rows.filter((row) => hasSuccessor(row) === null).length;
  const within = (days: number): number => {
    const end = new Date(asked.now.getTime() + days * DAY_SECONDS * 1000);
    return alone.filter(({ expires }) => expires !== null && earliestEnd(expires) <= end).length;
  };
  return { ...Object.fromEntries(SOON_DAYS.map((days) => [`within_${days}`, within(days)])), unknown };
}
