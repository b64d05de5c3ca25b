import type { WaitOptions } from "../../../../core/index.ts";
import type { Config, Operation, Planned } from "../../../framework/resource.ts";
import { Unknown } from "../../../framework/value.ts";
import { type Connection, waitOf } from "../../connection.ts";
import type { CertificateAttributes } from "./attributes.ts";
import { enrollCertificate, waitForIssue } from "./enroll.ts";
import { changesFields, metadataChange } from "./metadata.ts";
import type { CertificateState, StoredCertificate } from "./values.ts";

type UpdateRequest = Operation<Connection> & {
  readonly config: Config<CertificateAttributes>;
  readonly prior: StoredCertificate;
  readonly planned: Planned<CertificateAttributes>;
  readonly checkpoint: (state: CertificateState) => void;
};

/**
 * Does what the plan announced: an unknown `ssl_id` is an order, an unknown status a wait; the rest is metadata.
 * Metadata goes in one call: when it fails nothing of it is there, and the state stays as it was.
 */
export async function updateCertificate(request: UpdateRequest): Promise<CertificateState> {
  const { config, planned, prior } = request;
  if (planned.ssl_id instanceof Unknown || prior.ssl_id === null) return enrollCertificate(request);
  const wait = waitOf(request);
  await updateMetadata(request, prior.ssl_id, wait);
  const updated: CertificateState = { ...prior, ...config };
  request.checkpoint(updated);
  return planned.status instanceof Unknown ? waitForIssue(request, updated, wait) : updated;
}

async function updateMetadata(request: UpdateRequest, sslId: number, wait: WaitOptions): Promise<void> {
  const { api, config, prior } = request;
  const present = changesFields(prior, config)
    ? (await api.client.certificates.get(sslId, wait)).customFields
    : [];
  const change = metadataChange({ prior, wanted: config }, present);
  if (change !== null) await api.client.certificates.update(sslId, change, wait);
}
