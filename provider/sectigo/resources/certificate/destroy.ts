import {
  awaitIssued,
  NotFoundError,
  REVOCATION_REASONS,
  StateError,
  standingOf,
} from "../../../../core/index.ts";
import type { Operation } from "../../../framework/resource.ts";
import type { Connection } from "../../connection.ts";
import { deadlineOf } from "./enroll.ts";
import type { StoredCertificate } from "./values.ts";

type DestroyRequest = Operation<Connection> & { readonly prior: StoredCertificate };

const REASON = "cessation_of_operation";

/**
 * Revokes the certificate of this state, by its exact id. Already revoked, expired, declined or refused is fine. A request
 * that is on its way is awaited first: a certificate issued after its resource is gone would belong to nobody.
 */
export async function destroyCertificate(request: DestroyRequest): Promise<void> {
  const { api, prior, signal } = request;
  if (prior.ssl_id === null) return;
  const wait = { signal, deadline: deadlineOf(request) };
  const status = await statusOf(request, prior.ssl_id);
  const final = standingOf(status) === "pending" ? await awaited(request, prior.ssl_id) : status;
  if (standingOf(final) !== "issued") return;
  await api.client.certificates.revoke(
    prior.ssl_id,
    { reasonCode: REVOCATION_REASONS[REASON], reason: "Removed from the Terraform configuration" },
    wait,
  );
}

async function statusOf(request: DestroyRequest, sslId: number): Promise<string> {
  const { api, signal } = request;
  try {
    return (await api.client.certificates.get(sslId, { signal, deadline: deadlineOf(request) })).status;
  } catch (thrown) {
    if (!(thrown instanceof NotFoundError)) throw thrown;
    throw new NotFoundError(`revoke certificate ${sslId}: SCM does not show it to ${api.account}`, {
      code: "missing.certificate",
      status: thrown.status,
      vendorCode: thrown.vendorCode,
      call: thrown.call,
      hint: "Make sure that it is revoked, or restore the administrator's access; then forget it with `terraform state rm`.",
      cause: thrown,
    });
  }
}

async function awaited(request: DestroyRequest, sslId: number): Promise<string> {
  const { api, prior, signal } = request;
  const context = { signal, deadline: deadlineOf(request), clock: api.clock, csrPem: prior.csr_pem };
  const outcome = await awaitIssued(api.client, sslId, context);
  if (outcome.kind !== "pending") return outcome.kind === "issued" ? "Issued" : outcome.status;
  throw new StateError(`destroy certificate request ${sslId}: it is still ${outcome.status}`, {
    code: "state.pending",
    hint: "Have an administrator decline or approve it in SCM, then destroy again; or give it more time with timeouts.delete.",
  });
}
