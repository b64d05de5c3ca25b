import { fieldInvalid } from "../errors.ts";
import type { Call } from "../http/call.ts";
import { readInteger } from "../http/paging.ts";
import { SSL_STATUSES, type SslRecord, shownNames, statusAt } from "../ssl-record.ts";
import type { StrictOptions } from "../strict-options.ts";

type Test = (record: SslRecord) => boolean;

/** Constants of `requestedVia` beside the texts that details show; both are accepted. */
const REQUESTED_VIA: Readonly<Record<string, string>> = {
  WEB_FORM: "Enrollment Form",
  CLIENT_ADMIN: "Client Admin",
  API: "Web API",
  DISCOVERY: "Discovery",
  IMPORTED: "Imported",
  SCEP: "SCEP",
  CD_AGENT: "CD Agent",
  MS_AGENT: "MS Agent",
  MS_CA: "MS CA",
  BULK_REQUEST: "Bulk Request",
  ACME: "ACME",
  EST: "EST",
  REST: "REST API",
};

/** All documented parameters of the list. */
export const SSL_FILTERS: ReadonlySet<string> = new Set(
  (
    "size position dateFormat commonName subjectAlternativeName status sslTypeId discoveryStatus vendor orgId " +
    "installStatus renewalStatus issuer serialNumber requester externalRequester signatureAlgorithm keyAlgorithm " +
    "keySize keyParam sha1Hash md5Hash sha256Hash keyUsage extendedKeyUsage requestedVia"
  ).split(" "),
);

/** Filters that match a part of a text, in any case. The kind of match is undocumented; `exactNameFilter` turns it. */
const TEXT_FILTERS: Readonly<Record<string, (record: SslRecord) => string | undefined>> = {
  vendor: (record) => record.vendor,
  requester: (record) => record.requester,
  externalRequester: (record) => record.externalRequester,
  keyAlgorithm: (record) => record.key?.algorithm,
  keyParam: (record) => record.key?.parameter,
  signatureAlgorithm: (record) => record.certificate?.signatureAlgorithm,
  sha1Hash: (record) => record.certificate?.hashes.sha1,
  md5Hash: (record) => record.certificate?.hashes.md5,
  sha256Hash: (record) => record.certificate?.hashes.sha256,
};

/**
 * The filters of the SSL list but for the serial number, which has an index; all of which a record must pass. Parameters nobody documents are ignored; there are
 * none for dates.
 * Source: Sectigo Certificate Manager REST API reference, May 2025, "Listing SSL certificates".
 * @returns undefined when nothing is filtered
 * @throws ScmError -1601 for values that can't be
 */
export function sslFilter(call: Call): Test | undefined {
  const tests = [...nameTests(call), ...numberTests(call), ...stateTests(call)];
  return tests.length === 0 ? undefined : (record) => tests.every((test) => test(record));
}

function nameTests(call: Call): Test[] {
  const { query, scm } = call;
  const { strict } = scm.options;
  const matcher = (wanted: string): TextMatch => matchOf(wanted, strict);
  const tests: Test[] = [];
  const commonName = query.get("commonName");
  if (commonName) {
    const fits = matcher(commonName);
    const namesOf = (record: SslRecord): readonly string[] =>
      strict.commonNameFilterSeesAll ? shownNames(record, strict) : [record.commonName];
    tests.push((record) => namesOf(record).some(fits));
  }
  const alternative = query.get("subjectAlternativeName");
  if (alternative) {
    const fits = matcher(alternative);
    const isLookedAt = (record: SslRecord, name: string): boolean =>
      !strict.sanFilterWithoutCommonName || name !== record.commonName;
    tests.push((record) => shownNames(record, strict).some((name) => isLookedAt(record, name) && fits(name)));
  }
  for (const [name, read] of Object.entries(TEXT_FILTERS)) {
    const wanted = query.get(name);
    if (!wanted) continue;
    const fits = matcher(wanted);
    tests.push((record) => fits(read(record)));
  }
  return tests;
}

type TextMatch = (text: string | undefined) => boolean;

function matchOf(wanted: string, strict: StrictOptions): TextMatch {
  const fold = (text: string): string => (strict.caseSensitiveNameFilter ? text : text.toLowerCase());
  const sought = fold(wanted);
  if (strict.exactNameFilter) return (text) => text !== undefined && fold(text) === sought;
  if (strict.prefixNameFilter) return (text) => text !== undefined && fold(text).startsWith(sought);
  return (text) => text !== undefined && fold(text).includes(sought);
}

function numberTests({ query }: Call): Test[] {
  const tests: Test[] = [];
  const orgId = readInteger(query, "orgId");
  if (orgId !== undefined) tests.push((record) => record.orgId === orgId);
  const profileId = readInteger(query, "sslTypeId");
  if (profileId !== undefined) tests.push((record) => record.profileId === profileId);
  const keySize = readInteger(query, "keySize");
  if (keySize !== undefined) tests.push((record) => record.key?.bits === keySize);
  return tests;
}

function stateTests({ query, now, scm }: Call): Test[] {
  const tests: Test[] = [];
  const status = query.get("status");
  if (status) {
    const wanted = SSL_STATUSES.find((known) => squash(known) === squash(status));
    if (!wanted) throw fieldInvalid("status");
    // Discovered records once were "Unmanaged"; the filter is still known but matches nothing.
    if (!scm.options.strict.statusFilterIgnored)
      tests.push((record) => wanted !== "Unmanaged" && statusAt(record, now) === wanted);
  }
  const via = query.get("requestedVia");
  if (via) {
    const wanted =
      REQUESTED_VIA[via.toUpperCase()] ?? Object.values(REQUESTED_VIA).find((text) => text === via);
    if (!wanted) throw fieldInvalid("requestedVia");
    tests.push((record) => record.requestedVia === wanted);
  }
  const renewal = query.get("renewalStatus");
  if (renewal) tests.push((record) => squash(record.autoRenew.state) === squash(renewal));
  return tests;
}

/** Constants and display names meet in lower case without blanks and underscores: `SA Approved`, `SAApproved`. */
function squash(text: string): string {
  return text.replace(/[ _]/g, "").toLowerCase();
}
