import type { StoredCertificate } from "./state.ts";

/** More than Terraform works on at a time: it judges a configuration right after it has read its state. */
const MOST = 512;

const ISSUED = new Set<string>();

/** Keeps a request that a certificate in state was issued for. It was judged before it was ordered, and need not be read again. */
export function noteIssued({ csr_pem: csr, certificate_pem: pem }: StoredCertificate): void {
  if (csr === null || pem === null) return;
  ISSUED.add(csr);
  // A set keeps the order of insertion, so the first is the oldest.
  const [oldest] = ISSUED;
  if (ISSUED.size > MOST && oldest !== undefined) ISSUED.delete(oldest);
}

export function wasIssued(csr: string): boolean {
  return ISSUED.has(csr);
}
