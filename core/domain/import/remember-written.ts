import type { Clock } from "../../base/clock.ts";
import { type WaitOptions, watch } from "../../base/deadline.ts";
import type { CertificateDetails } from "../../scm/schemas/certificates.ts";
import type { ImportStore } from "../import-store.ts";
import type { InventoryAccount } from "../inventory.ts";
import { openSession } from "./open-session.ts";

interface WrittenRecords {
  readonly store: ImportStore;
  readonly account: InventoryAccount;
  /** SSL records as they were just read. */
  readonly read: readonly CertificateDetails[];
  readonly clock: Clock;
}

/**
 * Puts what write-back concerns into the store: owners and fields change no date, so that an import would see them by its
 * next full walk only.
 */
export async function rememberWritten(
  { store, account, read, clock }: WrittenRecords,
  options: WaitOptions = {},
): Promise<void> {
  const guard = watch("remember what was written", options, clock);
  try {
    const { session } = await openSession({ store, account, clock }, guard);
    try {
      const parts = read.map(({ sslId, externalRequesters, customFields }) => ({
        type: "ssl" as const,
        certificateId: sslId,
        externalRequesters,
        customFields,
      }));
      await session.amend(parts, clock.now());
    } finally {
      await session.release();
    }
  } finally {
    guard.release();
  }
}
