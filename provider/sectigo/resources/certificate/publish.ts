import type { CertificateChain, Mismatch, SectigoError, WaitOptions } from "../../../../core/index.ts";
import { inOneText } from "../../explain.ts";
import type { ApplyRequest } from "./apply-request.ts";
import { withProfile } from "./by-profile.ts";
import { compareIssued, requestOf } from "./compare.ts";
import { withKeyMatch } from "./key-matches.ts";
import type { SignedRequest } from "./key-source.ts";
import { certificateLabel } from "./label.ts";
import { writeLastSeen } from "./last-seen.ts";
import { tellMismatch } from "./mismatch-words.ts";
import { readPrivateData, writePrivateData } from "./private-data.ts";
import { renewAfterText } from "./renewal-policy.ts";
import { revokeSuperseded, type Superseded, withFormer } from "./superseded.ts";
import { type CertificateState, issuedValues, type StoredCertificate } from "./values.ts";

interface Switch {
  readonly sslId: number;
  readonly chain: CertificateChain;
  readonly privateKeyPem: string | null;
}

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
  const comparing = { state: withProfile(ordered), private: data, warn: request.warn };
  const used = { request: signed?.csrPem ?? requestOf(ordered, data), newKey: signed?.privateKeyPem ?? null };
  const compared = compareIssued(comparing, chain, used);
  if (!compared.fits) return unpublished(request, ordered, compared.refused);
  writePrivateData(data, {
    ...{ pendingEnd: null, isSuccessorIssued: false, newKey: null },
    ...{ isKeyLost: false, isKeyForeign: false },
  });
  writeLastSeen(data, null);
  const { privateKeyPem } = compared;
  const published: CertificateState = withKeyMatch(
    switched(ordered, { sslId, chain, privateKeyPem }, api.clock.now()),
    null,
    readPrivateData(data).madeCsr,
  );
  // What follows is not a reason to lose it.
  request.checkpoint(published);
  if (config.revoke_superseded !== true || published.superseded === null) return published;
  const failed = (each: Superseded, error: SectigoError): void => {
    const detail = `${inOneText(api.explain(error))}\n\nIt stays listed in superseded; the next order or a destroy tries again.`;
    request.warn(`Superseded certificate ${each.serial_number} could not be revoked`, detail);
  };
  return { ...published, superseded: await revokeSuperseded(api, published, { wait, failed }) };
}

/** What SCM issued is not what was ordered: whatever served goes on serving, with its own key. */
function unpublished(request: ApplyRequest, ordered: CertificateState, refused: Mismatch): CertificateState {
  if (refused.code === "key_other") {
    const { summary, detail } = tellMismatch(refused);
    request.warn(`Certificate ${certificateLabel(ordered)} ${summary}`, detail);
  }
  if (ordered.pending === null) return { ...ordered, status: "Issued" };
  writePrivateData(request.private, { pendingEnd: endOf(refused) });
  return ordered;
}

/** How a successor ended that is issued and not usable, in place of SCM's word. */
export function endOf({ code }: Mismatch): string {
  return code === "key_other" ? "Issued, for another key" : "Issued, with names that were not ordered";
}

/** The state in which a successor serves, with the key that belongs to it; pure, so that a refresh can do it too. */
export function switched(
  state: StoredCertificate,
  { sslId, chain, privateKeyPem }: Switch,
  now: Date,
): StoredCertificate {
  const next = {
    ...state,
    ...issuedValues(chain),
    private_key_pem: privateKeyPem,
    ...{ ssl_id: sslId, status: "Issued", pending: null },
    superseded: withFormer(state, now),
  };
  return { ...next, renew_after: renewAfterText(withProfile(next), withProfile(next).renewal) };
}
