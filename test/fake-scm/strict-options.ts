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
  newestFirst: "lists come in falling order of ids instead of rising",
  noHead: "HEAD answers 405: the OpenAPI file lists none",
  // --- details
  sansWithoutCommonName: "the SAN list in details leaves out the common name, as seen in one client's tests",
  isoDates: "dates that the OpenAPI file calls date-time come as such instead of in the classic shapes",
  reasonCodeAsText: "revocation reasons come as text, as in the OpenAPI file, instead of numbers",
  requestedViaWebApi: 'orders by REST show as "Web API" instead of "REST API"',
  otherNotFoundCode: "the 404 of an unknown certificate carries -124 instead of -5101",
  spacedStatus: 'statuses of two words come with a blank: "SA Approved"',
  // --- collect
  otherWaitingCodes: "collect says -1400 and -183 while waiting, instead of 0 and -23",
  emptyWhileWaiting: "collect answers 200 with an empty body while waiting",
  collectRevoked: "revoked certificates can still be collected",
  pemiaWithRoot: "pemia ends with the root",
  chainWithoutRoot: "x509, pem, x509IO and their reverses come without the root",
  // --- renew, replace, revoke
  requireReasonCode: "revocations without reasonCode are refused with -1001",
  reasonCodeTextOnly: "a reasonCode that is a number is refused with -1002",
  renewalCopiesComments: "a renewal takes the comments of the old record along",
  renewalNeedsApproval: "a renewal waits for approval, whoever asks for it",
  renewalNeedsBody: "a renewal with an empty body instead of {} is refused with -1002",
  replaceRevokes: "a replacement revokes the certificate it takes the place of",
  replaceStaysIssued: "while a replacement is made, the record stays Issued with the old certificate",
  // --- others
  replaceCustomFields: "customFields in an update replace the whole set instead of merging by name",
  dcvAsList: "the validation of one certificate's domains is a list, as in the OpenAPI file",
  displayStates: "validation states of domains in display form instead of constants",
  reportShowsIssued: "rows of the SSL report have the date of issue, as in the OpenAPI file",
} as const;

/** Which switches are turned. */
export type StrictOptions = Readonly<Record<keyof typeof STRICT_SWITCHES, boolean>>;

/** Names of all switches, in their order. */
export const STRICT_NAMES: readonly string[] = Object.keys(STRICT_SWITCHES);

/** All switches off, but for those given. */
export function strictOptions(turned: Partial<StrictOptions>): StrictOptions {
  const standard = Object.fromEntries(STRICT_NAMES.map((name) => [name, false]));
  // The names come from the table that the type is made of.
  return { ...standard, ...turned } as StrictOptions;
}
