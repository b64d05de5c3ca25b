/** Who and what an SCM customer consists of, apart from certificates. Words of the wire where a member goes there. */

export type Department = { readonly id: number; readonly name: string };

export type Organization = {
  readonly id: number;
  name: string;
  departments: readonly Department[];
  readonly city: string;
  readonly stateOrProvince: string;
  readonly country: string;
  /** "Web/REST API" switch for SSL; off means that nothing can be ordered by REST for it or below. */
  readonly sslCertsApiEnabled: boolean;
};

/** Certificate profile of SCM (`certType` on the wire). */
export type Profile = {
  readonly id: number;
  name: string;
  readonly description: string;
  /** Validities on offer, in days. */
  terms: readonly number[];
  readonly keyTypes: Readonly<Record<string, readonly string[]>>;
  /** Organizations and departments it is offered to. */
  readonly offeredTo: readonly number[];
  /** Public trust: names must be delegated, validated domains. */
  readonly isPublic: boolean;
  readonly allowsRenewal: boolean;
  readonly validationType: string;
};

export type CustomField = {
  readonly id: number;
  readonly name: string;
  readonly mandatory: boolean;
  /** Organizations and departments where `mandatory` is enforced. */
  readonly enforcedIn: readonly number[];
};

/** What one organization or department may use a domain for. */
export type Delegation = {
  readonly orgId: number;
  readonly certTypes: readonly string[];
  readonly privileges: readonly string[];
};

/** The CA's work on proving control of one domain, from the start of a challenge until it is decided. */
export type DcvOrder = {
  readonly mode: "EMAIL" | "CNAME" | "HTTP" | "HTTPS" | "TXT";
  state: "AWAITING_SUBMISSION" | "SUBMITTED" | "REJECTED";
  /** DNS record, with final dots. */
  readonly host?: string | undefined;
  readonly point?: string | undefined;
  /** Address and lines of a file. */
  readonly url?: string | undefined;
  readonly lines?: readonly [string, string] | undefined;
  readonly emails?: readonly string[] | undefined;
  email?: string | undefined;
  /** A connector of SCM publishes the record, so nobody else has to. */
  isPublishedByConnector?: boolean | undefined;
  backendId?: string | undefined;
  submitted?: number | undefined;
  lastCheck?: number | undefined;
};

/** Changes while running: validations run out, are done again, and other people suspend and delegate. */
export type Domain = {
  readonly id: number;
  readonly name: string;
  /** Organizations and departments whose delegation is in force. */
  delegatedTo: readonly number[];
  /** What a delegation is for, in force or not; those that are not listed are for everything. */
  delegations?: readonly Delegation[] | undefined;
  /** Organizations and departments whose delegation waits for the customer's administrator. */
  requestedBy?: readonly number[] | undefined;
  validation: "VALIDATED" | "NOT_VALIDATED" | "EXPIRED";
  /** How control was proved last; undefined counts as by DNS. */
  method?: DcvOrder["mode"] | undefined;
  /** Instants of the last validation and of its end; undefined where it never was. */
  validated: number | undefined;
  validUntil: number | undefined;
  order?: DcvOrder | undefined;
  isSuspended: boolean;
  /** Validated again in time by somebody: tests move the clock by years and are about other things. */
  isKeptUp: boolean;
};

/** A program of SCM at the customer's that publishes DNS records. */
export type DnsConnector = {
  readonly id: string;
  readonly name: string;
  readonly status: "CONNECTED" | "NOT_CONNECTED";
  readonly providers: readonly string[];
};

/** What a CA found out about an organization. */
export type OrganizationValidation = {
  readonly id: number;
  readonly organizationId: number;
  readonly validationLevel: "OV_SSL" | "OV_SMIME" | "EV_SSL";
  status: "NOT_VALIDATED" | "PENDING" | "EXPIRED" | "FAILED" | "VALIDATED";
  submitted: number | undefined;
  expires: number | undefined;
};

