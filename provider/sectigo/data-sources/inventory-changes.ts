import { CERTIFICATE_TYPES, CHANGE_KINDS } from "../../../core/index.ts";
import { bool, integer, listOf, map, set, single, string, text } from "../../framework/attribute.ts";
import { dataSource } from "../../framework/data-source.ts";
import { each, filled, known, notEmpty } from "../checks.ts";
import type { Connection } from "../connection.ts";
import { connectorInput } from "../connector-ref.ts";
import { judgeInstant } from "../functions/judge-instant.ts";
import { changeAttributes } from "../inventory/change-attributes.ts";
import { gapAttributes } from "../inventory/completeness.ts";
import { REFRESHES } from "../inventory/fill-store.ts";
import { readChanges } from "../inventory/read-changes.ts";

const count = (doc: string) => integer({ is: "computed", doc });

/** Live reads keep nothing that could be compared. */
const COMPARING = REFRESHES.filter((refresh) => refresh !== "live");

function judgeMoment(value: string): string | null {
  const isDay = /^\d{4}-\d\d-\d\d$/.test(value);
  return judgeInstant(isDay ? `${value}T00:00:00Z` : value) === null
    ? null
    : `a day such as "2026-11-01" or an instant such as "2026-11-01T00:00:00Z" is required, "${value}" is given`;
}

/** `data.sectigo_inventory_changes`: what came, went and changed between imports. */
export const inventoryChangesDataSource = dataSource<Connection>()(
  "inventory_changes",
  {
    doc: "What came, went and changed between the imports of a connector, and when an import noticed it. Remembered in the inventory's store since its first full import ended, for `keep_changes` of the connector's `import` (400 days). Nothing is ever written to SCM.",
    timeoutMs: 30 * 60_000,
    attributes: {
      connector: connectorInput,
      since: string({
        is: "optional",
        doc: "From when on: a day (its first moment, UTC) or an RFC 3339 instant. All that is remembered when left out.",
        checks: [judgeMoment],
      }),
      until: string({
        is: "optional",
        doc: "Before when, in the same form; up to now when left out.",
        checks: [judgeMoment],
      }),
      kinds: set(text, {
        is: "optional",
        doc: "`added`, `removed`, `changed`; all when left out.",
        checks: [notEmpty, each(known(CHANGE_KINDS))],
      }),
      attributes: set(text, {
        is: "optional",
        doc: "One of these attributes changed: `status`, `expires`, `organization_id`, `owners`, `custom_fields.Team`, ….",
        checks: [notEmpty],
      }),
      certificate_types: set(text, {
        is: "optional",
        doc: "`ssl`, `client`, `device`; those that the connector imports when left out.",
        checks: [notEmpty, each(known(CERTIFICATE_TYPES))],
      }),
      limit: integer({
        is: "optional",
        doc: "Changes at most, the latest first, default 1,000; 0 for the counts alone.",
        checks: [(value) => (value >= 0 ? null : `0 or more is required, ${value} is given`)],
      }),
      include_persons: bool({
        is: "optional",
        doc: "Whether changes name persons: requesters, approvers, holders of client certificates; without it their values are null; false when left out.",
      }),
      refresh: string({
        is: "optional",
        doc: "When to ask SCM: `due` (default) after the connector's `frequency`; `always`; `never`.",
        checks: [known(COMPARING)],
      }),
      store: string({
        is: "optional",
        doc: "As `store` of `sectigo_inventory`: the file that the inventory is kept in.",
        checks: [filled],
      }),
      changes: listOf(changeAttributes, { is: "computed", doc: "The changes, the latest first." }),
      total: count("How many there are, whatever the limit."),
      counts: single(
        {
          added: count("Shown for the first time."),
          removed: count("No longer there."),
          changed: count("Changed, each time that an import noticed it."),
        },
        { is: "computed", doc: "How many there are, by kind." },
      ),
      imported_at: string({
        is: "computed",
        nullable: true,
        doc: "When SCM was last asked, as in `sectigo_inventory`.",
      }),
      imported_at_by_type: map(text, { is: "computed", doc: "`imported_at` of each type." }),
      complete: bool({
        is: "computed",
        doc: "Whether these are all changes of the period: the inventory is complete, and the period begins after the first full import.",
      }),
      warnings: listOf(gapAttributes, { is: "computed", doc: "What is missing, and why." }),
    },
  },
  { read: readChanges },
);
