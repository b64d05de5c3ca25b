import {
  ConfigError,
  filterOfWords,
  type ImportSettings,
  importView,
  judgeCompleteness,
  quoted,
} from "../../../../core/index.ts";
import type { ListedObject } from "../../../framework/list-resource.ts";
import { bySensors } from "../../by-sensors.ts";
import { waitOf } from "../../connection.ts";
import { accountOf } from "../../inventory/account-of.ts";
import { labelStore, ruleSetOf } from "../../inventory/apply-rules.ts";
import { type Filling, fillStore, type Refresh } from "../../inventory/fill-store.ts";
import { readDetailsFor } from "../../inventory/read-details.ts";
import { rulesOf } from "../../inventory/settings-of.ts";
import { refuseOtherAccount } from "../../other-account.ts";
import { displayNameOf } from "./display-name.ts";
import { DEFAULT_STATUSES, type FindRequest, settingsFor } from "./list-request.ts";
import { countWanted, type Rows, rowsOf, wantedBy } from "./rows-of.ts";

/**
 * Finds certificates in the inventory's store, which it fills first as far as that is wanted.
 * @throws ConfigError for a connector of another account, a foreign business unit, a store that was never filled
 */
export async function* findCertificates(request: FindRequest): AsyncGenerator<ListedObject> {
  const { config, warn } = request;
  checkOurs(request);
  request.api.held.startListing();
  const settings = await settingsFor(request, waitOf(request));
  if (settings === null || settings.certificateTypes.length === 0) {
    warn(
      "The connector imports no SSL certificates",
      "So none are found. Give it its `import` argument; `import = {}` takes all.",
    );
    return;
  }
  const filling = fillingOf(request, settings);
  const { store, close } = await fillStore(filling);
  try {
    const rows = await preparedRows(filling, { store, rules: ruleSetOf(rulesIn(request)) });
    if (filling.refresh !== "live") await tellGaps(filling, rows);
    const isWanted = wantedBy(config);
    await warnOfMore(request, rows, isWanted);
    for await (const entry of rowsOf(rows))
      if (isWanted(entry))
        yield {
          identity: { ssl_id: entry.certificateId, certificate_pem: null },
          displayName: displayNameOf(entry),
        };
  } finally {
    await close();
  }
}

function checkOurs({ api, config: { connector } }: FindRequest): void {
  if (connector !== null) refuseOtherAccount(connector, api.identity, "connector");
  const unit = connector?.business_unit ?? null;
  const what =
    connector === null
      ? "list certificates"
      : `list certificates of connector ${quoted(connector.name ?? "")}`;
  api.businessUnits.check(unit, what, "Give a connector of a business unit that this run may touch.");
}

const rulesIn = ({ config: { connector } }: FindRequest) =>
  connector?.import === null || connector === null ? [] : rulesOf(connector.import);

function fillingOf(request: FindRequest, settings: ImportSettings): Filling {
  const { api, config, warn, log } = request;
  const { client: scm, diagnostics } = bySensors(api, config.connector?.sensors ?? null);
  for (const { summary, detail } of diagnostics) warn(summary, detail);
  const filter = filterOfWords(config.filter ?? {});
  for (const unit of filter.businessUnits ?? []) api.businessUnits.check(unit, "list certificates");
  return {
    ...{ api, scm, warn, log, settings, wait: waitOf(request), account: accountOf(api.identity) },
    filter: {
      ...filter,
      statuses: filter.statuses ?? DEFAULT_STATUSES,
      businessUnits: filter.businessUnits ?? api.businessUnits.allowed ?? undefined,
    },
    // The argument's check lets no other words through.
    refresh: (config.refresh ?? "due") as Refresh,
    store: config.store,
  };
}

interface Prepared {
  readonly store: Rows["store"];
  readonly rules: ReturnType<typeof ruleSetOf>;
}

/** With what rules say of rows, and with the details that a condition is about. */
async function preparedRows(filling: Filling, { store, rules }: Prepared): Promise<Rows> {
  const { account, settings, filter, api } = filling;
  const view = importView(account, settings, rules?.digest ?? null);
  const query = { view, filter, now: api.clock.now() };
  await labelStore(store, account, rules);
  await readDetailsFor(filling, { store, query, isAsked: false });
  await labelStore(store, account, rules);
  return { store, query };
}

/** A list with gaps says so before its first certificate; an empty one would look as if the account held nothing. */
async function tellGaps({ account, settings, api, warn }: Filling, { store }: Rows): Promise<void> {
  const known = judgeCompleteness(settings, await store.coverages(account), api.clock.now());
  if (known.importedAt === null)
    throw new ConfigError("list certificates: what is asked for was never imported to its end", {
      ...{ code: "config.never_imported", path: "refresh" },
      hint: 'Leave refresh out, or set refresh = "always", so that SCM is asked.',
    });
  for (const { missing, why } of known.gaps) warn(`The list may lack ${missing}`, `That is because: ${why}.`);
}

/** Clients stop at their limit and say nothing: Terraform's is 100 where the block has none. */
async function warnOfMore(
  { limit, warn }: FindRequest,
  rows: Rows,
  isWanted: ReturnType<typeof wantedBy>,
): Promise<void> {
  const total = await countWanted(rows, isWanted);
  if (total <= limit) return;
  warn(
    `${total} certificates match, and the first ${limit} are listed`,
    `Terraform stops at the list block's \`limit\`, which is 100 when left out. Raise it, narrow the filter, or import these and list the others by except_ids.`,
  );
}
