import { dirname, join } from "node:path";
import {
  DEFAULT_BASE_URL,
  IMPORT_DEFAULTS,
  type ImportOutcome,
  type ImportSettings,
  type InventoryAccount,
  type InventoryStore,
  type InventoryView,
  importView,
  openInventoryStore,
  openMemoryInventory,
  runImport,
  type ScmClient,
  silentLogger,
} from "../../core/index.ts";
import type { ConnectionInputs } from "../inputs/connection.ts";
import type { ActionInputs } from "../inputs.ts";
import { type Problem, problemOf } from "../problem.ts";
import type { Step } from "../step.ts";
import { type GivenRules, readRulesFile } from "./read-rules.ts";

/** An inventory that is up to date, with the labels that the rules give. */
export interface Filled {
  readonly store: InventoryStore;
  readonly view: InventoryView;
  readonly rules: GivenRules | null;
  readonly outcome: ImportOutcome;
  readonly problems: readonly Problem[];
}

const PHASES = { full: "the whole list", changes: "what has changed", details: "details" };

/** Imports now, whatever is due, and applies the rules. The caller closes the store. */
export async function fillInventory(client: ScmClient, inputs: ActionInputs, step: Step): Promise<Filled> {
  const { inventory } = inputs;
  const rules = inventory.rules === null ? null : await readRulesFile(inventory.rules, step.workspace);
  const store = await openStore(inventory.store, step);
  try {
    const account = accountOf(inputs.connection);
    const settings = settingsOf(inputs);
    const outcome = await runImport(
      {
        ...{ scm: client, store, account, settings, when: "always", clock: step.clock },
        onProgress: sayProgress(step),
      },
      { signal: step.signal },
    );
    if (rules !== null) await store.label({ account, ruleSet: rules.set.digest, labelOf: rules.set.labelOf });
    const view = importView(account, settings, rules?.set.digest ?? null);
    return { store, view, rules, outcome, problems: outcome.warnings.map(warned) };
  } catch (thrown) {
    await store.close();
    throw thrown;
  }
}

/** A line for every count that is new; parts end by telling theirs once more. */
function sayProgress({ log }: Step): NonNullable<Parameters<typeof runImport>[0]["onProgress"]> {
  let last = "";
  return ({ type, phase, rows }) => {
    const line = `${type}: ${rows} rows of ${PHASES[phase]}`;
    if (line !== last) log.say(line);
    last = line;
  };
}

async function openStore(path: string | null, { workspace, clock }: Step): Promise<InventoryStore> {
  if (path === null) return openMemoryInventory(clock);
  const folder = await workspace.directory(dirname(path));
  return openInventoryStore({
    path: join(folder, path.split(/[\\/]/).at(-1) ?? path),
    clock,
    log: silentLogger,
  });
}

function accountOf({ baseUrl, login }: ConnectionInputs): InventoryAccount {
  const url = baseUrl ?? DEFAULT_BASE_URL;
  const administrator = login === null ? "" : login.kind === "oauth2" ? login.clientId : login.username;
  return {
    host: URL.canParse(url) ? new URL(url).host : url,
    customerUri: login?.customerUri ?? "",
    administrator,
  };
}

function settingsOf({ inventory, businessUnits }: ActionInputs): ImportSettings {
  const { statuses, organizationIds } = inventory;
  return {
    ...IMPORT_DEFAULTS,
    certificateTypes: inventory.certificateTypes,
    statuses: statuses.length === 0 ? undefined : statuses,
    organizationIds: organizationIds.length === 0 ? undefined : organizationIds,
    includeDiscovered: inventory.includesDiscovered,
    includeExpired: inventory.includesExpired,
    includeRevoked: inventory.includesRevoked,
    businessUnits: { forAll: businessUnits.unit, byOrganizationId: inventory.businessUnitsByOrganization },
  };
}

function warned({ type, kind, error }: ImportOutcome["warnings"][number]): Problem {
  const problem = problemOf(error);
  const what = kind === "skipped" ? "They are missing." : "They were read one by one.";
  return {
    ...problem,
    severity: "warning",
    summary: `Certificates of type ${type} can't be imported as usual: ${problem.summary}`,
    detail: `${what} ${problem.detail}`,
  };
}
