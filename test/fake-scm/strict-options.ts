/**
 * Where the documents are silent or disagree, SCM may go either way. Each switch names such a point and turns it; the
 * standard is the way that public clients have seen or rely on. They are there to prove that nobody depends on it.
 */
export const STRICT_SWITCHES = {
  // --- sign-in
  noBearerUnderPrivate: "a Bearer token under /private is refused; one customer's scripts rely on it",
  bearerNeedsCustomerUri: "a Bearer token needs the customerUri header beside it",
  shutOutHasOwnCode:
    "suspended administrators and expired passwords get 400 with -970 instead of 401 with -16",
  // --- lists
  smallDefaultPage: "without size a page has 25 records instead of 200",
  refuseLargePages: "size above 200 is refused with -1601 instead of being cut",
  refuseUnknownFilters:
    "query parameters that nobody documents are refused with -1601 instead of being ignored",
  exactNameFilter: "name filters match whole names instead of parts",
  prefixNameFilter: "name filters match the beginning of a name instead of any part",
  caseSensitiveNameFilter: "name filters tell upper from lower case",
  commonNameFilterSeesAll: "the filter commonName finds records by their other names too",
  sanFilterWithoutCommonName: "the filter subjectAlternativeName does not look at the common name",
  statusFilterIgnored: "the filter status is ignored, as filters that nobody documents are",
  newestFirst: "lists come in falling order of ids instead of rising",
  // --- details
  sansWithoutCommonName: "the SAN list in details leaves out the common name, as seen in one client's tests",
  detailsShowAskedNames:
    "rows and details show the names that were ordered, also once the certificate has others",
  isoDates: "dates that the OpenAPI file calls date-time come as such instead of in the classic shapes",
  reasonCodeAsText: "revocation reasons come as text, as in the OpenAPI file, instead of numbers",
  requestedViaWebApi: 'orders by REST show as "Web API" instead of "REST API"',
  otherNotFoundCode: "the 404 of an unknown certificate carries -124 instead of -5101",
  spacedStatus: 'statuses of two words come with a blank: "SA Approved"',
  // --- what the CA makes of an order
  caAddsWww: "the CA adds www. to a bare domain",
  caAddsBareDomain: "the CA adds the bare domain of a wildcard and of a www. name",
  caAddsForeignName: "the CA adds a name that is neither asked for nor usual: autodiscover.<domain>",
  caDropsName: "the CA leaves the last of several names out",
  caRespellsCommonName: "the CA writes the common name in upper case; the SAN stays in lower case",
  caPutsCommonNameFirst: "the subject begins with the common name instead of ending with it",
  caCutsTerm: "public certificates end with the ceiling of their day of issue at the latest",
  commonNameFromSan:
    "a CSR without a common name is taken, and the first of the order's other names becomes it",
  takesLastCommonName: "of several common names in a CSR the last one counts instead of the first",
  termsFollowCeilings: "terms of public profiles shrink on the days on which CAs may issue shorter only",
  // --- texts
  trimsTexts: "blanks and line breaks around comments, requesters and field values are cut off",
  joinsLines: "line breaks in comments become blanks",
  // --- collect
  otherWaitingCodes: "collect says -1400 and -183 while waiting, instead of 0 and -23",
  emptyWhileWaiting: "collect answers 200 with an empty body while waiting",
  collectRevoked: "revoked certificates can still be collected",
  pemiaWithRoot: "pemia ends with the root",
  strayCaFirst: "downloads with a chain begin with a CA certificate that has nothing to do with them",
  strayCaInside: "downloads with a chain hold such a certificate in their middle",
  strayCaLast: "downloads with a chain end with such a certificate",
  crossCertificates: "downloads with a chain hold an older root and its certificate for the root, too",
  chainWithoutRoot: "x509, pem, x509IO and their reverses come without the root",
  // --- renew, replace, revoke
  requireReasonCode: "revocations without reasonCode are refused with -1001",
  reasonCodeTextOnly: "a reasonCode that is a number is refused with -1002",
  renewalCopiesComments: "a renewal takes the comments of the old record along",
  renewedWhenIssued: "a record says that it is renewed only once its successor is issued",
  renewalNeedsApproval: "a renewal waits for approval, whoever asks for it",
  renewalNeedsBody: "a renewal with an empty body instead of {} is refused with -1002",
  replaceRevokes: "a replacement revokes the certificate it takes the place of",
  replaceStaysIssued: "while a replacement is made, the record stays Issued with the old certificate",
  // --- accounts
  acmeListsDepartments:
    'organizationId lists ACME accounts of departments too, unless ",-2" follows it, as in the OpenAPI file',
  endpointAccountsBrief:
    "details of an endpoint account are its name, type, organization and token only, as in the OpenAPI file",
  // --- others
  answersTellTime: "every answer carries the fake's own clock as its Date; off, none has one",
  replaceCustomFields: "customFields in an update replace the whole set instead of merging by name",
  fileCoversSubdomains: "a domain validated by a file counts for the names below it too",
  displayStates: "validation states of domains in display form instead of constants",
  reportShowsIssued: "rows of the SSL report have the date of issue, as in the OpenAPI file",
} as const;

/** Which switches are turned. */
export type StrictOptions = Readonly<Record<keyof typeof STRICT_SWITCHES, boolean>>;

// The names come from the table that the type is made of.
/** Names of all switches, in their order. */
export const STRICT_NAMES = Object.keys(STRICT_SWITCHES) as readonly (keyof StrictOptions)[];

/** All switches off, but for those given. */
export function strictOptions(turned: Partial<StrictOptions>): StrictOptions {
  const standard = Object.fromEntries(STRICT_NAMES.map((name) => [name, false]));
  // The names come from the table that the type is made of.
  return { ...standard, ...turned } as StrictOptions;
}
