import type { FakeScmOptions } from "./options.ts";
import type {
  Administrator,
  ClientCertificate,
  CustomField,
  DnsConnector,
  Domain,
  Organization,
  OrganizationValidation,
  Profile,
  Tenant,
} from "./tenant.ts";

const DAY_MS = 86_400_000;

/** Every privilege an administrator of SSL certificates can have. */
const ALL_PRIVILEGES = [
  "autoApproveCertificates",
  "sslRequest",
  "sslRenew",
  "sslReplace",
  "sslRevoke",
  "sslApprove",
  "sslManage",
  "clientCertManage",
  "deviceManage",
  "allowDCV",
  "allowDelete",
  "allowManageDomains",
  "approveDomainDelegation",
];

const ORGANIZATIONS: readonly Organization[] = [
  {
    id: 7003,
    name: "Example Ltd",
    departments: [
      { id: 7019, name: "Web" },
      { id: 7024, name: "Plant IT" },
    ],
    city: "Utrecht",
    stateOrProvince: "Utrecht",
    country: "NL",
    sslCertsApiEnabled: true,
  },
  {
    id: 7108,
    name: "Example Labs",
    departments: [],
    city: "Ghent",
    stateOrProvince: "East Flanders",
    country: "BE",
    sslCertsApiEnabled: true,
  },
  {
    id: 7245,
    name: "Dormant Ltd",
    departments: [],
    city: "Cork",
    stateOrProvince: "Munster",
    country: "IE",
    sslCertsApiEnabled: false,
  },
];
const EVERYWHERE = [7003, 7019, 7024, 7108, 7245];
const RSA_AND_EC = { RSA: ["2048", "3072", "4096"], EC: ["P-256", "P-384"] };
const OV = "Organization Validation (OV)";

const PROFILES: readonly Profile[] = [
  publicProfile({ id: 3312, name: "OV SSL 199", description: "Public OV certificates", terms: [90, 199] }),
  {
    ...publicProfile({ id: 3317, name: "Private SSL 365", description: "", terms: [365] }),
    keyTypes: { RSA: ["2048", "4096"], EC: ["P-256"] },
    offeredTo: [7003, 7019, 7024],
    isPublic: false,
    validationType: "",
  },
  {
    ...publicProfile({
      id: 3325,
      name: "OV SSL EC",
      description: "Elliptic curves only",
      terms: [30, 90, 199],
    }),
    keyTypes: { EC: ["P-256", "P-384"] },
    offeredTo: [7003, 7019, 7108],
  },
  publicProfile({ id: 3341, name: "OV SSL short", description: "Ten days", terms: [10] }),
  {
    ...publicProfile({ id: 3358, name: "OV SSL once", description: "Can't be renewed", terms: [199] }),
    allowsRenewal: false,
  },
];

function publicProfile(given: Pick<Profile, "id" | "name" | "description" | "terms">): Profile {
  const rest = { isPublic: true, allowsRenewal: true, validationType: OV };
  return { ...given, ...rest, keyTypes: RSA_AND_EC, offeredTo: EVERYWHERE };
}

const CUSTOM_FIELDS: readonly CustomField[] = [
  { id: 61, name: "Cost centre", mandatory: true, enforcedIn: [7108] },
  { id: 64, name: "Go-live", mandatory: false, enforcedIn: [] },
];

const DNS_CONNECTORS: readonly DnsConnector[] = [
  { id: "69f101f8000040008000000000000001", name: "dns-01", status: "CONNECTED", providers: ["cloudflare"] },
  { id: "69f101f8000040008000000000000002", name: "dns-02", status: "NOT_CONNECTED", providers: [] },
];

const CLIENT_PROFILES: readonly Profile[] = [
  privateProfile({ id: 3401, name: "S/MIME mailbox", description: "", terms: [365] }),
  privateProfile({ id: 3407, name: "S/MIME sponsor", description: "Two years", terms: [365, 730] }),
];

const DEVICE_PROFILES: readonly Profile[] = [
  privateProfile({ id: 3501, name: "Device 365", description: "", terms: [365] }),
];

function privateProfile(given: Pick<Profile, "id" | "name" | "description" | "terms">): Profile {
  return {
    ...publicProfile(given),
    isPublic: false,
    validationType: "",
    keyTypes: { RSA: ["2048"], EC: ["P-256"] },
  };
}

/** Domains and how long ago they were validated: the public limit for using a validation again is 198 days. */
function domains(now: number, extra: readonly string[]): Domain[] {
  const domain = (id: number, name: string, more: Partial<Domain>): Domain => ({
    id,
    name,
    delegatedTo: EVERYWHERE,
    validation: "VALIDATED",
    validated: now - 30 * DAY_MS,
    validUntil: now + 168 * DAY_MS,
    isSuspended: false,
    isKeptUp: false,
    ...more,
  });
  const never = { validation: "NOT_VALIDATED", validated: undefined, validUntil: undefined } as const;
  const past = {
    validation: "EXPIRED",
    validated: now - 220 * DAY_MS,
    validUntil: now - 22 * DAY_MS,
  } as const;
  return [
    domain(801, "example.test", { isKeptUp: true }),
    domain(803, "*.example.test", { isKeptUp: true }),
    domain(806, "labs.test", { delegatedTo: [7108], validUntil: now + 9 * DAY_MS }),
    domain(811, "expired.test", past),
    domain(813, "unvalidated.test", never),
    domain(817, "parked.test", { ...never, isSuspended: true }),
    ...extra.map((name, index) => domain(900 + index, name, { isKeptUp: true })),
  ];
}

