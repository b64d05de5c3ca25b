/**
 * Where the reference is silent, SCM may go either way. Each switch names such a point; the standard is the way
 * that public clients have seen or rely on, the other is there to prove that nobody depends on it.
 */
export type StrictOptions = {
  /** `size` above 200 is refused with -1601 instead of being cut to 200. */
  readonly refuseLargePages: boolean;
  /** Revocations without `reasonCode` are refused with -1001. */
  readonly requireReasonCode: boolean;
  /** The certificate's SAN list in details leaves out the common name, as seen in one public client's tests. */
  readonly sansWithoutCommonName: boolean;
  /** Revoked certificates can still be collected. */
  readonly collectRevoked: boolean;
  /** `customFields` in an update replace the whole set instead of merging by name. */
  readonly replaceCustomFields: boolean;
  /** HEAD on lists answers 405, as the Admin Operations OpenAPI file lists none. */
  readonly noHead: boolean;
  /** Name filters of lists match whole names instead of parts. */
  readonly exactNameFilter: boolean;
  /** A renewal takes the comments of the old record along. */
  readonly renewalCopiesComments: boolean;
  /** A renewal waits for approval even when the renewing administrator may approve by itself. */
  readonly renewalNeedsApproval: boolean;
  /** A renewal with an empty body instead of `{}` is refused with -1002. */
  readonly renewalNeedsBody: boolean;
  /** A replacement revokes the certificate it takes the place of. */
  readonly replaceRevokes: boolean;
  /** The validation of one certificate's domains is answered as a list, as the OpenAPI file has it. */
  readonly dcvAsList: boolean;
  /** Validation states of domains in the display form of the OpenAPI file instead of constants. */
  readonly displayStates: boolean;
  /** Dates that the OpenAPI file calls date-time come as such instead of in the classic shapes. */
  readonly isoDates: boolean;
  /** Revocation reasons come as text instead of numbers. */
  readonly reasonCodeAsText: boolean;
  /** Rows of the SSL report have the date of issue, as the OpenAPI file has it and the reference has not. */
  readonly reportShowsIssued: boolean;
  /** A Bearer token under `/private` is refused; one customer's scripts rely on it. */
  readonly noBearerUnderPrivate: boolean;
  /** A Bearer token needs the `customerUri` header beside it. */
  readonly bearerNeedsCustomerUri: boolean;
  /** Orders by REST show as "Web API" instead of "REST API". */
  readonly requestedViaWebApi: boolean;
};

/** How members without a value are written: left out (the usual), as null, or as "" where the member is text. */
export type EmptyMembers = "omit" | "null" | "empty-string";

/** Everything that can be chosen at the start. */
export type FakeScmOptions = {
  readonly customerUri: string;
  /** Login of the first administrator. */
  readonly username: string;
  /** Its password; made up at each start unless given. */
  readonly password: string | undefined;
  /** From approval to issued, in milliseconds of the fake's clock. */
  readonly issueDelayMs: number;
  /** From approval to the CA's acceptance (Approved to Applied), in milliseconds of the fake's clock. */
  readonly applyDelayMs: number;
  /** Whether requests of administrators with the privilege skip the waiting for approval. */
  readonly autoApprove: boolean;
  /** SCM's API and the token host speak TLS; what sign-in by client certificate takes. */
  readonly tls: boolean;
  /** Life of an OAuth2 token, in seconds of the fake's clock. */
  readonly tokenLifetimeS: number;
  /** Instant at which the clock stands still, epoch milliseconds; undefined follows the system. */
  readonly now: number | undefined;
  /** Domains beside the sample ones: validated and delegated to every organization. */
  readonly domains: readonly string[];
  /** SSL records that are there at the start; a tenth as many client and device certificates each. */
  readonly records: number;
  /** Seed of ids, serial numbers and chaos; printed, so a failure can be repeated. */
  readonly seed: number;
  readonly emptyMembers: EmptyMembers;
  readonly strict: StrictOptions;
  /** Ports on 127.0.0.1; 0 takes free ones. The token host has a port of its own, always a free one. */
  readonly apiPort: number;
  readonly controlPort: number;
};

const LENIENT: StrictOptions = {
  refuseLargePages: false,
  requireReasonCode: false,
  sansWithoutCommonName: false,
  collectRevoked: false,
  replaceCustomFields: false,
  noHead: false,
  exactNameFilter: false,
  renewalCopiesComments: false,
  renewalNeedsApproval: false,
  renewalNeedsBody: false,
  replaceRevokes: false,
  dcvAsList: false,
  displayStates: false,
  isoDates: false,
  reasonCodeAsText: false,
  reportShowsIssued: false,
  noBearerUnderPrivate: false,
  bearerNeedsCustomerUri: false,
  requestedViaWebApi: false,
};

const STANDARD: FakeScmOptions = {
  customerUri: "cst01234",
  username: "svc-certs",
  password: undefined,
  issueDelayMs: 20_000,
  applyDelayMs: 0,
  autoApprove: true,
  tls: false,
  tokenLifetimeS: 300,
  now: undefined,
  domains: [],
  records: 0,
  seed: 1,
  emptyMembers: "omit",
  strict: LENIENT,
  apiPort: 0,
  controlPort: 0,
};

/** What a caller may give: any part; `strict` may be given in part too. */
export type FakeScmChoices = Partial<Omit<FakeScmOptions, "strict">> & {
  readonly strict?: Partial<StrictOptions>;
};

/** Fills up what was not chosen. */
export function withStandards(choices: FakeScmChoices): FakeScmOptions {
  return { ...STANDARD, ...choices, strict: { ...LENIENT, ...choices.strict } };
}

/** Names of the strict switches, for the command line. */
export const STRICT_NAMES: readonly string[] = Object.keys(LENIENT);
