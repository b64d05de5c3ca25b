import { metadataChange, needsPresent, type WaitOptions } from "../../../../core/index.ts";
import type { ApplyRequest } from "./apply-request.ts";
import { metadataOf } from "./metadata.ts";
import type { StoredCertificate } from "./values.ts";

/** Writes what the configuration says of comments, requesters and fields otherwise than state, in one call or none. */
export async function updateMetadata(
  { api, config, prior }: ApplyRequest & { readonly prior: StoredCertificate },
  sslId: number,
  wait: WaitOptions,
): Promise<void> {
  const [before, asked] = [metadataOf(prior), metadataOf(config)];
  const present = needsPresent(before, asked)
    ? await api.client.certificates.get(sslId, wait)
    : { comments: null, customFields: [] };
  const change = metadataChange({ prior: before, asked }, present);
  if (change !== null) await api.client.certificates.update(sslId, change, wait);
}
