import {
  type CertificateChange,
  type CertificateDetails,
  readComments,
  rewriteComments,
  SectigoError,
  type WaitOptions,
} from "../../../../core/index.ts";
import { inOneText } from "../../explain.ts";
import type { ApplyRequest } from "./apply-request.ts";
import { keep } from "./kept.ts";
import { type Metadata, metadataChange, readMetadata } from "./metadata.ts";

interface Successor {
  readonly sslId: number;
  /** The record that was renewed. */
  readonly old: CertificateDetails;
  readonly wait: WaitOptions;
}

/**
 * SCM takes no comments with a renewal, and maybe nothing else: what people wrote on the old record, and the lines that tell
 * whose it is, are written on the new one. When that fails the certificate is there all the same.
 */
export async function carryMetadata(request: ApplyRequest, { sslId, old, wait }: Successor): Promise<void> {
  const { certificates } = request.api.client;
  try {
    const change = missingMetadata(await certificates.get(sslId, wait), old, request.config);
    if (change !== null) await certificates.update(sslId, change, wait);
  } catch (thrown) {
    const { comments, external_requesters: requesters, custom_fields: fields } = request.config;
    // It bears no claim of ours then, and none must be looked for on it.
    keep(request.private, { nonce: null });
    const isManaged = comments !== null || requesters !== null || fields !== null;
    request.log.info("could not write on the renewed record", {
      sslId,
      code: SectigoError.from(thrown).code,
    });
    if (!isManaged) return;
    const detail = `${inOneText(request.api.explain(thrown))}\n\nThe next plan shows what is missing, and writes it.`;
    request.warn(
      `Comments, requesters or custom fields of certificate ${sslId} could not be written`,
      detail,
    );
  }
}

function missingMetadata(
  present: CertificateDetails,
  old: CertificateDetails,
  wanted: Metadata,
): CertificateChange | null {
  const prior = { ...readMetadata(present, wanted, false), comments: wanted.comments };
  const change = metadataChange({ prior, wanted }, present);
  const comments = rewriteComments(wanted.comments ?? readComments(old.comments).comment, old.comments);
  if (comments === (present.comments ?? "")) return change;
  return { ...change, comments };
}
