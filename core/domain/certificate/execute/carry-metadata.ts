import { SectigoError } from "../../../base/errors.ts";
import type { CertificateDetails } from "../../../scm/schemas/certificates.ts";
import { missingMetadata } from "../metadata.ts";
import type { Life, LifeRequest } from "./life.ts";

/**
 * Writes on a successor's record what a renewal does not take along. When that fails the certificate is there all the same,
 * so it is a notice.
 */
export async function carryMetadata<R extends LifeRequest>(
  { client, context, metadata, events }: Life<R>,
  { sslId, former }: { readonly sslId: number; readonly former: CertificateDetails },
): Promise<void> {
  try {
    const change = missingMetadata(await client.certificates.get(sslId, context), former, metadata);
    if (change !== null) await client.certificates.update(sslId, change, context);
  } catch (thrown) {
    events.notice({ code: "metadata_not_written", sslId, error: SectigoError.from(thrown) });
  }
}
