import { standingOf } from "../certificate/status.ts";
import type { ImportContext } from "./context.ts";
import { visitList } from "./heal-walk.ts";
import { readChangedStates } from "./pending.ts";
import type { Question } from "./settings.ts";

/** States that a certificate enters without any date of its own that the list would tell. */
const ENTERED = ["Revoked", "Replaced", "Declined", "Rejected", "Invalid"] as const;

/**
 * Without reports only the list tells cheaply who is in a state: its pages by state show ids, and those that the store has
 * in another one are read. An SCM that ignores the filter shows everything; then nothing can be told this way.
 */
export async function readEnteredStates(
  context: ImportContext,
  { organizationIds }: Question,
): Promise<void> {
  const { scm, session, options } = context;
  const { total: all } = await scm.certificates.list({ size: 1 }, options);
  for (const status of ENTERED) {
    const { total } = await scm.certificates.list({ status, size: 1 }, options);
    if (total === null || total === 0 || (all !== null && all > 1 && total === all)) continue;
    for (const organizationId of organizationIds ?? [undefined]) {
      const filter = organizationId === undefined ? { status } : { status, organizationId };
      await visitList(context, filter, async (rows) => {
        const ids = rows.map(({ sslId }) => sslId);
        const known = await session.statuses("ssl", ids);
        const entered = ids.filter((id) => {
          const stored = known.get(id);
          return stored !== undefined && standingOf(stored) !== standingOf(status);
        });
        await readChangedStates(context, entered);
      });
    }
  }
}
