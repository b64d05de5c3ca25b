import { type Decoder, isHtml, readRefusal } from "../answer.ts";
import type { CallSpec } from "../call-spec.ts";
import { isPendingCode } from "../codes.ts";

/**
 * What collect can deliver. Order of certificates: `x509` and `pem` root to leaf, `x509R` and `pemia` leaf first,
 * `x509IO` root to intermediate, `x509IOR` intermediate to root, `base64` and `bin` (PKCS#7) none.
 */
export type CollectFormat =
  | "x509"
  | "x509CO"
  | "x509IO"
  | "x509IOR"
  | "x509R"
  | "base64"
  | "bin"
  | "pem"
  | "pemco"
  | "pemia";

export type CollectOutcome =
  | { readonly outcome: "collected"; readonly body: Uint8Array }
  /** Not issued yet; `vendorCode` is SCM's reason, null for an empty answer. */
  | { readonly outcome: "pending"; readonly vendorCode: number | null; readonly says: string };

/** Our words per code, so that nothing foreign needs escaping further on. */
function pendingOutcome(vendorCode: number): CollectOutcome {
  const says =
    vendorCode === -23 ? "it waits for an administrator's approval" : "the CA is still working on it";
  return { outcome: "pending", vendorCode, says };
}

/** Certificates come as octets; an empty answer means "not yet", and JSON is a refusal with the wrong status. */
const decodeCollected: Decoder<CollectOutcome> = (answer) => {
  if (answer.body.length === 0) {
    return { ok: true, value: { outcome: "pending", vendorCode: null, says: "SCM's answer is empty" } };
  }
  if (isHtml(answer)) return { ok: false, slug: "html", says: "a web page came instead of a certificate" };
  const { vendorCode } = readRefusal(answer);
  if (vendorCode === undefined) return { ok: true, value: { outcome: "collected", body: answer.body } };
  if (isPendingCode(vendorCode)) return { ok: true, value: pendingOutcome(vendorCode) };
  return { ok: false, slug: "shape", says: `SCM's code ${vendorCode} came instead of a certificate` };
};

/** Completes a collect call of any certificate type: "not yet" becomes an outcome. */
export function collectSpec(
  spec: Pick<CallSpec<CollectOutcome>, "call" | "what" | "params" | "query">,
): CallSpec<CollectOutcome> {
  return {
    ...spec,
    accept: "*/*",
    decode: decodeCollected,
    recover: ({ status, vendorCode }) =>
      status === 400 && vendorCode !== undefined && isPendingCode(vendorCode)
        ? pendingOutcome(vendorCode)
        : undefined,
  };
}
