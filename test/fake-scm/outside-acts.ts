import { fieldsOf } from "./fields-of.ts";
import { approveRecord, declineRecord } from "./routes/ssl-decide.ts";
import { renewRecord } from "./routes/ssl-renew.ts";
import { startReplacement } from "./routes/ssl-replace.ts";
import { markRevoked } from "./routes/ssl-revoke.ts";
import type { Scm } from "./scm.ts";
import { SSL_STATUSES, type SslRecord } from "./ssl-record.ts";
import type { Administrator } from "./tenant.ts";
import { parseCsr } from "./x509/csr.ts";
import { makeCsr } from "./x509/make-csr.ts";

/** A mistake of the test that calls, answered as 400 with its words. */
export class ControlError extends Error {}

/** What somebody does in SCM's own pages, or the CA by itself: no call of ours, and few questions asked. */
type OutsideAct = (scm: Scm, record: SslRecord, body: Readonly<Record<string, unknown>>) => unknown;

/**
 * Acts on one SSL record from outside, by name.
 * `replace` and `renew` bring a new key; `renew` answers `{sslId}` of the successor. `status` sets any state as it is.
 */
export const OUTSIDE_ACTS: Readonly<Record<string, OutsideAct>> = {
  revoke: (scm, record, { reasonCode }) =>
    markRevoked(scm, record, typeof reasonCode === "number" ? reasonCode : 0, scm.clock.now()),
  approve: (scm, record) => approveRecord(scm, record, somebody(scm).id),
  decline: (scm, record) => declineRecord(record, scm.clock.now()),
  reject: (_scm, record) => stop(record, "Rejected"),
  invalidate: (_scm, record) => stop(record, "Invalid"),
  expire: (_scm, record) => stop(record, "Expired"),
  issue: (scm, record) => scm.lifecycle.issue(record, scm.clock.now()),
  delete: (scm, record) => scm.ssl.remove(record.sslId),
  move: (_scm, record, { orgId }) => {
    if (typeof orgId !== "number") throw new ControlError("move takes orgId");
    record.orgId = orgId;
  },
  status: (_scm, record, { status }) => {
    const known = SSL_STATUSES.find((candidate) => candidate === status);
    if (!known) throw new ControlError(`status is one of ${SSL_STATUSES.join(", ")}`);
    stop(record, known);
  },
  replace: (scm, record) => {
    const { csr } = makeCsr(record.commonName);
    const parsed = parseCsr(csr);
    if (typeof parsed === "string") throw new Error(`own CSR is ${parsed}`);
    const { commonName, subjectAlternativeNames: names } = record;
    startReplacement(scm, record, { csr, key: { ...parsed.key, spki: parsed.spki }, commonName, names });
  },
  renew: (scm, record) => {
    const { csr } = makeCsr(record.commonName);
    const caller = { scm, administrator: somebody(scm), now: scm.clock.now() };
    return { sslId: renewRecord(caller, record, csr).sslId };
  },
  edit: (_scm, record, body) => edit(record, body),
};

function stop(record: SslRecord, status: SslRecord["status"]): void {
  record.status = status;
  record.issueDue = undefined;
}

/** The colleague who works in SCM's pages: the second administrator. */
function somebody({ tenant }: Scm): Administrator {
  const [first, second] = tenant.administrators;
  const person = second ?? first;
  if (!person) throw new Error("tenant without administrators");
  return person;
}

function edit(record: SslRecord, body: Readonly<Record<string, unknown>>): void {
  if (typeof body.comments === "string") record.comments = body.comments;
  // Records without this date have been seen: no report by its period shows them.
  if (body.requested === null) record.requested = undefined;
  // What was uploaded shows none.
  if (body.profileId === null) record.profileId = undefined;
  if (typeof body.requestedVia === "string") record.requestedVia = body.requestedVia;
  if (typeof body.externalRequester === "string") record.externalRequester = body.externalRequester;
  if (typeof body.autoInstalled === "boolean") record.autoInstalled = body.autoInstalled;
  if (typeof body.autoRenewState === "string") {
    record.autoRenew = { state: body.autoRenewState, daysBeforeExpiration: 30 };
  }
  if (Array.isArray(body.customFields)) {
    record.customFields = body.customFields.map(fieldsOf).map(({ name, value }) => ({
      name: String(name),
      value: String(value),
    }));
  }
}
