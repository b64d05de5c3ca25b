import {
  type ChangePage,
  type Completeness,
  ContractError,
  type FindNames,
  type GapKind,
  IMPORT_DEFAULTS,
  type ImportOutcome,
  type ImportSettings,
  type InventoryAccount,
  type InventoryGap,
  type InventoryQuery,
  type InventoryStore,
  type InventoryView,
  importView,
  judgeCompleteness,
  judgeNames,
  keepNames,
  LostError,
  OutageError,
  RateError,
  type RuleByDetails,
  rulesByDetailsIn,
  runImport,
  type ScmClient,
  tellRuleByDetails,
  uniqueGaps,
} from "../../core/index.ts";
import type { ActionInputs } from "../inputs.ts";
import { type Problem, problemOf } from "../problem.ts";
import type { Step } from "../step.ts";
import { findNamesOf, nameSource } from "./find-names.ts";
import { accountOf, openStore, storePlace } from "./open-store.ts";
import { type GivenRules, readRulesFile } from "./read-rules.ts";

/** An inventory that is up to date, with the labels that the rules give. */
export interface Filled {
  readonly store: InventoryStore;
  readonly view: InventoryView;
  readonly rules: GivenRules | null;
  readonly outcome: ImportOutcome;
  readonly problems: readonly Problem[];
  /** How far what the store answers can be trusted; without what a filter withholds. */
  readonly trust: Completeness;
  /** What came, went and changed since the import before; nothing where no copy was kept. */
  readonly changes: ChangePage;
  /** What is remembered of imports before, too; the latest first. */
  readonly history: () => Promise<ChangePage>;
  readonly findNames: FindNames;
  /** What an answer lacks that goes by names. */
  readonly gapsOfNames: (asked: Pick<InventoryQuery, "view" | "filter">) => Promise<readonly InventoryGap[]>;
}

const PHASES = { full: "the whole list", changes: "what has changed", details: "details" };

/** Imports now, whatever is due, and applies the rules. The caller closes the store. */
export async function fillInventory(client: ScmClient, inputs: ActionInputs, step: Step): Promise<Filled> {
  const { inventory } = inputs;
  const rules = inventory.rules === null ? null : await readRulesFile(inventory.rules, step.workspace);
  const store = await openStore(inventory.store, step);
  try {
    const account = accountOf(inputs.connection);
    const began = step.clock.now();
    const settings = settingsOf(inputs);
    const { outcome, problems } =
      inventory.refresh === "never"
        ? { outcome: NOTHING, problems: [] }
        : await importNow({ client, store, account, settings, when: inventory.refresh }, step);
    const isKept = storePlace(inventory.store, step) !== null;
    const source = nameSource({ client, store, account }, step);
    // What is held in memory shows the names that it has just read.
    if (isKept && outcome.imported.length > 0) await keepNames(source);
    if (rules !== null)
      await store.label({
        ...{ account, ruleSet: rules.set.digest, labelOf: rules.set.labelOf },
        isNoted: true,
      });
    const view = importView(account, settings, rules?.set.digest ?? null);
    const judged = judgeCompleteness(settings, await store.coverages(account), step.clock.now());
    const gapsNow = uniqueGaps([...judged.gaps, ...(outcome.refused?.gaps ?? [])]);
    const trust = { ...judged, gaps: gapsNow, isComplete: gapsNow.length === 0 };
    const period = (since: Date): Period => ({ inputs, began: since, now: step.clock.now() });
    const changes = await changesSince({ store, account, settings }, period(began));
    const history = () => changesSince({ store, account, settings }, period(new Date(0)));
    const found: InventoryGap[] = [];
    const findNames = findNamesOf(source, {
      refresh: inventory.refresh,
      onGap: (gap) => found.push(gap),
    });
    const gapsOfNames: Filled["gapsOfNames"] = async (asked) => {
      const question = { ...asked, rules: rules?.set.attributes ?? [] };
      const judged = isKept ? await judgeNames(question, { store, now: step.clock.now() }) : [];
      return uniqueGaps([...found, ...judged]);
    };
    const byDetails = await rulesByDetailsIn(store, { view, now: step.clock.now() }, rules?.rules ?? []);
    const told = [...problems, ...byDetails.map(tellDetails)];
    return { store, view, rules, outcome, problems: told, trust, changes, history, findNames, gapsOfNames };
  } catch (thrown) {
    await store.close();
    throw thrown;
  }
}

