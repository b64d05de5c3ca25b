import { CERTIFICATE_TYPES, type CertificateType, judgeConfiguredPlace } from "../../core/index.ts";
import {
  fieldsOf,
  flagOf,
  inputFault,
  listOf,
  type ReadInput,
  textOrNull,
  wholeNumber,
  wordOf,
} from "./forms.ts";
import { type ReportPaths, readReportPaths } from "./report-paths.ts";

/** What is imported, what is shown of it, and what is written back. */
export interface InventoryInputs {
  readonly certificateTypes: readonly CertificateType[];
  readonly statuses: readonly string[];
  /** Ids. */
  readonly organizationIds: readonly number[];
  readonly includesDiscovered: boolean;
  readonly includesExpired: boolean;
  readonly includesRevoked: boolean;
  /** By the organization's id. */
  readonly businessUnitsByOrganization: ReadonlyMap<number, string>;
  /** File of assignment rules, JSON. */
  readonly rules: string | null;
  /** Name of the view that is shown, and the file of views, JSON. */
  readonly view: string | null;
  readonly views: string | null;
  /** SQLite file that is kept between runs, or a PostgreSQL database; null leaves it to the environment, else to memory. */
  readonly store: string | null;
  /** When SCM is asked: now, when the last import is older than six hours, or not at all. */
  readonly refresh: "always" | "due" | "never";
  readonly expiresWithinDays: number;
  readonly limit: number;
  readonly showsPersons: boolean;
  readonly writeBack: "dry-run" | "apply" | "off";
  /** `valid`: issued certificates of our own CA that have not ended; `all` whatever the rules match. */
  readonly writeTo: "valid" | "all";
  /** More records than this are refused before the first. */
  readonly mostWrites: number;
  /** Whether an answer that lacks something fails the step. */
  readonly requiresComplete: boolean;
  readonly reports: ReportPaths;
}

export function readInventory(read: ReadInput): InventoryInputs {
  const types = listOf(read, "certificate-types").map(typeOf);
  const units = Object.entries(fieldsOf(read, "business-units-by-organization"));
  return {
    certificateTypes: types.length === 0 ? CERTIFICATE_TYPES : types,
    statuses: listOf(read, "statuses"),
    organizationIds: listOf(read, "organization-ids").map((text) => idOf("organization-ids", text)),
    includesDiscovered: flagOf(read, "include-discovered") ?? false,
    includesExpired: flagOf(read, "include-expired") ?? false,
    includesRevoked: flagOf(read, "include-revoked") ?? true,
    businessUnitsByOrganization: new Map(
      units.map(([id, unit]) => [idOf("business-units-by-organization", id), unit]),
    ),
    rules: textOrNull(read, "rules"),
    view: textOrNull(read, "view"),
    views: textOrNull(read, "views"),
    store: storeOf(read),
    refresh: wordOf(read, "refresh", ["always", "due", "never"]),
    expiresWithinDays: wholeNumber(read, "expires-within-days", 1) ?? 30,
    limit: wholeNumber(read, "limit", 1) ?? 1000,
    showsPersons: flagOf(read, "show-persons") ?? false,
    writeBack: wordOf(read, "write-back", ["dry-run", "apply", "off"]),
    writeTo: wordOf(read, "write-to", ["valid", "all"]),
    mostWrites: wholeNumber(read, "max-writes", 1) ?? 100,
    requiresComplete: flagOf(read, "require-complete") ?? false,
    reports: readReportPaths(read),
  };
}

/** A password in an input would stand in the workflow's file. */
function storeOf(read: ReadInput): string | null {
  const place = textOrNull(read, "store");
  const fault = place === null ? null : judgeConfiguredPlace(place);
  if (fault === null) return place;
  throw inputFault(
    "store",
    fault,
    "Set SECTIGO_INVENTORY_STORE or PGPASSWORD in the step's env, from a secret.",
  );
}

function typeOf(word: string): CertificateType {
  const type = CERTIFICATE_TYPES.find((known) => known === word.toLowerCase());
  if (type !== undefined) return type;
  throw inputFault(
    "certificate-types",
    `${JSON.stringify(word)} is not known`,
    `Choose from ${CERTIFICATE_TYPES.join(", ")}.`,
  );
}

function idOf(input: string, text: string): number {
  if (/^\d{1,15}$/.test(text)) return Number(text);
  throw inputFault(
    input,
    `${JSON.stringify(text)} is not an id`,
    "Give SCM's id of the organization or department.",
  );
}
