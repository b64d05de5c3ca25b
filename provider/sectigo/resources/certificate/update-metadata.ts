import type { WaitOptions } from "../../../../core/index.ts";
import type { ApplyRequest } from "./apply-request.ts";
import { metadataChange, needsPresent } from "./metadata.ts";
import type { StoredCertificate } from "./values.ts";

/** Writes what the configuration says of comments, requesters and fields otherwise than state, in one call or none. */
export async function updateMetadata(
  { api, config, prior }: ApplyRequest & { readonly prior: StoredCertificate },
  sslId: number,
  wait: WaitOptions,
): Promise<void> {
  const present = needsPresent(prior, config)
    ? await api.client.certificates.get(sslId, wait)
    : { comments: null, customFields: [] };
  const change = metadataChange({ prior, wanted: config }, present);
  if (change !== null) await api.client.certificates.update(sslId, change, wait);
}