/** Changes while running: passwords, privileges and being shut out are other people's doing too. */
export type Administrator = {
  readonly id: number;
  readonly type: "API" | "STANDARD" | "IDP";
  readonly login: string;
  password: string;
  /** Instant of the last change; the password runs out 90 days later unless its state says never. */
  lastPasswordChange: number;
  readonly forename: string;
  readonly surname: string;
  readonly email: string;
  readonly role: string;
  /** Organizations and departments it sees; undefined sees all. */
  readonly organizations: readonly number[] | undefined;
  privileges: readonly string[];
  activeStatus: "ACTIVE" | "SUSPENDED";
  passwordState: "ALIVE" | "EXPIRED" | "NEVER_EXPIRE";
  failedAttempts: number;
  failedDate: number | undefined;
  /** For the OAuth2 sign-in. */
  readonly clientId: string;
  readonly clientSecret: string;
  /** For the sign-in by TLS client certificate. */
  readonly clientCertificate: ClientCertificate;
};

/** A certificate to sign in with, and its key. */
export type ClientCertificate = {
  /** Upper-case hex. */
  readonly serial: string;
  readonly der: Buffer;
  /** Certificate and the chain to the root, leaf first. */
  readonly certificatePem: string;
  readonly keyPem: string;
};

const PASSWORD_LIFE_DAYS = 90;

/** When the administrator's password runs out, epoch milliseconds; undefined means never. */
export function passwordExpiry(administrator: Administrator): number | undefined {
  if (administrator.passwordState === "NEVER_EXPIRE") return undefined;
  return administrator.lastPasswordChange + PASSWORD_LIFE_DAYS * 86_400_000;
}

/** The password's state at an instant. */
export function passwordStateAt(administrator: Administrator, now: number): Administrator["passwordState"] {
  const expiry = passwordExpiry(administrator);
  return expiry !== undefined && now >= expiry ? "EXPIRED" : administrator.passwordState;
}

/** One customer. */
export type Tenant = {
  readonly customerUri: string;
  readonly organizations: readonly Organization[];
  readonly profiles: readonly Profile[];
  readonly clientProfiles: readonly Profile[];
  readonly deviceProfiles: readonly Profile[];
  readonly customFields: readonly CustomField[];
  readonly domains: Domain[];
  /** Ways of SCM to publish DNS records. */
  readonly dnsConnectors: readonly DnsConnector[];
  readonly validations: readonly OrganizationValidation[];
  readonly administrators: readonly Administrator[];
};

/** An organization or department by its id, with the organization it belongs to. */
export type Unit = { readonly id: number; readonly name: string; readonly organization: Organization };

/** Finds an organization or a department: SCM takes either wherever it says `orgId`. */
export function findUnit(tenant: Tenant, orgId: number): Unit | undefined {
  for (const organization of tenant.organizations) {
    if (organization.id === orgId) return { id: orgId, name: organization.name, organization };
    const department = organization.departments.find(({ id }) => id === orgId);
    if (department) return { id: orgId, name: department.name, organization };
  }
  return undefined;
}

/** Whether the administrator's role reaches an organization or department; an organization includes its departments. */
export function isVisible(tenant: Tenant, administrator: Administrator, orgId: number): boolean {
  const { organizations } = administrator;
  if (organizations === undefined || organizations.includes(orgId)) return true;
  const unit = findUnit(tenant, orgId);
  return unit !== undefined && organizations.includes(unit.organization.id);
}

/** An organization as answers show it; a department stands inside its own. */
export function organizationMember(tenant: Tenant, orgId: number): unknown {
  const unit = findUnit(tenant, orgId);
  if (!unit) return { id: orgId };
  const { organization } = unit;
  const department = organization.id === orgId ? undefined : { id: orgId, name: unit.name };
  return { id: organization.id, name: organization.name, department };
}
