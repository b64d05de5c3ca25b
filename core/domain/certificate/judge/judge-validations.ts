import { quoted } from "../../../base/text.ts";
import type { Text, Words } from "../../../base/words.ts";
import { readSan } from "../../../pki/names.ts";
import { type ScmDate, scmDateStart } from "../../../scm/schemas/dates.ts";
import type { DcvRow } from "../../../scm/schemas/domains.ts";
import type { Organization, OrganizationValidation } from "../../../scm/schemas/organizations.ts";
import { coversName } from "../../domain-control/covers-name.ts";
import { parentOrganization } from "../../profile/resolve.ts";

const DAY_MS = 86_400_000;

/** How long before its end a validation is spoken of. */
const NOTICE_DAYS = 14;

/** What is known of the validations that an order for public trust rests on; absent members were not to be had. */
export interface Validations {
  readonly domains?: readonly DcvRow[] | undefined;
  /** Of the organization itself, also where a department orders. */
  readonly organization?: readonly OrganizationValidation[] | undefined;
}

export interface ValidationFault {
  readonly severity: "error" | "warning";
  /** The first of the names that are not covered; null when it is the organization. */
  readonly name: string | null;
  readonly summary: string;
  readonly detail: Text;
}

const skip = ({ skipValidationCheck }: Words): string =>
  `To order all the same and let SCM judge, ${skipValidationCheck}.`;

/**
 * Judges whether every name of an order, and the organization, is validated at the instant of issue. What SCM refuses
 * then would be found at apply only, or hang for days at the CA.
 * @param names common name and all others, in any spelling; what is not a DNS name is SCM's to judge
 * @param issueAt when the certificate is expected to be issued
 */
export function judgeValidations(
  names: readonly string[],
  { domains, organization }: Validations,
  issueAt: Date,
): ValidationFault[] {
  const faults = domains === undefined ? [] : judgeDomains(names, domains, issueAt);
  const isOrganizationJudged = organization !== undefined && organization.length > 0;
  return [...faults, ...(isOrganizationJudged ? judgeOrganization(organization, issueAt) : [])];
}

/** Domains whose validation ends within a fortnight: for one warning that holds for the whole walk; null when none. */
export function endingSoon(domains: readonly DcvRow[], now: Date): Omit<ValidationFault, "name"> | null {
  const soon = domains
    .filter((row) => isUsable(row, now) && !isUsable(row, new Date(now.getTime() + NOTICE_DAYS * DAY_MS)))
    .map(({ domain, expires }) => `${domain} on ${dayOf(expires)}`)
    .sort();
  if (soon.length === 0) return null;
  return {
    severity: "warning",
    summary: "Domain validations end soon",
    detail: `Within ${NOTICE_DAYS} days: ${soon.join(", ")}. Validate them again in SCM; without it no certificate can be ordered for them.`,
  };
}

/** Where SCM lists no domain at all, the customer may validate with each order: nothing can be said then. */
function judgeDomains(
  names: readonly string[],
  domains: readonly DcvRow[],
  issueAt: Date,
): readonly ValidationFault[] {
  const faults = judgeNames(names, domains, issueAt);
  if (domains.length > 0 || faults.length === 0) return faults;
  return [
    {
      severity: "warning",
      name: null,
      summary: "SCM lists no domain for this organization",
      detail: ({ skipValidationCheck }) =>
        "Either no domain is delegated to it, and SCM refuses the order, or validation is done with each order, which may take days. " +
        `Orders go out all the same; to end this warning, ${skipValidationCheck}.`,
    },
  ];
}

/** One fault for each domain, however many names hang on it, and one for all names that hang on none. */
function judgeNames(
  names: readonly string[],
  domains: readonly DcvRow[],
  issueAt: Date,
): readonly ValidationFault[] {
  const bad = new Map<DcvRow | null, string[]>();
  for (const name of names) {
    const { kind, value } = readSan(name);
    if (kind !== "dns") continue;
    const covering = domains.filter((row) => coversName({ ...row, method: null }, value));
    if (covering.some((row) => coversName(row, value) && isUsable(row, issueAt))) continue;
    const [nearest = null] = covering.sort(
      (one, other) =>
        Number(isUsable(other, issueAt)) - Number(isUsable(one, issueAt)) ||
        other.domain.length - one.domain.length,
    );
    bad.set(nearest, [...(bad.get(nearest) ?? []), name]);
  }
  return [...bad].map(([domain, affected]) =>
    domain === null
      ? undelegated(affected)
      : isUsable(domain, issueAt)
        ? byFileOnly(affected, domain)
        : uncovered(affected, domain),
  );
}

