import type { WaitOptions } from "../../base/deadline.ts";
import { type Decoder, jsonDecoder } from "../answer.ts";
import type { Caller } from "../caller.ts";
import type { CallName } from "../calls.ts";
import { type AnswerReader, type RowConsumer, type RowsRead, rowReader } from "../row-reader.ts";
import {
  type ClientReportRow,
  clientReportRow,
  type DeviceReportRow,
  deviceReportRow,
  type SslReportRow,
  sslReport,
  sslReportRow,
} from "../schemas/reports.ts";

/** SCM's numbers for states in reports; SSL knows the first five only. */
const REPORT_STATUS = {
  any: 0,
  requested: 1,
  issued: 2,
  revoked: 3,
  expired: 4,
  pendingDownload: 5,
  notEnrolled: 6,
  approved: 8,
  applied: 9,
} as const;

/** SCM's numbers for the date that a window is about; SSL knows revocation, expiry, request and issue. */
const REPORT_DATE = {
  enrollment: 0,
  download: 1,
  revocation: 2,
  expiry: 3,
  request: 4,
  issue: 5,
  invitation: 6,
} as const;

/** SCM's numbers for how a certificate came in; those that an import reads apart. */
const REPORT_SOURCE = { discovery: 3, imported: 4 } as const;

/** What a report on certificates is narrowed by. Reports are not paged: an open window may answer with everything. */
interface CertificateReportQuery {
  readonly organizationIds?: readonly number[] | undefined;
  readonly status?: keyof typeof REPORT_STATUS | undefined;
  /** Which date `from` and `to` are about. */
  readonly date?: keyof typeof REPORT_DATE | undefined;
  readonly source?: keyof typeof REPORT_SOURCE | undefined;
  /** SCM looks at days only, in a time zone it does not name: ask for a day more on either side. */
  readonly from?: Date | undefined;
  readonly to?: Date | undefined;
}

export interface SslReportQuery extends CertificateReportQuery {
  /** A pattern. */
  readonly commonName?: string | undefined;
  readonly externalRequester?: string | undefined;
}

interface PeriodQuery {
  readonly from?: Date | undefined;
  readonly to?: Date | undefined;
}

/** Gets a report's rows while they arrive; a call that has to be tried again shows them again from the first. */
interface RowStreams {
  /** Whatever its length, the answer takes little memory. @returns how many rows came, and their octets */
  ssl(query: SslReportQuery, consume: RowConsumer<SslReportRow>, options?: StreamOptions): Promise<RowsRead>;
  client(
    query: CertificateReportQuery,
    consume: RowConsumer<ClientReportRow>,
    options?: StreamOptions,
  ): Promise<RowsRead>;
  device(
    query: CertificateReportQuery,
    consume: RowConsumer<DeviceReportRow>,
    options?: StreamOptions,
  ): Promise<RowsRead>;
}

interface StreamOptions extends WaitOptions {
  /** Longer answers end the call with `lost.too_large`. */
  readonly largestAnswerBytes?: number | undefined;
}

interface MeasuredReport<Row> {
  readonly rows: readonly Row[];
  /** Length of the answer. */
  readonly bytes: number;
}

/** Whole lists in one answer; SCM's order. Each waits as long as a report may take, not as long as a call. */
export interface Reports {
  /**
   * For callers that choose their windows by what the last one weighed.
   * @throws LostError `lost.too_large` as soon as the answer is longer than `largestAnswerBytes`; never tried again
   */
  measuredSsl(
    query: SslReportQuery,
    options: WaitOptions & { readonly largestAnswerBytes: number },
  ): Promise<MeasuredReport<SslReportRow>>;
  readonly streams: RowStreams;
}

const decodeSsl = jsonDecoder(sslReport);
const measureSsl: Decoder<MeasuredReport<SslReportRow>> = (answer) => {
  const decoded = decodeSsl(answer);
  return decoded.ok ? { ok: true, value: { rows: decoded.value, bytes: answer.body.length } } : decoded;
};

function period({ from, to }: PeriodQuery) {
  return { from: from?.toISOString(), to: to?.toISOString() };
}

function certificateQuery(query: CertificateReportQuery) {
  return {
    organizationIds: query.organizationIds ?? [],
    certificateStatus: query.status === undefined ? undefined : REPORT_STATUS[query.status],
    certificateRequestSource: query.source === undefined ? undefined : REPORT_SOURCE[query.source],
    certificateDateAttribute: query.date === undefined ? undefined : REPORT_DATE[query.date],
    ...period(query),
  };
}

function sslBody({ commonName, externalRequester, ...query }: SslReportQuery) {
  // Otherwise the report strips leading zeros of serial numbers.
  const form = { serialNumberFormat: "HEXWithLeadingZeros" };
  return { ...certificateQuery(query), commonName, externalRequester, ...form };
}

/** For calls that a reader answers for. */
const unread: Decoder<never> = () => ({ ok: false, slug: "unread", says: "the answer was not read" });

function rowStreams(caller: Caller): RowStreams {
  type StreamSpec = { readonly call: CallName; readonly of: string; readonly body: object };
  const stream = (
    { of, ...spec }: StreamSpec,
    read: () => AnswerReader<RowsRead>,
    { largestAnswerBytes, ...options }: StreamOptions = {},
  ): Promise<RowsRead> =>
    caller.run(
      { ...spec, what: `make the report on ${of}`, isLong: true, decode: unread, read, largestAnswerBytes },
      options,
    );
  return {
    ssl: (query, consume, options) =>
      stream(
        { call: "POST report/ssl-certificates", of: "SSL certificates", body: sslBody(query) },
        () => rowReader("reports", sslReportRow, consume),
        options,
      ),
    client: (query, consume, options) =>
      stream(
        { call: "POST report/client-certificates", of: "client certificates", body: certificateQuery(query) },
        () => rowReader("reports", clientReportRow, consume),
        options,
      ),
    device: (query, consume, options) =>
      stream(
        { call: "POST report/device-certificates", of: "device certificates", body: certificateQuery(query) },
        () => rowReader("reports", deviceReportRow, consume),
        options,
      ),
  };
}

/** Source: Sectigo Certificate Manager REST API reference, May 2025, "Reports". */
export function reports(caller: Caller): Reports {
  return {
    streams: rowStreams(caller),
    measuredSsl: (query, { largestAnswerBytes, ...options }) =>
      caller.run(
        {
          call: "POST report/ssl-certificates",
          what: "make the report on SSL certificates",
          isLong: true,
          body: sslBody(query),
          decode: measureSsl,
          largestAnswerBytes,
        },
        options,
      ),
  };
}
