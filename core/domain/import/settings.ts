import type { BusinessUnits, InventoryAccount, InventoryView } from "../inventory.ts";
import type { CertificateType } from "../inventory-row.ts";
import type { Period } from "./period.ts";

/** What a connector imports, and how often: data, whose work is done elsewhere. */
export interface ImportSettings {
  readonly certificateTypes: readonly CertificateType[];
  /** Undefined takes all. */
  readonly statuses?: readonly string[] | undefined;
  readonly organizationIds?: readonly number[] | undefined;
  readonly scmProfileIds?: readonly number[] | undefined;
  /** Also what SCM discovered or what was uploaded, from any CA. */
  readonly includeDiscovered: boolean;
  readonly includeExpired: boolean;
  readonly includeRevoked: boolean;
  readonly frequency: Period;
  readonly fullImportEvery: Period;
  /** How long it is remembered what came, went and changed. */
  readonly keepChanges: Period;
  readonly businessUnits: BusinessUnits;
}

/** What holds where nothing is said. */
export const IMPORT_DEFAULTS = {
  certificateTypes: ["ssl", "client", "device"],
  includeDiscovered: false,
  includeExpired: false,
  includeRevoked: true,
  frequency: { value: 6, unit: "hours" },
  fullImportEvery: { value: 1, unit: "days" },
  // Longer than a publicly trusted certificate lives, and a year's audit.
  keepChanges: { value: 400, unit: "days" },
  businessUnits: { forAll: null, byOrganizationId: new Map() },
} as const satisfies ImportSettings;

/**
 * One thing that SCM is asked for as a whole, and remembered as such. Connectors of one account that ask the same
 * share the answer.
 */
export interface Question {
  /** `ssl`, `ssl with discovered in 7,8`: the name it is remembered under. */
  readonly name: string;
  readonly type: CertificateType;
  readonly includesDiscovered: boolean;
  readonly includesExpired: boolean;
  readonly organizationIds: readonly number[] | null;
}

function sslQuestion({ includeDiscovered, includeExpired, organizationIds }: ImportSettings): Question {
  const ids = organizationIds === undefined ? null : [...new Set(organizationIds)].sort((a, b) => a - b);
  const words = [
    "ssl",
    ...(includeDiscovered ? ["with discovered"] : []),
    ...(includeExpired ? ["with expired"] : []),
    ...(ids === null ? [] : [`in ${ids.join()}`]),
  ];
  return {
    name: words.join(" "),
    type: "ssl",
    includesDiscovered: includeDiscovered,
    includesExpired: includeExpired,
    organizationIds: ids,
  };
}

/**
 * What has to be asked for these settings. States and SCM profiles narrow what is shown, never what is asked: a
 * certificate that leaves a state must be seen leaving it. Lists of clients and devices can't be narrowed to several
 * organizations, so that they are asked as a whole.
 */
export function questionsOf(settings: ImportSettings): readonly Question[] {
  return [...new Set(settings.certificateTypes)].map((type) =>
    type === "ssl"
      ? sslQuestion(settings)
      : { name: type, type, includesDiscovered: true, includesExpired: true, organizationIds: null },
  );
}

/**
 * What a question's answer is made of, each remembered by a name of its own. Removals are there only while rows wait for
 * a look, long rows while some are left out.
 */
export function sourcesOf({ name, type }: Pick<Question, "name" | "type">) {
  return {
    rows: name,
    report: type === "ssl" ? null : `${name} report`,
    removals: `${name} removals`,
    longRows: `${name} long rows`,
  };
}

/** What of the account's rows these settings show. */
export function importView(
  account: InventoryAccount,
  settings: ImportSettings,
  ruleSet: string | null = null,
): InventoryView {
  return {
    account,
    types: settings.certificateTypes,
    statuses: settings.statuses,
    organizationIds: settings.organizationIds,
    scmProfileIds: settings.scmProfileIds,
    includeDiscovered: settings.includeDiscovered,
    includeExpired: settings.includeExpired,
    includeRevoked: settings.includeRevoked,
    businessUnits: settings.businessUnits,
    ruleSet,
  };
}