function undelegated(names: readonly string[]): ValidationFault {
  return fault(
    names,
    `No validated domain covers the name${names.length > 1 ? "s" : ""} ${listed(names)}`,
    "No domain of the organization in SCM covers it. Have the domain added there, delegated to the organization, and validated.",
  );
}

function uncovered(names: readonly string[], { domain, status, expires }: DcvRow): ValidationFault {
  const isOver = status === "EXPIRED" || (status === "VALIDATED" && expires !== null);
  const state = isOver ? `ended${expires === null ? "" : ` on ${dayOf(expires)}`}` : "has not been done";
  const belongs = names.length > 1 ? "belong" : "belongs";
  return fault(
    names,
    `The validation of the domain ${quoted(domain)}, to which ${listed(names)} ${belongs}, ${state}`,
    "SCM refuses orders for it until the domain is validated again (SCM: Domains, Validate).",
  );
}

/** What SCM makes of it is not documented, so the order is not stopped. */
function byFileOnly(names: readonly string[], { domain }: DcvRow): ValidationFault {
  const summary = `The domain ${quoted(domain)} was validated by a file, which does not cover ${listed(names)}`;
  const detail =
    "A file proves control of one web server: by the CA/Browser Forum's rules it counts for the very name only. Validate the " +
    "domain by DNS (cname or txt), or expect SCM to refuse the order.";
  return { ...fault(names, summary, detail), severity: "warning" };
}

const MOST_LISTED = 5;

function listed(names: readonly string[]): string {
  const shown = names.slice(0, MOST_LISTED).map(quoted).join(", ");
  return names.length > MOST_LISTED ? `${shown} and ${names.length - MOST_LISTED} more` : shown;
}

/** SCM tells days and no zone, so a day counts as a whole: a doubtful one is left to SCM, which refuses unpaid. */
function isUsable({ status, expires }: DcvRow, at: Date): boolean {
  return status === "VALIDATED" && (expires === null || at.getTime() < endOf(expires));
}

function endOf(date: ScmDate): number {
  return scmDateStart(date).getTime() + (date.length === 10 ? DAY_MS : 0);
}

function dayOf(date: ScmDate | null): string {
  return date?.slice(0, 10) ?? "an unknown day";
}

/** Any level of server certificates will do: which one a profile needs is not to be seen. */
function judgeOrganization(rows: readonly OrganizationValidation[], issueAt: Date): ValidationFault[] {
  const levels = rows.filter(({ level }) => level === "OV_SSL" || level === "EV_SSL");
  const isGood = (row: OrganizationValidation): boolean =>
    row.status?.toUpperCase() === "VALIDATED" &&
    (row.expires === null || issueAt.getTime() < endOf(row.expires));
  if (levels.length === 0 || levels.some(isGood)) return [];
  const states = levels.map(
    ({ level, status, expires }) =>
      `${level} ${status ?? "unknown"}${expires === null ? "" : ` (valid until ${dayOf(expires)})`}`,
  );
  return [
    {
      severity: "error",
      name: null,
      summary: "The organization is not validated for server certificates",
      detail: (words) =>
        `SCM says: ${states.join(", ")}. Have it validated in SCM (Organizations, Validations). ${skip(words)}`,
    },
  ];
}

function fault(names: readonly string[], summary: string, detail: string): ValidationFault {
  return {
    severity: "error",
    name: names[0] ?? null,
    summary,
    detail: (words) => `${detail} ${skip(words)}`,
  };
}

/** Whose validations an order goes by. */
export interface ValidationPlace {
  /** Organizations are validated themselves; departments are not. */
  readonly organizationId: number;
  /** Null where the organization itself orders. */
  readonly departmentId: number | null;
}

/** @returns null for what this administrator does not see; the order's own judgement says so */
export function validationPlace(
  organizationId: number,
  organizations: readonly Organization[],
): ValidationPlace | null {
  const parent = parentOrganization(organizationId, organizations);
  if (parent === null) return null;
  const isDepartment = parent.organizationId !== organizationId;
  return { organizationId: parent.organizationId, departmentId: isDepartment ? organizationId : null };
}

/**
 * What to ask SCM for domains by: they are delegated to whom orders, also to a department.
 * Source: Sectigo Certificate Manager REST API reference, May 2025, "Domain Control Validation": search.
 */
export function domainFilter({ organizationId, departmentId }: ValidationPlace) {
  return departmentId === null ? { organizationId } : { departmentId };
}
