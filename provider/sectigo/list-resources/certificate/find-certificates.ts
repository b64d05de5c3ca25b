import { quoted } from "../../../../core/index.ts";
import type { ListedObject } from "../../../framework/list-resource.ts";
import { pastDamage } from "../../inventory/past-damage.ts";
import { refuseOtherAccount } from "../../other-account.ts";
import { displayNameOf } from "./display-name.ts";
import type { FindRequest } from "./list-request.ts";
import { prepareRows } from "./prepare-rows.ts";
import { countWanted, type Rows, rowsOf, wantedBy } from "./rows-of.ts";

/**
 * Finds certificates in the inventory's store, which it fills first as far as that is wanted.
 * @throws ConfigError for a connector of another account, and as `prepareRows`
 */
export async function* findCertificates(request: FindRequest): AsyncGenerator<ListedObject> {
  const { api, config } = request;
  checkOurs(request);
  api.held.startListing();
  const prepared = await pastDamage(api, config.store, () => prepareRows(request));
  if (prepared === null) return;
  const isWanted = wantedBy(config);
  try {
    await warnOfMore(request, prepared, isWanted);
    for await (const entry of rowsOf(prepared))
      if (isWanted(entry))
        yield {
          identity: { ssl_id: entry.certificateId, certificate_pem: null },
          displayName: displayNameOf(entry),
        };
  } finally {
    await prepared.close();
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
