import { quoted } from "../../../../core/index.ts";
import type { ListedObject } from "../../../framework/list-resource.ts";
import { pastDamage } from "../../inventory/past-damage.ts";
import { refuseOtherAccount } from "../../other-account.ts";
import { displayNameOf } from "./display-name.ts";
import type { FindRequest } from "./list-request.ts";
import { prepareRows } from "./prepare-rows.ts";
import { countWanted, wantedBy, wantedRows } from "./rows-of.ts";

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
    tellCounts(request, await countWanted(prepared, isWanted));
    for await (const entry of wantedRows(prepared, isWanted))
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

function tellCounts(
  { config, limit, warn }: FindRequest,
  { total, succeeded }: Awaited<ReturnType<typeof countWanted>>,
): void {
  // Clients stop at their limit and say nothing: Terraform's is 100 where the block has none.
  if (total > limit)
    warn(
      `${total} certificates match, and the first ${limit} are listed`,
      "Terraform stops at the list block's `limit`, which is 100 when left out. Raise it, narrow the filter, or import these and list the others by except_ids.",
    );
  const isAsked = (config.filter?.has_successor ?? null) !== null;
  if (succeeded > 0 && !isAsked && config.refresh !== "live")
    warn(
      `${succeeded} of the ${total} certificates that match have a successor`,
      "Another one of the same organization and issuer covers their names and ends later, as after a renewal. A resource takes over what its certificate was renewed as, so import one of the two only, or two resources hold the same certificate. has_successor = false in the filter leaves out what has a successor.",
    );
}
