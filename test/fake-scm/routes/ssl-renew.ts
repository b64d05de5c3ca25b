import * as errors from "../errors.ts";
import { type Answer, json } from "../http/answer.ts";
import { parseBody } from "../http/body.ts";
import type { Call, Route } from "../http/call.ts";
import { blankSslRecord, markRenewed, type SslRecord, statusAt } from "../ssl-record.ts";
import type { Profile } from "../tenant.ts";
import { checkCsrText, checkNames, orderingUnit, type ReadCsr, readCsr } from "./ssl-checks.ts";
import { approvesItself, type Caller, submit } from "./ssl-enroll.ts";
import { actionRecord } from "./ssl-read.ts";

const gate = { method: "POST", privilege: "sslRenew", action: "renew SSL certificates" } as const;

/** Renewals: a new record with a new id each; the old one stays valid. */
export const sslRenewRoutes: readonly Route[] = [
  { ...gate, path: "/ssl/v1/renewById/{sslId}", work: renewById },
];

/** Validity that public CAs give at most since March 2026; renewals take the longest term up to it. */
const LONGEST_PUBLIC_TERM = 199;

function renewById(call: Call): Answer {
  const csr = readBody(call);
  return json({ sslId: renewRecord(call, actionRecord(call), csr).sslId });
}

/** An empty body passes (operator scripts send one), the JSON text `""` does not. */
function readBody(call: Call): string | undefined {
  if (call.body.length === 0 && !call.scm.options.strict.renewalNeedsBody) return undefined;
  const { csr } = parseBody(call.body, { csr: "text", dcvMode: "text", dcvEmail: "text" });
  checkCsrText(csr);
  return csr;
}

/**
 * The renewal itself. Without a CSR the stored one, hence the key, serves again.
 * Source: Sectigo Certificate Manager REST API reference, May 2025, "Renewing SSL certificates"; the choice of term
 * is from the vendor's note on 199 days.
 */
export function renewRecord(call: Caller, old: SslRecord, csr: string | undefined): SslRecord {
  const { scm, now } = call;
  const status = statusAt(old, now);
  if (status !== "Issued" && status !== "Expired") throw errors.wrongState(status);
  const profile = scm.tenant.profiles.find(({ id }) => id === old.profileId);
  if (!profile) throw errors.profileInvalid();
  if (!profile.allowsRenewal) throw errors.renewalForbidden();
  orderingUnit(call, old.orgId);
  const read = csr === undefined ? storedKey(old) : readCsr(csr, profile, scm.options.strict);
  checkNames(scm, profile, old.orgId, [read.commonName, ...old.subjectAlternativeNames]);
  const record: SslRecord = {
    ...blankSslRecord(scm.nextSslId(), old.orgId, read.commonName),
    renewId: scm.random.token(20),
    profileId: profile.id,
    term: renewalTerm(profile),
    csr: csr ?? old.csr,
    key: read.key,
    subjectAlternativeNames: old.subjectAlternativeNames,
    comments: scm.options.strict.renewalCopiesComments ? old.comments : "",
    externalRequester: old.externalRequester,
    customFields: old.customFields,
  };
  record.renews = old;
  if (!scm.options.strict.renewedWhenIssued) markRenewed(old, now, scm.options.renewedLagMs);
  if (scm.options.strict.renewalNeedsApproval && approvesItself(call)) submit(withoutApproval(call), record);
  else submit(call, record);
  return record;
}

function storedKey(old: SslRecord): ReadCsr {
  if (!old.key || old.csr === undefined) throw errors.nothingToRenew();
  return { commonName: old.commonName, key: old.key };
}

function renewalTerm({ terms, isPublic }: Profile): number {
  const allowed = isPublic ? terms.filter((term) => term <= LONGEST_PUBLIC_TERM) : terms;
  return Math.max(...allowed);
}

function withoutApproval(call: Caller): Caller {
  const privileges = call.administrator.privileges.filter((name) => name !== "autoApproveCertificates");
  return { ...call, administrator: { ...call.administrator, privileges } };
}
