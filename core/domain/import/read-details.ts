import { LostError, NotFoundError } from "../../base/errors.ts";
import type { CertificateType } from "../inventory-row.ts";
import type { RowPart } from "../merge-parts.ts";
import type { ImportContext } from "./context.ts";
import { clientDetailsPart, deviceDetailsPart, sslDetailsPart } from "./row-parts.ts";

/** Calls that are prepared at a time; how many go out at once is the client's business. */
const CALLS_AT_ONCE = 32;

async function detailsOf(
  { scm, options }: ImportContext,
  type: CertificateType,
  certificateId: number,
): Promise<RowPart> {
  switch (type) {
    case "ssl":
      return sslDetailsPart(await scm.certificates.get(certificateId, options));
    case "client":
      return clientDetailsPart(await scm.clientCertificates.get(certificateId, options));
    case "device":
      return deviceDetailsPart(await scm.deviceCertificates.get(certificateId, options));
  }
}

/** The same, or nothing for one that left in the meantime. */
async function detailsIfThere(
  context: ImportContext,
  type: CertificateType,
  certificateId: number,
): Promise<RowPart[]> {
  try {
    return [await detailsOf(context, type, certificateId)];
  } catch (error) {
    if (error instanceof NotFoundError) return [];
    if (error instanceof LostError && error.code === "lost.too_large" && context.tooLong !== undefined) {
      context.tooLong.add(`certificate ${certificateId}`);
      // It is there: what is known of it stays.
      await context.session.amend([{ type, certificateId }], context.clock.now());
      return [];
    }
    throw error;
  }
}

/** Reads details, a call each, and hands them on in portions. */
export async function readDetails(
  context: ImportContext,
  type: CertificateType,
  certificateIds: readonly number[],
  onParts: (parts: readonly RowPart[]) => Promise<void>,
): Promise<void> {
  for (let start = 0; start < certificateIds.length; start += CALLS_AT_ONCE) {
    context.check();
    const ids = certificateIds.slice(start, start + CALLS_AT_ONCE);
    const found = await Promise.all(ids.map((id) => detailsIfThere(context, type, id)));
    await onParts(found.flat());
  }
}