/** The Action reads no details: a rule about what only they tell matches nothing, or too much. */
function tellDetails(found: RuleByDetails): Problem {
  const { summary, why } = tellRuleByDetails(found);
  const hint =
    "The Action reads no details: give the rule a condition on the type, leave that condition out, or ask with Terraform and details = true.";
  return { severity: "warning", summary, detail: `${why}. ${hint}`, path: null, code: "config.details" };
}

interface Period {
  readonly inputs: ActionInputs;
  readonly began: Date;
  readonly now: Date;
}

/** What imports noticed since then. */
function changesSince(
  { store, account, settings }: Pick<Importing, "store" | "account" | "settings">,
  { inputs, began, now }: Period,
): Promise<ChangePage> {
  return store.changes({
    ...{ account, types: settings.certificateTypes, organizationIds: settings.organizationIds },
    ...{ includeDiscovered: settings.includeDiscovered, businessUnits: settings.businessUnits },
    units: inputs.businessUnits.allowed ?? undefined,
    // Changes are stamped with the second.
    since: new Date(Math.floor(began.getTime() / 1_000) * 1_000),
    until: new Date(now.getTime() + 1_000),
    limit: MOST_CHANGES,
  });
}

/** More would be no list that anybody reads; the counts know all. */
const MOST_CHANGES = 10_000;

const NOTHING: ImportOutcome = { imported: [], warnings: [], refused: null, rows: 0, added: 0, changed: 0 };

interface Importing {
  readonly client: ScmClient;
  readonly store: InventoryStore;
  readonly account: InventoryAccount;
  readonly settings: ImportSettings;
  readonly when: "always" | "due";
}

/**
 * Imports, when that is wanted. Where SCM answers for no type at all, that is a problem of the step, and what is kept of before is still
 * shown. @throws what is wrong with sign-in, inputs or store
 */
async function importNow(
  { client, store, account, settings, when }: Importing,
  step: Step,
): Promise<Pick<Filled, "outcome" | "problems">> {
  const asked = { scm: client, store, account, settings, when, clock: step.clock };
  try {
    const onProgress = sayProgress(step);
    const outcome = await runImport({ ...asked, onProgress }, { signal: step.signal });
    const refused = outcome.refused === null ? [] : [notImported(outcome.refused.error)];
    return { outcome, problems: [...outcome.warnings.map(warned), ...refused] };
  } catch (thrown) {
    const isOfTheWorld = [OutageError, LostError, RateError, ContractError].some(
      (kind) => thrown instanceof kind,
    );
    if (!isOfTheWorld) throw thrown;
    return { outcome: NOTHING, problems: [problemOf(thrown)] };
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

const WHAT: Readonly<Record<GapKind, string>> = {
  failed: "They are missing, or as old as the last import.",
  partial: "What their report adds is missing, or as old as the last report.",
  slow: "They were read one by one.",
  long: "These rows are missing, or as they were before; the others are there.",
  leaving: "Rows that SCM no longer shows are kept.",
};

function warned({ type, kind, error }: ImportOutcome["warnings"][number]): Problem {
  const problem = problemOf(error);
  const what = WHAT[kind];
  return {
    ...problem,
    severity: "warning",
    summary: `Certificates of type ${type} can't be imported as usual: ${problem.summary}`,
    detail: `${what} ${problem.detail}`,
  };
}

/** The inventory is shown as it was imported before. */
function notImported(error: NonNullable<ImportOutcome["refused"]>["error"]): Problem {
  const problem = problemOf(error);
  return {
    ...problem,
    severity: "warning",
    summary: `The inventory could not be brought up to date: ${problem.summary}`,
    detail: `It is shown as of the last import. ${problem.detail}`,
  };
}
