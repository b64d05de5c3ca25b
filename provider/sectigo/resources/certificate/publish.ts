import type {
  ComparedChain,
  FittingCertificate,
  Mismatch,
  SectigoError,
  WaitOptions,
} from "../../../../core/index.ts";
import { inOneText } from "../../explain.ts";
import type { ApplyRequest } from "./apply-request.ts";
import { withProfile } from "./by-profile.ts";
import { writeMissing } from "./compare.ts";
import { withKeyMatch } from "./key-matches.ts";
import { writeLastSeen } from "./last-seen.ts";
import { readPrivateData, writePrivateData } from "./private-data.ts";
import { renewAfterText } from "./renewal-policy.ts";
import { revokeSuperseded, type Superseded, withFormer } from "./superseded.ts";
import { type CertificateState, issuedValues, type StoredCertificate } from "./values.ts";

interface Switch {
  readonly sslId: number;
  readonly chain: ComparedChain;
  readonly privateKeyPem: string | null;
}

interface Publication {
  readonly sslId: number;
  readonly certificate: FittingCertificate;
  readonly wait: WaitOptions;
}

/** Puts an issued certificate into the state, and lists the one it takes the place of. Key and certificate change together. */
export async function publish(
  request: ApplyRequest,
  ordered: CertificateState,
  { sslId, certificate: { chain, privateKeyPem, missingNames }, wait }: Publication,
): Promise<CertificateState> {
  const { config, private: data, api } = request;
  writeMissing(data, missingNames);
  writePrivateData(data, {
    ...{ pendingEnd: null, isSuccessorIssued: false, newKey: null },
    ...{ isKeyLost: false, isKeyForeign: false, followed: null },
  });
  writeLastSeen(data, null);
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
export function unpublished(
  { private: data }: Pick<ApplyRequest, "private">,
  ordered: CertificateState,
  refused: Mismatch,
): CertificateState {
  if (ordered.pending === null) return { ...ordered, status: "Issued" };
  writePrivateData(data, { pendingEnd: endOf(refused) });
  return ordered;
}

export const FOREIGN_NAMES = "Issued, with names that were not ordered";

/** How a successor ended that is issued and not usable, in place of SCM's word. */
export function endOf({ code }: Mismatch): string {
  return code === "key_other" ? "Issued, for another key" : FOREIGN_NAMES;
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
