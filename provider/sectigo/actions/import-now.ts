import {
  ConfigError,
  IMPORT_DEFAULTS,
  type ImportOutcome,
  type ImportSettings,
  judgeConfiguredPlace,
  quoted,
  runImport,
  type WaitOptions,
} from "../../../core/index.ts";
import { action, type InvokeRequest } from "../../framework/action.ts";
import { string } from "../../framework/attribute.ts";
import { bySensors } from "../by-sensors.ts";
import { filled } from "../checks.ts";
import { type Connection, waitOf } from "../connection.ts";
import { optionalConnectorInput } from "../connector-ref.ts";
import { accountOf } from "../inventory/account-of.ts";
import { tellDamage, tellImport } from "../inventory/fill-store.ts";
import { keepNamesOf, namesOf } from "../inventory/kept-names.ts";
import { settingsOf } from "../inventory/settings-of.ts";
import { refuseOtherAccount } from "../other-account.ts";

const attributes = {
  connector: optionalConnectorInput,
  store: string({
    is: "optional",
    doc: "File, or PostgreSQL database that several machines share (`postgres://user@host/database?sslmode=verify-full`, never with a password), that the inventory is kept in. Environment: `SECTIGO_INVENTORY_STORE`; else a file in the user's cache folder.",
    checks: [filled, judgeConfiguredPlace],
  }),
} as const;

type Request = InvokeRequest<typeof attributes, Connection>;

/** `action "sectigo_import_now"`: brings the inventory's store up to date at once. */
export const importNowAction = action<Connection>()(
  "import_now",
  {
    doc: "Brings the inventory's store on this machine up to date with SCM, whether that is due or not: what the connector imports, or all certificates of the account without one. Inventories and lists that follow with `refresh` left out read from it. Nothing is written to SCM.",
    timeoutMs: 30 * 60_000,
    attributes,
  },
  { invoke: importNow },
);

async function importNow(request: Request): Promise<void> {
  const { api, config, warn, progress } = request;
  const { connector } = config;
  if (connector !== null) refuseOtherAccount(connector, api.identity, "connector");
  const what =
    connector === null ? "import now" : `import now what connector ${quoted(connector.name ?? "")} imports`;
  api.businessUnits.check(connector?.business_unit ?? null, what, GIVE);
  const wait = waitOf(request);
  const settings = await settingsFor(request, wait);
  if (settings === null) {
    warn("The connector imports nothing", "So nothing was imported. Give it its `import` argument.");
    return;
  }
  const { inventories } = api;
  const store = inventories.isForgetful(config.store) ? null : await inventories.at(config.store);
  if (store === null) throw noStore();
  tellDamage(store, request);
  const { client: scm, diagnostics } = bySensors(api, connector?.sensors ?? null);
  for (const { summary, detail } of diagnostics) warn(summary, detail);
  const outcome = await runImport(
    {
      ...{ scm, store, settings, account: accountOf(api.identity), when: "always", clock: api.clock },
      onProgress: ({ type, ...counts }) => progress(`${type}: ${told(counts)}`),
    },
    wait,
  );
  await keepNamesOf({ api, store: config.store }, wait);
  progress(`in all: ${told(outcome)}`);
  tellImport(outcome, request);
}

const told = ({ rows, added, changed }: Pick<ImportOutcome, "rows" | "added" | "changed">): string =>
  `${rows} rows, ${added} new, ${changed} changed`;

const GIVE = "Give a connector of a business unit that this run may touch.";

async function settingsFor(
  { config: { connector, store }, api, warn }: Request,
  wait: WaitOptions,
): Promise<ImportSettings | null> {
  if (connector === null) return IMPORT_DEFAULTS;
  const names = namesOf({ api, warn, refresh: "always", store });
  return connector.import === null ? null : settingsOf(connector, connector.import, names, wait);
}

function noStore(): ConfigError {
  return new ConfigError("import now: there is no store to keep the inventory in", {
    ...{ code: "config.no_store", path: "store" },
    hint: "Name a file in `store` or SECTIGO_INVENTORY_STORE.",
  });
}
