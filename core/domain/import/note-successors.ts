import type { Clock } from "../../base/clock.ts";
import { MOST_COMPARED, SOON_DAYS } from "../by-successor.ts";
import type { ImportSession } from "../import-store.ts";
import type { InventoryAccount, InventoryReader, InventoryView } from "../inventory.ts";
import { type Compared, comparedOf, findSuccessors } from "../successors.ts";

interface Noting {
  readonly store: Pick<InventoryReader, "walk">;
  readonly session: Pick<ImportSession, "noteSuccessors">;
  readonly account: InventoryAccount;
  readonly clock: Clock;
}

/** All that the store holds: what one connector leaves out may take the place of what it shows. */
function everything(account: InventoryAccount): InventoryView {
  return {
    account,
    types: ["ssl"],
    includeDiscovered: true,
    includeExpired: true,
    includeRevoked: true,
    businessUnits: { forAll: null, byOrganizationId: new Map() },
    ruleSet: null,
  };
}

/**
 * Remembers which certificates of those that end soon have gained or lost a successor since the import before. Judged are the
 * same days and as many certificates as alarms count, the first to end first. One that is new among them has gained nothing.
 */
export async function noteSuccessors({ store, session, account, clock }: Noting): Promise<void> {
  const view = everything(account);
  const now = clock.now();
  const filter = { expiresWithinDays: Math.max(...SOON_DAYS), statuses: ["Issued"] };
  const rows: Compared[] = [];
  await store.walk({ view, filter, now, limit: MOST_COMPARED }, (row) => rows.push(comparedOf(row)));
  const hasSuccessor = await findSuccessors({ store, view, rows, now });
  const judged = rows.flatMap((row) => {
    const verdict = hasSuccessor(row);
    return verdict === null ? [] : [{ certificateId: row.certificateId, hasSuccessor: verdict }];
  });
  await session.noteSuccessors(judged, now);
}
