import { fieldsOf } from "../fields-of.ts";
import type { Answer } from "../http/answer.ts";
import { markRevoked } from "../routes/ssl-revoke.ts";
import type { Scm } from "../scm.ts";
import { blankSslRecord, type SslRecord } from "../ssl-record.ts";
import { parseCsr } from "../x509/csr.ts";
import { csrDnsNames } from "../x509/csr-names.ts";
import type { AcmeOrder } from "./orders.ts";
import { alreadyRevoked, badCsr, malformed, notFound, unauthorized } from "./problems.ts";
import type { AcmeRequest } from "./request.ts";

/** The SCM record that an order became. */
export function recordOf(scm: Scm, { sslId }: AcmeOrder): SslRecord | undefined {
  return sslId === undefined ? undefined : scm.ssl.get(sslId);
}

/**
 * Files the order as an SSL record of SCM, which issues it as any other.
 * @returns its id
 * @throws AcmeProblem badCSR when the CSR's names are not those of the order, RFC 8555 section 7.4
 */
export function submitOrder({ host, server, now }: AcmeRequest, order: AcmeOrder, der: Buffer): number {
  const { scm } = host;
  const csr = der.toString("base64");
  const parsed = parseCsr(csr);
  if (typeof parsed === "string") throw badCsr(`The CSR is ${parsed}.`);
  const subject = parsed.subject.find(([short]) => short === "CN")?.[1]?.toLowerCase();
  const asked = [...new Set([...csrDnsNames(der), ...(subject ? [subject] : [])])].sort();
  if (asked.join() !== [...new Set(order.names)].sort().join())
    throw badCsr("The CSR's names are not those of the order.");
  const profile = scm.tenant.profiles.find(({ id }) => id === server.profileId);
  const sslId = scm.nextSslId();
  const record: SslRecord = {
    ...blankSslRecord(sslId, order.account.organizationId, subject ?? order.names[0] ?? ""),
    profileId: server.profileId,
    // ACME orders are short: clients renew by themselves.
    term: Math.min(...(profile?.terms ?? [90])),
    csr,
    key: { ...parsed.key, spki: parsed.spki },
    subjectAlternativeNames: order.names,
    requestedVia: "ACME",
    requested: now,
    requester: order.client.contacts[0] ?? `ACME account ${order.account.name}`,
  };
  scm.lifecycle.approve(record, now, undefined);
  scm.ssl.add(record);
  scm.settle();
  return sslId;
}

/** Revokes by the account that ordered. Source: RFC 8555 section 7.6. */
export function revokeCertificate({ host, jws, registered, now }: AcmeRequest): Answer {
  if (!registered) throw unauthorized("Only the account that ordered may revoke.");
  const { certificate, reason } = fieldsOf(jws.payload);
  if (typeof certificate !== "string") throw malformed("certificate is missing.");
  const der = Buffer.from(certificate, "base64url");
  const found = Array.from(host.scm.ssl.live()).find((record) => record.certificate?.der.equals(der));
  const isOwn = found?.orgId === registered.account.organizationId && found.requestedVia === "ACME";
  if (!found || !isOwn) throw notFound();
  if (found.status === "Revoked") throw alreadyRevoked();
  markRevoked(host.scm, found, typeof reason === "number" ? reason : 0, now);
  return { status: 200, bytes: Buffer.alloc(0) };
}
