import type { FakeScmOptions } from "./options.ts";
import type {
  Administrator,
  ClientCertificate,
  CustomField,
  Domain,
  Organization,
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

const DOMAINS: readonly Domain[] = [
  { id: 801, name: "example.test", delegatedTo: EVERYWHERE, validation: "VALIDATED" },
  { id: 806, name: "labs.test", delegatedTo: [7108], validation: "VALIDATED" },
  { id: 811, name: "expired.test", delegatedTo: EVERYWHERE, validation: "EXPIRED" },
  { id: 813, name: "unvalidated.test", delegatedTo: EVERYWHERE, validation: "NOT_VALIDATED" },
];

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
  return {
    customerUri: options.customerUri,
    organizations: ORGANIZATIONS,
    profiles: PROFILES,
    customFields: CUSTOM_FIELDS,
    domains: [...DOMAINS, ...options.domains.map(extraDomain)],
    administrators: administrators(options, credentials),
  };
}

function extraDomain(name: string, index: number): Domain {
  return { id: 900 + index, name, delegatedTo: EVERYWHERE, validation: "VALIDATED" };
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
