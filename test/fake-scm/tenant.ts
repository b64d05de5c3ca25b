/** Who and what an SCM customer consists of, apart from certificates. Words of the wire where a member goes there. */

export type Department = { readonly id: number; readonly name: string };

export type Organization = {
  readonly id: number;
  readonly name: string;
  readonly departments: readonly Department[];
  readonly city: string;
  readonly stateOrProvince: string;
  readonly country: string;
  /** "Web/REST API" switch for SSL; off means that nothing can be ordered by REST for it or below. */
  readonly sslCertsApiEnabled: boolean;
};

/** Certificate profile of SCM (`certType` on the wire). */
export type Profile = {
  readonly id: number;
  readonly name: string;
  readonly description: string;
  /** Validities on offer, in days. */
  readonly terms: readonly number[];
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

export type Domain = {
  readonly id: number;
  readonly name: string;
  readonly delegatedTo: readonly number[];
  readonly validation: "VALIDATED" | "NOT_VALIDATED" | "EXPIRED";
};

export type Administrator = {
  readonly id: number;
  readonly type: "API" | "STANDARD" | "IDP";
  readonly login: string;
  readonly password: string;
  readonly forename: string;
  readonly surname: string;
  readonly email: string;
  readonly role: string;
  /** Organizations and departments it sees; undefined sees all. */
  readonly organizations: readonly number[] | undefined;
  readonly privileges: readonly string[];
  readonly activeStatus: "ACTIVE" | "SUSPENDED";
  readonly passwordState: "ALIVE" | "EXPIRED" | "NEVER_EXPIRE";
};

/** One customer. */
export type Tenant = {
  readonly customerUri: string;
  readonly organizations: readonly Organization[];
  readonly profiles: readonly Profile[];
  readonly customFields: readonly CustomField[];
  readonly domains: readonly Domain[];
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
