import { IMPORT_DEFAULTS, type ImportSettings, type WaitOptions } from "../../../../core/index.ts";
import type { ListRequest } from "../../../framework/list-resource.ts";
import type { Connection } from "../../connection.ts";
import type { ConnectorRef } from "../../connector-ref.ts";
import type { SslFilterValue } from "../../inventory/filter-attributes.ts";
import { namesOf } from "../../inventory/kept-names.ts";
import { settingsOf } from "../../inventory/settings-of.ts";

/** The arguments of `list "sectigo_certificate"`. */
export interface ListConfig {
  readonly filter: SslFilterValue | null;
  readonly except_ids: readonly number[] | null;
  readonly ordered_as_code: boolean | null;
  readonly include_discovered: boolean | null;
  readonly connector: ConnectorRef | null;
  readonly refresh: string | null;
  readonly store: string | null;
}

/** What a finder works with. */
export type FindRequest = Omit<ListRequest<never, Connection>, "config"> & { readonly config: ListConfig };

/** What is valid is what one adopts; a filter can ask for more. */
export const DEFAULT_STATUSES = ["Issued"];

/** What is looked at: what the connector imports of SSL certificates, else all of the account. Null: nothing is. */
export async function settingsFor(
  { config, api, warn }: Pick<FindRequest, "config" | "api" | "warn">,
  wait: WaitOptions,
): Promise<ImportSettings | null> {
  const { connector, filter, include_discovered: discovered } = config;
  const certificateTypes = ["ssl"] as const;
  if (connector === null) {
    const isExpiredWanted = (filter?.statuses ?? []).some((status) => status.toLowerCase() === "expired");
    return {
      ...{ ...IMPORT_DEFAULTS, certificateTypes },
      includeDiscovered: discovered ?? IMPORT_DEFAULTS.includeDiscovered,
      includeExpired: isExpiredWanted,
    };
  }
  if (connector.import === null) return null;
  const names = namesOf({ api, warn, refresh: config.refresh, store: config.store });
  const settings = await settingsOf(connector, connector.import, names, wait);
  return {
    ...settings,
    certificateTypes: certificateTypes.filter((type) => settings.certificateTypes.includes(type)),
    includeDiscovered: discovered ?? settings.includeDiscovered,
  };
}
