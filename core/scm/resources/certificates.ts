import type { WaitOptions } from "../../base/deadline.ts";
import { StateError } from "../../base/errors.ts";
import { quoted } from "../../base/text.ts";
import { type Decoder, isHtml, jsonDecoder, noContent, readRefusal } from "../answer.ts";
import type { Caller } from "../caller.ts";
import { isPendingCode } from "../codes.ts";
import { LARGEST_PAGE, type Page, type Paged, paged, readTotal } from "../pages.ts";
import {
  type CertificateDetails,
  type CertificateIdentity,
  type CertificateStatus,
  certificateDetails,
  certificateIdentityList,
  type Enrollment,
  enrollment,
} from "../schemas/certificates.ts";
import { type CertificateChange, type EnrollOrder, enrollBody, updateBody } from "./certificate-orders.ts";

/** What the list can be narrowed by. SCM has no filter by date; whether text matches whole or in part is not documented. */
export interface CertificateFilter {
  readonly commonName?: string | undefined;
  readonly subjectAlternativeName?: string | undefined;
  readonly status?: CertificateStatus | undefined;
  readonly scmProfileId?: number | undefined;
  /** Organization or department. */
  readonly organizationId?: number | undefined;
  readonly serialNumber?: string | undefined;
  readonly requester?: string | undefined;
  readonly externalRequester?: string | undefined;
  readonly requestedVia?: string | undefined;
  readonly issuer?: string | undefined;
  readonly vendor?: string | undefined;
  readonly sha1Hash?: string | undefined;
  readonly sha256Hash?: string | undefined;
}

export interface CertificateListOptions extends CertificateFilter {
  /** Rows per page, 1 to 200 (default). */
  readonly size?: number | undefined;
  /** Index of the first row, from 0. */
  readonly position?: number | undefined;
}

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

export type RevokeOutcome = { readonly outcome: "revoked" | "already_revoked" };

/** Reasons that SCM takes: 0 unspecified, 1 key compromise, 3 affiliation changed, 4 superseded, 5 cessation of operation. */
export type RevocationReasonCode = 0 | 1 | 3 | 4 | 5;

export interface Revocation {
  readonly reasonCode: RevocationReasonCode;
  /** 1 to 512 characters; longer text is cut. */
  readonly reason: string;
}

export interface Certificates {
  /** Awaitable first page, async-iterable rows de-duplicated by `sslId`. */
  list(filter?: CertificateListOptions, options?: WaitOptions): Paged<CertificateIdentity>;
  /** How many match; by HEAD, and by walking the list where SCM does not count. */
  count(filter?: CertificateFilter, options?: WaitOptions): Promise<number>;
  /** @throws NotFoundError also when the record is not visible to this administrator */
  get(sslId: number, options?: WaitOptions): Promise<CertificateDetails>;
  /** Never repeated once a byte of it may have left. @throws LostError when it may have taken effect: look first */
  enroll(order: EnrollOrder, options?: WaitOptions): Promise<Enrollment>;
  /** "Not yet" is an outcome, not an error. @throws StateError `state.revoked`, NotFoundError */
  collect(sslId: number, format: CollectFormat, options?: WaitOptions): Promise<CollectOutcome>;
  /** To find it revoked already is success. @throws StateError `state.not_revocable` when it was never issued */
  revoke(sslId: number, revocation: Revocation, options?: WaitOptions): Promise<RevokeOutcome>;
  /** Changes the members given. @returns the record afterwards */
  update(sslId: number, change: CertificateChange, options?: WaitOptions): Promise<CertificateDetails>;
}

const LONGEST_REASON = 512;

const decodeDetails = jsonDecoder(certificateDetails);
const decodeEnrollment = jsonDecoder(enrollment);
const decodeIdentities = jsonDecoder(certificateIdentityList);

const decodePage: Decoder<Page<CertificateIdentity>> = (answer) => {
  const items = decodeIdentities(answer);
  if (!items.ok) return items;
  return { ok: true, value: { items: items.value, total: readTotal(answer.headers["x-total-count"]) } };
};

