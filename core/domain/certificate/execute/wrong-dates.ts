import { ContractError } from "../../../base/errors.ts";
import type { Certificate } from "../../../pki/certificate.ts";
import type { CertificateChain } from "../../../pki/chain.ts";
import type { CertificateDetails } from "../../../scm/schemas/certificates.ts";
import { scmDateStart } from "../../../scm/schemas/dates.ts";

const DAY_MS = 86_400_000;

/** SCM tells days without a zone, and our clock may be off by as much as an order allows. */
const JUST_ISSUED_MS = 3 * DAY_MS;

/**
 * Refuses what was issued now and can't be used now. An order that is followed long after its issue may have run out by then;
 * that is not a fault of the answer.
 * @throws ContractError `contract.issued_expired`, `contract.issued_not_yet_valid`
 */
export function refuseWrongDates(
  { sslId, issued, requested }: CertificateDetails,
  { leaf }: CertificateChain,
  now: Date,
): void {
  const since = issued ?? requested;
  if (since !== null && now.getTime() - scmDateStart(since).getTime() > JUST_ISSUED_MS) return;
  if (leaf.notAfter <= now) throw wrong(sslId, leaf, { code: "contract.issued_expired", word: "expired" });
  // CAs date back; a day is the difference of clocks that an order bears.
  if (leaf.notBefore.getTime() - now.getTime() > DAY_MS)
    throw wrong(sslId, leaf, { code: "contract.issued_not_yet_valid", word: "not valid yet" });
}

function wrong(
  sslId: number,
  { notBefore, notAfter }: Certificate,
  { code, word }: { readonly code: `contract.${string}`; readonly word: string },
): ContractError {
  const period = `${notBefore.toISOString()} to ${notAfter.toISOString()}`;
  return new ContractError(
    `wait for certificate ${sslId}: it was issued just now and is ${word} (${period})`,
    {
      code,
      hint:
        "Compare this machine's clock with the time of day. If it is right, have the certificate revoked and replaced in SCM, " +
        "and give Sectigo's support its id.",
    },
  );
}
