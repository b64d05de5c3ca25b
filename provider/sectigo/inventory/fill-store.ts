import {
  ConfigError,
  type ImportOutcome,
  type ImportProgress,
  type ImportSettings,
  type InventoryAccount,
  type InventoryFilter,
  type InventoryGap,
  type InventoryStore,
  importReport,
  isOfTheWorld,
  liveReport,
  openMemoryInventory,
  questionsOf,
  runImport,
  type ScmClient,
  type WaitOptions,
} from "../../../core/index.ts";
import type { Operation } from "../../framework/resource.ts";
import type { Connection } from "../connection.ts";
import { inOneText } from "../explain.ts";
import { keepNamesOf } from "./kept-names.ts";

export const REFRESHES = ["due", "always", "never", "live"] as const;
export type Refresh = (typeof REFRESHES)[number];

export interface Filling {
  readonly api: Connection;
  /** By the connector's sensors. */
  readonly scm: ScmClient;
  readonly warn: Operation<Connection>["warn"];
  readonly log: Operation<Connection>["log"];
  readonly wait: Required<Pick<WaitOptions, "signal">> & WaitOptions;
  readonly account: InventoryAccount;
  /** The connector's, narrowed to the types that are wanted. */
  readonly settings: ImportSettings;
  readonly filter: InventoryFilter;
  readonly refresh: Refresh;
  /** The argument. */
  readonly store: string | null;
  /** Where the answer says how old it is, for people. */
  readonly asOf: string;
}

/** A store that has what the filter may ask for, and what is to be done with it in the end. */
export interface FilledStore {
  readonly store: InventoryStore;
  /** What the answer lacks and the store does not tell by its coverages. */
  readonly gaps: readonly InventoryGap[];
  readonly close: () => Promise<void>;
}

/** Brings a store up to date, as far as that is wanted. @throws ConfigError, StoreError, what an import throws */
export async function fillStore(filling: Filling): Promise<FilledStore> {
  if (filling.refresh === "live") return liveStore(filling);
  const store = await filling.api.inventories.at(filling.store);
  if (store === null) throw noStore();
  tellDamage(store, filling);
  if (filling.api.inventories.isForgetful(filling.store)) {
    filling.warn(
      "The inventory is not kept",
      "Neither XDG_CACHE_HOME nor HOME is set, so it is held in memory for this run: each run imports all of it. Name a file in `store` or SECTIGO_INVENTORY_STORE to keep it.",
    );
  }
  const gaps = filling.refresh === "never" ? [] : await importInto(store, filling);
  // Others of this provider block use it too.
  return { store, gaps, close: async () => undefined };
}

/** What was read before from a damaged copy is none of what follows. */
export function tellDamage({ damaged }: InventoryStore, { warn }: Pick<Filling, "warn">): void {
  if (damaged !== null)
    warn(
      "The inventory's copy was damaged",
      `It has been put aside as ${damaged}, and a new one is filled by the next import. Nothing was answered from it.`,
    );
}

function noStore(): ConfigError {
  return new ConfigError("read the inventory: there is no store to keep it in", {
    ...{ code: "config.no_store", path: "store" },
    hint: 'Set refresh = "live", which asks SCM for what a bounded filter needs; or name a file in `store` or SECTIGO_INVENTORY_STORE.',
  });
}

async function liveStore({ api, scm, wait, account, settings, filter, warn }: Filling): Promise<FilledStore> {
  const query = liveReport(settings, filter, api.clock.now());
  if (query === null)
    throw new ConfigError("read the inventory live: the filter does not bound what SCM has to look at", {
      ...{ code: "config.live_unbounded", path: "filter" },
      hint: `${settings.certificateTypes.every((type) => type === "ssl") ? "Bound" : 'Ask for certificate_types = ["ssl"] only, and bound'} a date at both ends: expires_within_days, or conditions on requested, issued, expires or revoked with at_least and at_most. Everything else takes a store: refresh = "due".`,
    });
  const store = await openMemoryInventory(api.clock);
  try {
    const { gaps } = await importReport({ scm, store, account, clock: api.clock }, query, wait);
    for (const { missing, why } of gaps)
      warn("The live answer is not whole", `Missing are ${missing}: ${why}.`);
    return { store, gaps, close: () => store.close() };
  } catch (thrown) {
    await store.close();
    throw thrown;
  }
}

/** @returns what an answer lacks and the store can't remember */
async function importInto(store: InventoryStore, filling: Filling): Promise<readonly InventoryGap[]> {
  const { api, scm, account, settings, wait, refresh } = filling;
  const when = refresh === "always" ? "always" : "due";
  try {
    const { clock } = api;
    const onProgress = sayProgress(filling);
    const outcome = await runImport({ scm, store, account, settings, when, clock, onProgress }, wait);
    tellImport(outcome, filling);
    if (outcome.imported.length > 0) await keepNamesOf(filling, wait);
    if (outcome.refused !== null) tellOld(outcome.refused.error, filling);
    return outcome.refused?.gaps ?? [];
  } catch (thrown) {
    // What was imported before is better than nothing; who says "always" wants the present or nothing.
    if (!isOfTheWorld(thrown) || when === "always" || !(await isKnown(store, filling))) throw thrown;
    tellOld(thrown, filling);
    return [];
  }
}

function tellOld(thrown: unknown, { api, warn, asOf }: Pick<Filling, "api" | "warn" | "asOf">): void {
  warn(
    "The inventory could not be brought up to date",
    `It is shown as of the last import: ${asOf}. ${inOneText(api.explain(thrown))}`,
  );
}

/** Terraform shows nothing while an import lasts; a line for each step with counts is there for those who look. */
function sayProgress({ log }: Pick<Filling, "log">): (progress: ImportProgress) => void {
  return ({ type, phase, rows, added, changed }) =>
    log.info("importing certificates", { type, phase, rows, added, changed });
}

const TELLS: Readonly<Record<ImportOutcome["warnings"][number]["kind"], string>> = {
  failed: "They are missing, or as old as the last import that could read them.",
  partial: "What their report adds is missing, or as old as the last report.",
  slow: "They were read one by one.",
  long: "These rows are missing, or as they were before; the others are there.",
  leaving: "Rows that SCM no longer shows are kept.",
};

/** What an import could not read as usual, a warning for each. */
export function tellImport({ warnings }: ImportOutcome, { warn, api }: Pick<Filling, "warn" | "api">): void {
  for (const { type, kind, error } of warnings)
    warn(
      `Certificates of type ${type} can't be imported as usual`,
      `${TELLS[kind]} ${inOneText(api.explain(error))}`,
    );
}

/** Whether anything of what is imported was ever read to its end. */
async function isKnown(
  store: Pick<InventoryStore, "coverages">,
  { account, settings }: Pick<Filling, "account" | "settings">,
): Promise<boolean> {
  const questions = new Set(questionsOf(settings).map(({ name }) => name));
  const coverages = await store.coverages(account);
  return coverages.some(({ question, knownUntil }) => questions.has(question) && knownUntil !== null);
}