function query(filter: CertificateFilter): Record<string, string | number | undefined> {
  return {
    commonName: filter.commonName,
    subjectAlternativeName: filter.subjectAlternativeName,
    status: filter.status,
    sslTypeId: filter.scmProfileId,
    orgId: filter.organizationId,
    serialNumber: filter.serialNumber,
    requester: filter.requester,
    externalRequester: filter.externalRequester,
    requestedVia: filter.requestedVia,
    issuer: filter.issuer,
    vendor: filter.vendor,
    sha1Hash: filter.sha1Hash,
    sha256Hash: filter.sha256Hash,
  };
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

/** Our words per code, so that nothing foreign needs escaping further on. */
function pendingOutcome(vendorCode: number): CollectOutcome {
  const says =
    vendorCode === -23 ? "it waits for an administrator's approval" : "the CA is still working on it";
  return { outcome: "pending", vendorCode, says };
}

function enrollWhat(order: EnrollOrder): string {
  const [name] = order.subjectAlternativeNames;
  const target = name === undefined ? "a certificate" : quoted(name);
  return `enroll ${target} in organization ${order.organizationId} with SCM profile ${order.scmProfileId}`;
}

function listOf(
  caller: Caller,
  filter: CertificateListOptions,
  options: WaitOptions,
): Paged<CertificateIdentity> {
  const { size, position } = filter;
  const what = "list certificates";
  return paged({
    what,
    size: Math.min(Math.max(size ?? LARGEST_PAGE, 1), LARGEST_PAGE),
    position: position ?? 0,
    identify: (row) => row.sslId,
    fetch: (from, length) =>
      caller.run(
        {
          call: "GET ssl",
          what,
          query: { size: length, position: from, ...query(filter) },
          decode: decodePage,
        },
        options,
      ),
  });
}

/** HEAD where SCM knows it (the Admin host may not); null when there is no count to be had. */
function headCount(caller: Caller, filter: CertificateFilter, options: WaitOptions): Promise<number | null> {
  return caller.run<number | null>(
    {
      call: "HEAD ssl",
      what: "count certificates",
      query: query(filter),
      decode: (answer) => ({ ok: true, value: readTotal(answer.headers["x-total-count"]) }),
      recover: ({ status }) => ([404, 405, 501].includes(status) ? null : undefined),
    },
    options,
  );
}

async function countRows(caller: Caller, filter: CertificateFilter, options: WaitOptions): Promise<number> {
  const total = await headCount(caller, filter, options);
  if (total !== null) return total;
  let rows = 0;
  for await (const _ of listOf(caller, filter, options)) rows += 1;
  return rows;
}

/** SSL certificates. Source: Sectigo Certificate Manager REST API reference, May 2025, "SSL certificates". */
export function certificates(caller: Caller): Certificates {
  const get: Certificates["get"] = (sslId, options) =>
    caller.run(
      {
        call: "GET ssl/{sslId}",
        what: `read certificate ${sslId}`,
        params: { sslId },
        decode: decodeDetails,
      },
      options,
    );

  return {
    get,
    list: (filter = {}, options = {}) => listOf(caller, filter, options),
    count: (filter = {}, options = {}) => countRows(caller, filter, options),
    async enroll(order, options) {
      const body = enrollBody(order);
      return caller.run(
        { call: "POST ssl/enroll", what: enrollWhat(order), body, decode: decodeEnrollment },
        options,
      );
    },
    collect: (sslId, format, options) =>
      caller.run<CollectOutcome>(
        {
          call: "GET ssl/collect/{sslId}",
          what: `collect certificate ${sslId}`,
          params: { sslId, format },
          accept: "*/*",
          decode: decodeCollected,
          recover: ({ status, vendorCode }) =>
            status === 400 && vendorCode !== undefined && isPendingCode(vendorCode)
              ? pendingOutcome(vendorCode)
              : undefined,
        },
        options,
      ),
    async revoke(sslId, revocation, options) {
      const what = `revoke certificate ${sslId}`;
      const answered = await caller.run<RevokeOutcome | "not_issued">(
        {
          call: "POST ssl/revoke/{sslId}",
          what,
          params: { sslId },
          body: { reasonCode: revocation.reasonCode, reason: revocation.reason.slice(0, LONGEST_REASON) },
          decode: (answer) => {
            const read = noContent(answer);
            return read.ok ? { ok: true, value: { outcome: "revoked" } } : read;
          },
          recover: ({ vendorCode }) =>
            vendorCode === -159
              ? { outcome: "already_revoked" }
              : vendorCode === -102
                ? "not_issued"
                : undefined,
        },
        options,
      );
      if (answered !== "not_issued") return answered;
      // -102 says "only issued ones": revoked already, or never issued. Only the record tells which, and the latter
      // must not pass for success, or a certificate that is issued later would live on.
      const { status } = await get(sslId, options);
      if (status === "Revoked") return { outcome: "already_revoked" };
      throw new StateError(
        `${what}: its status is ${quoted(status)}, and only issued certificates can be revoked`,
        {
          code: "state.not_revocable",
          status: 400,
          vendorCode: -102,
          call: "POST ssl/revoke/{sslId}",
          hint: "Decline it if it still waits for approval; wait if the CA works on it.",
        },
      );
    },
    update: async (sslId, change, options) =>
      caller.run(
        {
          call: "PUT ssl",
          what: `update certificate ${sslId}`,
          body: updateBody(sslId, change),
          decode: decodeDetails,
        },
        options,
      ),
  };
}