/** The first two may order for years; an EV validation is under way, and one organization has let its own run out. */
function validations(now: number): OrganizationValidation[] {
  const done = {
    status: "VALIDATED",
    submitted: now - 60 * DAY_MS,
    expires: now + 9 * 365 * DAY_MS,
  } as const;
  const over = { status: "EXPIRED", submitted: now - 800 * DAY_MS, expires: now - 5 * DAY_MS } as const;
  const pending = { status: "PENDING", submitted: now - DAY_MS, expires: undefined } as const;
  return [
    { id: 233, organizationId: 7003, validationLevel: "OV_SSL", ...done },
    { id: 236, organizationId: 7003, validationLevel: "EV_SSL", ...pending },
    { id: 241, organizationId: 7108, validationLevel: "OV_SSL", ...done },
    { id: 244, organizationId: 7245, validationLevel: "OV_SSL", ...over },
  ];
}

/** What can't stand in a file, since it is made anew at each start. */
export type Credentials = {
  readonly password: (login: string) => string;
  readonly clientSecret: (login: string) => string;
  readonly clientCertificate: (login: string) => ClientCertificate;
  /** Start of the fake's time. */
  readonly now: number;
};

/** The customer every start begins with. */
export function sampleTenant(options: FakeScmOptions, credentials: Credentials): Tenant {
  return withOrganizations(options.organizations, sampleOnly(options, credentials));
}

/** More organizations, validated like the first, with every profile and domain that a sample one has. */
function withOrganizations(count: number, tenant: Tenant): Tenant {
  const [sample] = tenant.validations;
  const more = Array.from({ length: count }, (_none, index) => ({
    ...{ id: 20_011 + 7 * index, name: `Subsidiary ${index + 1}`, departments: [] },
    ...{ city: "Utrecht", stateOrProvince: "Utrecht", country: "NL", sslCertsApiEnabled: true },
  }));
  const ids = more.map(({ id }) => id);
  return {
    ...tenant,
    organizations: [...tenant.organizations, ...more],
    profiles: tenant.profiles.map((profile) => ({ ...profile, offeredTo: [...profile.offeredTo, ...ids] })),
    domains: tenant.domains.map((domain) => ({ ...domain, delegatedTo: [...domain.delegatedTo, ...ids] })),
    validations: [
      ...tenant.validations,
      ...ids.flatMap((organizationId, index) =>
        sample === undefined ? [] : [{ ...sample, id: 30_002 + 5 * index, organizationId }],
      ),
    ],
  };
}

function sampleOnly(options: FakeScmOptions, credentials: Credentials): Tenant {
  return {
    customerUri: options.customerUri,
    // Each fake has its own: what a test renames, no other test sees.
    organizations: ORGANIZATIONS.map((organization) => ({ ...organization })),
    profiles: PROFILES.map((profile) => ({ ...profile })),
    clientProfiles: CLIENT_PROFILES,
    deviceProfiles: DEVICE_PROFILES,
    customFields: CUSTOM_FIELDS,
    domains: domains(credentials.now, options.domains),
    dnsConnectors: DNS_CONNECTORS,
    validations: validations(credentials.now),
    administrators: administrators(options, credentials),
  };
}

function administrators(options: FakeScmOptions, credentials: Credentials): Administrator[] {
  const person = (id: number, login: string, more: Partial<Administrator>): Administrator => ({
    id,
    type: "API",
    login,
    password: credentials.password(login),
    lastPasswordChange: credentials.now - 10 * DAY_MS,
    forename: "Svc",
    surname: login,
    email: `${login}@example.test`,
    role: "MRAO",
    organizations: undefined,
    privileges: ALL_PRIVILEGES,
    activeStatus: "ACTIVE",
    // Tests move the clock by years; a sign-in must not end with that unless it is what the test is about.
    passwordState: "NEVER_EXPIRE",
    failedAttempts: 0,
    failedDate: undefined,
    clientId: `client-${login}`,
    clientSecret: credentials.clientSecret(login),
    clientCertificate: credentials.clientCertificate(login),
    ...more,
  });
  const withoutApproval = ALL_PRIVILEGES.filter(
    (name) => name !== "autoApproveCertificates" && name !== "sslApprove",
  );
  return [
    person(811, options.username, { surname: "Certs" }),
    person(812, "jo", { type: "STANDARD", forename: "Jo", surname: "Admin" }),
    person(815, "requester", { privileges: withoutApproval }),
    person(819, "reader", { privileges: [] }),
    person(823, "labs", { role: "RAO_SSL", organizations: [7108] }),
    person(826, "suspended", { activeStatus: "SUSPENDED" }),
    person(830, "outdated", { passwordState: "EXPIRED", lastPasswordChange: credentials.now - 100 * DAY_MS }),
    person(834, "federated", { type: "IDP" }),
    person(839, "expiring", { passwordState: "ALIVE", lastPasswordChange: credentials.now - 80 * DAY_MS }),
  ];
}
