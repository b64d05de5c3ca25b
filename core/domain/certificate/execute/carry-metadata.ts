import type { WaitOptions } from "../../../base/deadline.ts";
import { ContractError, SectigoError } from "../../../base/errors.ts";
import type { ScmClient } from "../../../scm/client.ts";
import type { CertificateDetails } from "../../../scm/schemas/certificates.ts";
import { signOf } from "../judge/judge-successor.ts";
import { refuseTaken } from "../judge/refuse-taken.ts";
import { type Metadata, metadataChange, missingMetadata, needsPresent } from "../metadata.ts";
import type { Life, LifeRequest } from "./life.ts";

/**
 * Writes on the caller's own record what an order does not take along. When that fails the certificate is there all the same, so
 * it is a notice.
 * @param nonce the caller's claim
 */
export async function carryMetadata<R extends LifeRequest>(
  life: Life<R>,
  { sslId, nonce }: { readonly sslId: number; readonly nonce: string | null | undefined },
): Promise<void> {
  const { client, context, events } = life;
  try {
    const present = await client.certificates.get(sslId, context);
    refuseTaken(present, nonce, "write on");
    await writeMissing(life, present, present);
  } catch (thrown) {
    events.notice({ code: "metadata_not_written", sslId, error: SectigoError.from(thrown) });
  }
}

/**
 * Writes words and claim of the record before on the one that follows it. As long as nothing shows that it is ours, neither its
 * key nor its marker nor who requested it, nothing is written.
 * @returns false where that shows later
 */
export async function carryToSuccessor<R extends LifeRequest>(
  life: Life<R>,
  {
    sslId,
    former,
    isProven,
  }: { readonly sslId: number; readonly former: CertificateDetails; readonly isProven: boolean },
): Promise<boolean> {
  const { client, context, events } = life;
  try {
    const present = await client.certificates.get(sslId, context);
    const requester = isProven ? null : await context.requester();
    if (!isProven && signOf(present, former, requester) !== "ours") return false;
    if (isProven && isOfOthers(present, former)) throw strangers(sslId, former.sslId);
    await writeMissing(life, present, former);
  } catch (thrown) {
    events.notice({ code: "metadata_not_written", sslId, error: SectigoError.from(thrown) });
  }
  return true;
}

async function writeMissing<R extends LifeRequest>(
  { client, context, metadata }: Life<R>,
  present: CertificateDetails,
  former: CertificateDetails,
): Promise<void> {
  const change = missingMetadata(present, former, metadata);
  if (change !== null) await client.certificates.update(present.sslId, change, context);
}

/** A key that fits does not make a record ours that bears another's marker. Who requested it does not matter then. */
function isOfOthers(present: CertificateDetails, former: CertificateDetails): boolean {
  return signOf({ ...present, requester: null, requestedVia: null }, former, null) === "others";
}

function strangers(sslId: number, former: number): ContractError {
  return new ContractError(
    `write on certificate ${sslId}: its record is another order's, and not the renewal of ${former}`,
    {
      code: "contract.other_record",
      hint: "Nothing was written. What stands between here and SCM may mix up answers: tell its operator, or Sectigo's support.",
    },
  );
}

/**
 * Writes what is asked for otherwise than before, in one call or none.
 * @throws StateError for a record that bears another claim: an old answer, written back, would undo a taking over
 */
export async function writeMetadata(
  client: ScmClient,
  {
    sslId,
    prior,
    asked,
    nonce,
  }: {
    readonly sslId: number;
    readonly prior: Metadata;
    readonly asked: Metadata;
    readonly nonce: string | null | undefined;
  },
  wait: WaitOptions,
): Promise<void> {
  const present = needsPresent(prior, asked) ? await client.certificates.get(sslId, wait) : null;
  if (present !== null) refuseTaken(present, nonce, "write on");
  const change = metadataChange({ prior, asked }, present ?? { comments: null, customFields: [] });
  if (change !== null) await client.certificates.update(sslId, change, wait);
}
