import type { CertificateChain, SectigoError, WaitOptions } from "../../../../core/index.ts";
import { inOneText } from "../../explain.ts";
import type { ApplyRequest } from "./apply-request.ts";
import { withProfile } from "./by-profile.ts";
import { keep } from "./kept.ts";
import type { SignedRequest } from "./key-source.ts";
import { writeLastSeen } from "./last-seen.ts";
import { renewAfterText } from "./renewal-policy.ts";
import { revokeSuperseded, type Superseded, withFormer } from "./superseded.ts";
import { type CertificateState, issuedValues, type StoredCertificate } from "./values.ts";

interface Publication {
  readonly sslId: number;
  readonly chain: CertificateChain;
  readonly signed: SignedRequest | null;
  readonly wait: WaitOptions;
}

/** Puts an issued certificate into the state, and lists the one it takes the place of. Key and certificate change together. */
export async function publish(
  request: ApplyRequest,
  ordered: CertificateState,
  { sslId, chain, signed, wait }: Publication,
): Promise<CertificateState> {
  const { config, private: data, api } = request;
  keep(data, { pendingEnd: null, isSuccessorIssued: false, isKeyLost: false });
  writeLastSeen(data, null);
  const published: CertificateState = {
    ...switched(ordered, { sslId, chain }, api.clock.now()),
    private_key_pem: config.private_key === null ? null : (signed?.privateKeyPem ?? ordered.private_key_pem),
  };
  // What follows is no reason to lose it.
  request.checkpoint(published);
  warnOfTerm(request, chain);
  if (config.revoke_superseded !== true || published.superseded === null) return published;
  const failed = (each: Superseded, error: SectigoError): void => {
    const detail = `${inOneText(api.explain(error))}\n\nIt stays listed in superseded; the next order or a destroy tries again.`;
    request.warn(`Superseded certificate ${each.serial_number} could not be revoked`, detail);
  };
  return { ...published, superseded: await revokeSuperseded(api, published, { wait, failed }) };
}

/** The state in which a successor serves; pure, so that a refresh can do it too. */
export function switched(
  state: StoredCertificate,
  { sslId, chain }: { readonly sslId: number; readonly chain: CertificateChain },
  now: Date,
): StoredCertificate {
  const next = {
    ...state,
    ...issuedValues(chain),
    ...{ ssl_id: sslId, status: "Issued", pending: null },
    superseded: withFormer(state, now),
  };
  return { ...next, renew_after: renewAfterText(withProfile(next), withProfile(next).renewal) };
}

const DAY_MS = 86_400_000;

/** A renewal can't ask for a term, and CAs cut what exceeds their ceilings: worth telling, never a difference. */
function warnOfTerm({ config, warn }: ApplyRequest, { leaf }: CertificateChain): void {
  const days = Math.round((leaf.notAfter.getTime() - leaf.notBefore.getTime()) / DAY_MS);
  if (config.term_days === null || Math.abs(days - config.term_days) <= 1) return;
  warn(
    `Certificate ${leaf.serialNumber} is valid for ${days} days, and term_days is ${config.term_days}`,
    "SCM chooses the term of a renewal itself, and CAs cut what they may not issue. Nothing has to be done.",
  );
}
