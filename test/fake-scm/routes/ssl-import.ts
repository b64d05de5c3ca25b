import * as errors from "../errors.ts";
import { type Answer, json } from "../http/answer.ts";
import { parseJson, readMembers } from "../http/body.ts";
import type { Call, Route } from "../http/call.ts";
import { type ReadCertificate, readCertificate } from "../imported.ts";
import { blankSslRecord, type CustomFieldValue, type SslRecord } from "../ssl-record.ts";
import { findUnit, isVisible } from "../tenant.ts";
import { readCustomFields } from "./ssl-checks.ts";

const manage = { privilege: "sslManage", action: "manage SSL certificates" } as const;

/** Uploading certificates from elsewhere, as administrators do. */
export const sslImportRoutes: readonly Route[] = [
  { ...manage, method: "POST", path: "/ssl/v2/import", work: importList },
];

/** Up to 128 certificates; the answer has one entry for each, in order, and is 200 also when all fail. */
function importList(call: Call): Answer {
  const items = parseJson(call.body);
  if (!Array.isArray(items)) throw errors.unparsableBody();
  if (items.length < 1 || items.length > 128) throw errors.fieldInvalid("certificates");
  return json(items.map((item: unknown) => importOne(call, item)));
}

function importOne(call: Call, item: unknown): unknown {
  const body = readMembers(item, {
    orgID: "integer",
    cert: "text",
    csr: "text",
    owner: "text",
    externalRequester: "text",
    backendCertId: "text",
    comments: "text",
    customFields: "objects",
  });
  if (body.orgID === undefined) return failed("Value of 'orgID' must not be null.");
  if (!canSee(call, body.orgID)) return failed(`Organization not found. ${body.orgID}`);
  const read = body.cert === undefined ? undefined : readCertificate(Buffer.from(body.cert, "base64"));
  if (!read) return failed("Certificate cannot be parsed.");
  let customFields: CustomFieldValue[];
  try {
    customFields = readCustomFields(call.scm, body.customFields ?? []);
  } catch (error) {
    if (error instanceof errors.ScmError) return failed(error.message);
    throw error;
  }
  const before = known(call, read);
  const record = before ?? importedRecord(call, body.orgID, read);
  if (!before) {
    Object.assign(record, {
      customFields,
      csr: body.csr,
      comments: body.comments,
      externalRequester: body.externalRequester,
      backendCertId: body.backendCertId,
    });
    call.scm.ssl.add(record);
  }
  const { subject, serial } = read.certificate;
  return {
    successful: true,
    backendCertId: record.backendCertId,
    cert: { id: record.sslId, subject, serialNumber: serial },
    created: !before,
  };
}

function failed(errorMessage: string): unknown {
  return { successful: false, errorMessage };
}

function canSee(call: Call, orgId: number): boolean {
  return (
    findUnit(call.scm.tenant, orgId) !== undefined && isVisible(call.scm.tenant, call.administrator, orgId)
  );
}

function known(call: Call, { certificate }: ReadCertificate): SslRecord | undefined {
  return call.scm.ssl.bySerial(certificate.serial, "get");
}

function importedRecord(call: Call, orgId: number, read: ReadCertificate): SslRecord {
  return {
    ...blankSslRecord(call.scm.nextSslId(), orgId, read.commonName),
    status: "Issued",
    requestedVia: "Imported",
    vendor: /(?:^|,)O=([^,]+)/.exec(read.certificate.issuer)?.[1],
    subjectAlternativeNames: read.certificate.names,
    key: read.key,
    certificate: read.certificate,
  };
}
