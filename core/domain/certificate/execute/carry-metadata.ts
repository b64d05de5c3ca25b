import type { WaitOptions } from "../../../base/deadline.ts";
import { ContractError, SectigoError } from "../../../base/errors.ts";
import type { ScmClient } from "../../../scm/client.ts";
import type { CertificateDetails } from "../../../scm/schemas/certificates.ts";
import { refuseTaken } from "../judge/refuse-taken.ts";
import { type Metadata, metadataChange, missingMetadata, needsPresent } from "../metadata.ts";
import { readComments } from "../order-tag.ts";
import type { Life, LifeRequest } from "./life.ts";

/**
 * Writes on a record what an order does not take along. When that fails the certificate is there all the same, so it is a
 * notice.
 * @param former the record whose words and claim go along; null for its own
 * @param nonce  the caller's claim, where it is the record's own that is written on
 */
export async function carryMetadata<R extends LifeRequest>(
  life: Life<R>,
  {
    sslId,
    former,
    nonce,
  }: {
    readonly sslId: number;
    readonly former: CertificateDetails | null;
    readonly nonce?: string | null | undefined;
  },
): Promise<void> {
  const { client, context, metadata, events } = life;
  try {
    const present = await client.certificates.get(sslId, context);
    if (former === null) refuseTaken(present, nonce, "write on");
    else refuseStranger(present, former);
    const change = missingMetadata(present, former ?? present, metadata);
    if (change !== null) await client.certificates.update(sslId, change, context);
  } catch (thrown) {
    events.notice({ code: "metadata_not_written", sslId, error: SectigoError.from(thrown) });
  }
}

/** @throws ContractError for a record that can't follow the other: nothing of ours is written on what belongs to others */
function refuseStranger(present: CertificateDetails, former: CertificateDetails): void {
  const [said, ours] = [readComments(present.comments).tag, readComments(former.comments).tag];
  // An earlier run of the same holder may have made another order of it.
  const isOther = said !== null && said.marker !== ours?.marker && said.nonce !== ours?.nonce;
  const differs = (one: unknown, other: unknown): boolean => one !== null && other !== null && one !== other;
  const isElsewhere =
    differs(present.organizationId, former.organizationId) ||
    differs(present.commonName?.toLowerCase() ?? null, former.commonName?.toLowerCase() ?? null);
  if (!isOther && !isElsewhere) return;
  throw new ContractError(
    `write on certificate ${present.sslId}: its record is another order's, and not the renewal of ${former.sslId}`,
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
