import {
  type AssignmentRule,
  type CertificateType,
  ConfigError,
  IMPORT_DEFAULTS,
  type ImportSettings,
  judgePeriod,
  nearest,
  type Period,
  profileIds,
  quoted,
  tenantIds,
  type WaitOptions,
} from "../../../core/index.ts";
import { ruleOf } from "../assignment-rule-ref.ts";
import type { ConnectorImport } from "../connector-import.ts";
import type { ConnectorRef } from "../connector-ref.ts";
import type { Names } from "./kept-names.ts";

/** What a connector imports, with ids for names. @throws ConfigError naming what SCM does not have */
export async function settingsOf(
  connector: ConnectorRef,
  wanted: ConnectorImport,
  names: Names,
  wait: WaitOptions,
): Promise<ImportSettings> {
  const organizationId = await organizationIds(wanted, names, wait);
  const profileId = wanted.scm_profiles === null ? null : profileIds(await names.profiles(wait), PLACE);
  const units = unitsOf(wanted);
  return {
    ...IMPORT_DEFAULTS,
    // The connector's own checks let no other words through.
    certificateTypes:
      (wanted.certificate_types as CertificateType[] | null) ?? IMPORT_DEFAULTS.certificateTypes,
    statuses: wanted.statuses ?? undefined,
    organizationIds: wanted.organizations?.flatMap(organizationId),
    scmProfileIds: wanted.scm_profiles?.flatMap((name) => profileId?.(name) ?? []),
    includeDiscovered: wanted.include_discovered ?? IMPORT_DEFAULTS.includeDiscovered,
    includeExpired: wanted.include_expired ?? IMPORT_DEFAULTS.includeExpired,
    includeRevoked: wanted.include_revoked ?? IMPORT_DEFAULTS.includeRevoked,
    frequency: periodOf(wanted.frequency) ?? IMPORT_DEFAULTS.frequency,
    fullImportEvery: periodOf(wanted.full_import_every) ?? IMPORT_DEFAULTS.fullImportEvery,
    keepChanges: periodOf(wanted.keep_changes) ?? IMPORT_DEFAULTS.keepChanges,
    businessUnits: {
      forAll: wanted.business_unit ?? connector.business_unit,
      byOrganizationId: new Map(
        units.flatMap(([name, unit]) => organizationId(name).map((id) => [id, unit])),
      ),
    },
  };
}

/** By name; that of a department with its organization before it comes later, so that it counts. */
function unitsOf({ business_units_by_organization: units }: ConnectorImport): [string, string][] {
  return Object.entries(units ?? {}).sort(([one], [other]) => one.length - other.length);
}

/** Rules of a connector, in their order. */
export function rulesOf(wanted: ConnectorImport): readonly AssignmentRule[] {
  return (wanted.assignment_rules ?? []).map(ruleOf);
}

const PLACE = { path: "connector", what: "the connector's import" };

async function organizationIds(wanted: ConnectorImport, names: Names, wait: WaitOptions) {
  if (wanted.organizations === null && wanted.business_units_by_organization === null) return () => [];
  return tenantIds(await names.organizations(wait), PLACE);
}

/** A unit that the connector gives to no certificate finds nothing, ever. @throws ConfigError `config.unknown_name` */
export function refuseUnknownUnits(
  units: readonly string[],
  { forAll, byOrganizationId }: ImportSettings["businessUnits"],
): void {
  const known = [...new Set([forAll, ...byOrganizationId.values()])].flatMap((unit) => unit ?? []);
  const unknown = units.find((unit) => !known.includes(unit));
  if (unknown === undefined) return;
  const near = nearest(unknown, known);
  const listed = (near.length > 0 ? near : known).map(quoted).join(", ");
  throw new ConfigError(`read the inventory: the connector knows no business unit ${quoted(unknown)}`, {
    ...{ code: "config.unknown_name", path: "filter" },
    hint: `Correct the filter; ${near.length > 0 ? "near" : "known"}: ${listed || "none"}.`,
  });
}

function periodOf(written: ConnectorImport["frequency"]): Period | null {
  if (written === null) return null;
  const verdict = judgePeriod({ value: written.value ?? 0, unit: written.unit ?? "" });
  if (verdict.ok) return verdict.period;
  throw new ConfigError(`read the inventory: ${verdict.member} of a connector's period ${verdict.reason}`, {
    ...{ code: "config.period", path: "connector" },
    hint: "Correct the connector's import.",
  });
}
