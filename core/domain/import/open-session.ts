import type { Clock } from "../../base/clock.ts";
import type { Watch } from "../../base/deadline.ts";
import type { ImportSession, ImportStore } from "../import-store.ts";
import type { InventoryAccount } from "../inventory.ts";

interface SessionRequest {
  readonly store: ImportStore;
  readonly account: InventoryAccount;
  readonly clock: Clock;
}

interface OpenedSession {
  readonly session: ImportSession;
  /** Since when another one had to be waited for; null when it was free from the start. */
  readonly waitedSince: Date | null;
}

/** How often a waiting run looks whether the other one is done. */
const LOOK_AGAIN_MS = 250;

/** Waits until this run is the only one of the account. */
export async function openSession(
  { store, account, clock }: SessionRequest,
  guard: Watch,
): Promise<OpenedSession> {
  let waitedSince: Date | null = null;
  for (;;) {
    guard.check();
    const session = await store.tryImport(account);
    if (session !== null) return { session, waitedSince };
    waitedSince ??= clock.now();
    await clock.wait(LOOK_AGAIN_MS, guard.signal);
  }
}
