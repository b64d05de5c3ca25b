import {
  chainPem,
  collect,
  compareWithOrder,
  fullChainPem,
  type Mismatch,
  sameSerial,
  type WaitOptions,
} from "../../../../core/index.ts";
import type { ApplyRequest } from "./apply-request.ts";
import { warnOfMismatch } from "./compare.ts";
import type { CertificateState, StoredCertificate } from "./values.ts";

type Chain = Pick<CertificateState, "chain_pem" | "full_chain_pem">;

type Preferring = Pick<StoredCertificate, "preferred_chain" | "certificate_pem">;

/** Whether another way up is to be published for the certificate that is there. */
export function prefersOtherChain(prior: Preferring, preferred: unknown): boolean {
  return prior.certificate_pem !== null && prior.preferred_chain !== preferred;
}

/** The chain that `preferred_chain` asks for, collected anew; nothing where it did not change. */
export async function otherChain(
  { api, config, prior, warn }: ApplyRequest & { readonly prior: StoredCertificate },
  wait: WaitOptions,
): Promise<Chain | null> {
  const { ssl_id: sslId, serial_number: serialNumber } = prior;
  const { preferred_chain: preferredChain } = config;
  if (sslId === null || serialNumber === null || !prefersOtherChain(prior, preferredChain)) return null;
  const chain = await collect(api.client, sslId, { ...wait, clock: api.clock, serialNumber, preferredChain });
  const kept = { chain_pem: prior.chain_pem, full_chain_pem: prior.full_chain_pem };
  if (chain === null || !sameSerial(chain.leaf.serialNumber, serialNumber)) {
    warn(
      `Certificate ${sslId} could not be collected for preferred_chain`,
      "SCM hands out another certificate now, or none. The chain before stays; refresh, and apply again.",
    );
    return kept;
  }
  // The certificate is the one in state, and was compared when it came: what is new is its way up.
  const comparison = { asked: { preferredChain }, keys: null, isAccepted: false };
  const tell = (found: Mismatch): void => warnOfMismatch({ state: prior, warn }, found);
  compareWithOrder(chain, comparison, { isKnown: false, tell });
  return { chain_pem: chainPem(chain), full_chain_pem: fullChainPem(chain) };
}
