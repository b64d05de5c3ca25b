import {
  awaitIssued,
  REVOCATION_REASONS,
  StateError,
  standingOf,
  type WaitOptions,
} from "../../../../core/index.ts";
import type { Operation } from "../../../framework/resource.ts";
import { type Connection, waitOf } from "../../connection.ts";
import { readDetails } from "./read-details.ts";
import type { StoredCertificate } from "./values.ts";

type DestroyRequest = Operation<Connection> & { readonly prior: StoredCertificate };

/**
 * Revokes the certificate of this state, by its exact id. Already revoked, expired, replaced, declined or refused is fine.
 * A request that waits for an administrator is declined. One that is on its way at the CA is awaited first: a certificate
 * issued after its resource is gone would belong to nobody.
 */
export async function destroyCertificate(request: DestroyRequest): Promise<void> {
  const { api, prior } = request;
  const { ssl_id: sslId } = prior;
  if (sslId === null) return;
  const wait = waitOf(request);
  const seen = await statusOf(api, sslId, wait);
  const status = seen === "Requested" ? await declined(api, sslId, wait) : seen;
  const final = standingOf(status) === "pending" ? await awaited(api, sslId, wait) : status;
  // A status that we don't know is no reason to leave a certificate behind alive: SCM says whether it can be revoked.
  if (!["issued", "unknown"].includes(standingOf(final))) return;
  const reasonCode = REVOCATION_REASONS.cessation_of_operation;
  const reason = "Removed from the Terraform configuration";
  await api.client.certificates.revoke(sslId, { reasonCode, reason }, wait);
}

const DESTROY = {
  what: "revoke certificate",
  hint:
    "It is gone, or this administrator may no longer see it: SCM does not tell these apart. Restore the administrator's " +
    "access; or make sure that it is revoked, then forget it with `terraform state rm` and the resource's address.",
};

async function statusOf(api: Connection, sslId: number, wait: WaitOptions): Promise<string> {
  return (await readDetails(api, sslId, { wait, purpose: DESTROY })).status;
}

/** @returns the status afterwards: somebody may have approved it in between, and then it is on its way */
async function declined(api: Connection, sslId: number, wait: WaitOptions): Promise<string> {
  try {
    await api.client.certificates.decline(sslId, "Removed from the Terraform configuration", wait);
  } catch (thrown) {
    // Not in this state any more: what it is in now decides what is left to do.
    if (!(thrown instanceof StateError)) throw thrown;
  }
  return statusOf(api, sslId, wait);
}

/** The CSR is not handed over: whose key it is does not matter to who revokes it. */
async function awaited(api: Connection, sslId: number, wait: WaitOptions): Promise<string> {
  const outcome = await awaitIssued(api.client, sslId, { ...wait, clock: api.clock });
  if (outcome.kind !== "pending") return outcome.status;
  throw new StateError(`destroy certificate request ${sslId}: it is still ${outcome.status}`, {
    code: "state.pending",
    hint: "Have an administrator decline or approve it in SCM, then destroy again; or give it more time with timeouts.delete.",
  });
}
