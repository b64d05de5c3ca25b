import type { Clock } from "../base/clock.ts";
import { type WaitOptions, watch } from "../base/deadline.ts";
import { CancelledError, ContractError, PkiError } from "../base/errors.ts";
import { readBundle } from "../pki/bundle.ts";
import { arrangeChain, type CertificateChain } from "../pki/chain.ts";
import { readCsr } from "../pki/csr.ts";
import type { PublicKey } from "../pki/public-key.ts";
import type { ScmClient } from "../scm/client.ts";
import type { CertificateDetails, Enrollment } from "../scm/schemas/certificates.ts";
import type { CertificateOrder } from "./order.ts";
import { pauseAfter } from "./polling.ts";
import { standingOf } from "./status.ts";

/** What an enrollment waits in. */
export interface EnrollmentContext extends WaitOptions {
  readonly clock: Clock;
  /** The request that was sent: a certificate for another key is refused. Null when it is not known (after an import). */
  readonly csrPem?: string | null;
}

/** How an order stands when waiting is over. */
export type IssueOutcome =
  | { readonly kind: "issued"; readonly details: CertificateDetails; readonly chain: CertificateChain }
  /** Time is up or the caller stopped; the order goes on in SCM. */
  | { readonly kind: "pending"; readonly status: string }
  /** Declined, rejected, invalid, revoked or ended: waiting will not help. */
  | { readonly kind: "over"; readonly status: string };

/**
 * Places an order. SCM has no idempotency key and an order costs money, so it is sent once and never repeated.
 * @throws LostError when it may have taken effect although no answer came; RequestError with SCM's reason
 */
export function enroll(client: ScmClient, order: CertificateOrder, wait: WaitOptions): Promise<Enrollment> {
  const { csrPem, comments, customFields, ...same } = order;
  return client.certificates.enroll(
    {
      ...same,
      // Only the request itself: SCM refuses comments and other signs around it.
      csrPem: readCsr(csrPem).pem,
      comments: comments ?? undefined,
      customFields: Object.entries(customFields).map(([name, value]) => ({ name, value })),
    },
    wait,
  );
}

/**
 * Waits until an order is issued and collects it. Running out of time, or being stopped, is an outcome and no error: the
 * caller holds the id of something that may have been paid for.
 * @throws SectigoError when SCM can't be read, or sends a certificate for another key
 */
export async function awaitIssued(
  client: ScmClient,
  sslId: number,
  context: EnrollmentContext,
): Promise<IssueOutcome> {
  const guard = watch(`wait for certificate ${sslId}`, context, context.clock);
  const started = performance.now();
  let status = "Requested";
  try {
    for (;;) {
      const details = await client.certificates.get(sslId, context);
      status = details.status;
      const standing = standingOf(status);
      if (standing === "issued") {
        const chain = await collect(client, sslId, context);
        if (chain !== null) return { kind: "issued", details, chain };
      } else if (standing !== "pending" && standing !== "unknown") {
        return { kind: "over", status };
      }
      await context.clock.wait(pauseAfter(performance.now() - started), guard.signal);
    }
  } catch (thrown) {
    if (thrown instanceof CancelledError) return { kind: "pending", status };
    throw thrown;
  } finally {
    guard.release();
  }
}

/** How often half an answer is asked for again: collecting changes nothing in SCM. */
const COLLECT_TRIES = 3;

/**
 * Collects a certificate with its chain, whatever format and order SCM sends.
 * @returns null when SCM says that it is not ready yet; a status `Issued` may be seen a moment earlier
 * @throws ContractError when it is for another key than the request's; PkiError when it can't be read, also again
 */
export async function collect(
  client: ScmClient,
  sslId: number,
  context: EnrollmentContext,
): Promise<CertificateChain | null> {
  const key = context.csrPem ? readCsr(context.csrPem).publicKey : undefined;
  for (let attempt = 1; ; attempt += 1) {
    const collected = await client.certificates.collect(sslId, "x509", context);
    if (collected.outcome === "pending") return null;
    try {
      return arrange(collected.body, sslId, key);
    } catch (thrown) {
      if (!(thrown instanceof PkiError) || attempt === COLLECT_TRIES) throw thrown;
    }
  }
}

function arrange(body: Uint8Array, sslId: number, key: PublicKey | undefined): CertificateChain {
  const chain = arrangeChain(readBundle(body));
  if (key === undefined || chain.leaf.publicKey.sha256 === key.sha256) return chain;
  throw new ContractError(`collect certificate ${sslId}: it is for another key than the request's`, {
    code: "contract.other_key",
    hint: "Look in SCM whether the certificate was replaced there; do not use it with this key.",
  });
}
