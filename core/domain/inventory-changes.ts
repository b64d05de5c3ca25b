import type { ScmDate } from "../scm/schemas/dates.ts";
import type { BusinessUnits, InventoryAccount } from "./inventory.ts";
import {
  type CertificateType,
  INVENTORY_ATTRIBUTES,
  type InventoryRow,
  type Labels,
} from "./inventory-row.ts";
import { mayBeOn, type RowPart } from "./merge-parts.ts";
import { isDay } from "./validity.ts";

/** What became of a certificate: SCM shows it for the first time, no longer, or otherwise than before. */
export const CHANGE_KINDS = ["added", "removed", "changed"] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** What became of one attribute. Values are text; null where there was, or is, none. */
export interface FieldChange {
  /** As conditions name it: `status`, `custom_fields.Team`; `tags` and `owners` are those that rules give. */
  readonly attribute: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** The certificate that changed, as it was then. */
type ChangedRow = Pick<InventoryRow, "type" | "certificateId"> &
  Partial<
    Pick<
      InventoryRow,
      | "commonName"
      | "serialNumber"
      | "status"
      | "expires"
      | "organizationId"
      | "organizationName"
      | "scmProfileId"
      | "origin"
    >
  >;

export interface InventoryChange {
  /** When an import noticed it; what happened in SCM happened after the import before. */
  readonly at: Date;
  readonly kind: ChangeKind;
  readonly row: ChangedRow;
  readonly fields: readonly FieldChange[];
}

/** Which changes are wanted; everything given must hold. */
export interface ChangeQuery {
  readonly account: InventoryAccount;
  readonly types: readonly CertificateType[];
  readonly organizationIds?: readonly number[] | undefined;
  readonly scmProfileIds?: readonly number[] | undefined;
  readonly includeDiscovered: boolean;
  readonly businessUnits: BusinessUnits;
  /** One of these units. */
  readonly units?: readonly string[] | undefined;
  /** From this instant on, and before that one. */
  readonly since: Date;
  readonly until: Date;
  readonly kinds?: readonly ChangeKind[] | undefined;
  /** One of these attributes changed, as `FieldChange.attribute`. */
  readonly attributes?: readonly string[] | undefined;
  /** At most so many, the latest first. */
  readonly limit: number;
}

export interface ChangePage {
  readonly changes: readonly InventoryChange[];
  /** How many there are, whatever the limit. */
  readonly total: number;
  readonly byKind: Readonly<Record<ChangeKind, number>>;
}

/** What answers for changes. @throws StoreError */
export interface InventoryHistory {
  changes(query: ChangeQuery): Promise<ChangePage>;
}

/** Attributes that are compared, as far as an import brings them. Names of organizations follow from their ids. */
const WATCHED = [
  ["status", "status"],
  ["commonName", "common_name"],
  ["subjectAlternativeNames", "subject_alternative_names"],
  ["serialNumber", "serial_number"],
  ["issuer", "issuer"],
  ["organizationId", "organization_id"],
  ["scmProfileName", "scm_profile_name"],
  ["requester", "requester"],
  ["externalRequesters", "external_requesters"],
  ["comments", "comments"],
  ["expires", "expires"],
  ["revoked", "revoked"],
  ["replaced", "replaced"],
] as const satisfies readonly (readonly [keyof InventoryRow, string])[];

/** What a source that is read later only adds to a row: without another state that is not a change of the certificate. */
const ADDED_LATER: ReadonlySet<string> = new Set([
  "serialNumber",
  "issuer",
  "organizationId",
  "scmProfileName",
  "requester",
  "expires",
]);

/** What changed from one reading of a certificate to the next, by what its bulk sources say. */
export function compareReadings(before: RowPart, after: RowPart): readonly FieldChange[] {
  const hasOtherStatus = before.status !== after.status;
  const changes = WATCHED.flatMap(([attribute, name]): FieldChange[] => {
    if (INVENTORY_ATTRIBUTES[attribute].source[after.type] !== "bulk") return [];
    const [was, is] = [textOf(before[attribute]), textOf(after[attribute])];
    if (was === is || areSameDate(attribute, was, is)) return [];
    if (attribute === "scmProfileName" && isSameProfile(before, after)) return [];
    if (was === null && !hasOtherStatus && ADDED_LATER.has(attribute)) return [];
    return [{ attribute: name, before: was, after: is }];
  });
  return [...changes, ...fieldChanges(before, after)];
}

/** A renamed profile does not change its certificates, as a renamed organization does not. */
function isSameProfile(before: RowPart, after: RowPart): boolean {
  const id = before.scmProfileId ?? null;
  return id !== null && id === after.scmProfileId;
}

function textOf(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  return Array.isArray(value) ? [...value].sort().join(", ") : String(value);
}

/** Lists tell a day where reports tell the instant. */
function areSameDate(attribute: keyof InventoryRow, was: ScmDate | null, is: ScmDate | null): boolean {
  if (INVENTORY_ATTRIBUTES[attribute].kind !== "date" || was === null || is === null) return false;
  if (isDay(was)) return !isDay(is) && mayBeOn(is, was);
  return isDay(is) && mayBeOn(was, is);
}

function fieldChanges(before: RowPart, after: RowPart): readonly FieldChange[] {
  if (INVENTORY_ATTRIBUTES.customFields.source[after.type] !== "bulk") return [];
  const valuesOf = ({ customFields = [] }: RowPart) =>
    new Map(customFields.flatMap(({ name, value }) => (value === "" ? [] : [[name, value] as const])));
  const [was, is] = [valuesOf(before), valuesOf(after)];
  return [...new Set([...was.keys(), ...is.keys()])].sort().flatMap((name) => {
    const change = {
      attribute: `custom_fields.${name}`,
      before: was.get(name) ?? null,
      after: is.get(name) ?? null,
    };
    return change.before === change.after ? [] : [change];
  });
}

/** What changed of what rules give. */
export function compareLabels(before: Labels, after: Labels): readonly FieldChange[] {
  const lists = [
    ["tags", textOf(before.tags), textOf(after.tags)],
    ["owners", textOf(before.owners), textOf(after.owners)],
  ] as const;
  return lists.flatMap(([attribute, was, is]) =>
    was === is ? [] : [{ attribute, before: was || null, after: is || null }],
  );
}

/** What of a row a change remembers. */
export function changedRow(row: RowPart): ChangedRow {
  const { type, certificateId, commonName, serialNumber, status, expires } = row;
  const { organizationId, organizationName, scmProfileId, origin } = row;
  const known = { commonName, serialNumber, status, expires, organizationId, organizationName, scmProfileId };
  const given = Object.entries({ ...known, origin }).filter(
    ([, value]) => value !== null && value !== undefined,
  );
  return { type, certificateId, ...Object.fromEntries(given) };
}
