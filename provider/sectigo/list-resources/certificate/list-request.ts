import {
  IMPORT_DEFAULTS,
  type ImportSettings,
  type InventoryGap,
  type WaitOptions,
} from "../../../../core/index.ts";
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

/** What is looked at. */
export interface Looked {
  /** SSL certificates, and others where that is asked for. */
  readonly settings: ImportSettings;
  /** The connector's own. */
  readonly imported: ImportSettings;
}

type Looking = Pick<FindRequest, "config" | "api" | "warn"> & {
  readonly wait: WaitOptions;
  readonly onGap: (gap: InventoryGap) => void;
};

/** What the connector imports of SSL certificates, else all of the account. Null: nothing is. */
export async function lookedAt({ config, api, warn, wait, onGap }: Looking): Promise<Looked | null> {
  const { connector, filter, include_discovered: discovered, refresh, store } = config;
  if (connector === null) {
    const isExpiredWanted = (filter?.statuses ?? []).some((status) => status.toLowerCase() === "expired");
    const settings: ImportSettings = {
      ...{ ...IMPORT_DEFAULTS, certificateTypes: ["ssl"] },
      includeDiscovered: discovered ?? IMPORT_DEFAULTS.includeDiscovered,
      includeExpired: isExpiredWanted,
    };
    return { settings, imported: settings };
  }
  if (connector.import === null) return null;
  const names = namesOf({ api, warn, refresh, store, onGap });
  const imported = await settingsOf(connector, connector.import, names, wait);
  if (!imported.certificateTypes.includes("ssl")) return null;
  const settings: ImportSettings = {
    ...{ ...imported, certificateTypes: ["ssl"] },
    includeDiscovered: discovered ?? imported.includeDiscovered,
  };
  return { settings, imported };
}
