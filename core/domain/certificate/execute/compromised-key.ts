import { NotFoundError, StateError } from "../../../base/errors.ts";
import type { ScmClient } from "../../../scm/client.ts";
import type { CertificateDetails } from "../../../scm/schemas/certificates.ts";
import { isOrderOfKey, type OrderedKey } from "../judge/order-of-key.ts";
import { standingOf } from "../status.ts";
import type { OrderContext } from "./order-context.ts";
import { REVOCATION_REASONS } from "./revocation.ts";

/**
 * Looks through what this login sees of revoked orders for one of this very key, whatever its names, organization, profile
 * and scope were. One report for all orders of a process, and a call for each that matches: reports don't tell the reason.
 * @returns its id; null when there is none that a marker tells
 */
export async function findCompromised(
  client: ScmClient,
  key: OrderedKey,
  context: OrderContext,
): Promise<number | null> {
  const rows = await context.revoked.list(client, context.clock.now(), context);
  for (const { sslId } of rows.filter(({ marked }) => isOrderOfKey(marked, key))) {
    const details = await detailsOrGone(client, sslId, context);
    if (details !== null && isCompromised(details)) return sslId;
  }
  return null;
}

async function detailsOrGone(
  client: ScmClient,
  sslId: number,
  context: OrderContext,
): Promise<CertificateDetails | null> {
  try {
    return await client.certificates.get(sslId, context);
  } catch (thrown) {
    // Deleted between the report and now.
    if (thrown instanceof NotFoundError) return null;
    throw thrown;
  }
}

/** Whether it was revoked because its key is compromised. */
export function isCompromised({ status, reasonCode }: CertificateDetails): boolean {
  return standingOf(status) === "revoked" && reasonCode === REVOCATION_REASONS.key_compromise;
}

export function keyCompromised(what: string, sslId: number): StateError {
  return new StateError(`${what}: certificate ${sslId}, for this very key, was revoked as compromised`, {
    code: "state.key_compromised",
    path: "csr_pem",
    hint: "Make a new key and a new request; a compromised key gets no other certificate. Nothing was ordered.",
  });
}
