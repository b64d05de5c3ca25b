import type { LostError } from "../../../base/errors.ts";
import type { ScmClient } from "../../../scm/client.ts";
import type { CertificateDetails } from "../../../scm/schemas/certificates.ts";
import type { OrderContext } from "../execute/context.ts";

/**
 * The record after an order on it whose answer was lost.
 * @throws the LostError: whatever keeps us from looking, the first thing to tell is that the order may be under way
 */
export async function lookOrLose(
  client: ScmClient,
  sslId: number,
  { context, lost }: { readonly context: OrderContext; readonly lost: LostError },
): Promise<CertificateDetails> {
  try {
    return await client.certificates.get(sslId, context);
  } catch {
    throw lost;
  }
}
