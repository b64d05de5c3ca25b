import { judgeConfiguredPlace } from "../../../core/index.ts";
import { bool, integer, listOf, map, set, single, string, text, whole } from "../../framework/attribute.ts";
import { dataSource } from "../../framework/data-source.ts";
import { Unknown } from "../../framework/value.ts";
import { each, filled, known, notEmpty } from "../checks.ts";
import type { Connection } from "../connection.ts";
import { connectorInput } from "../connector-ref.ts";
import { gapAttributes } from "../inventory/completeness.ts";
import { COUNTED } from "../inventory/counted.ts";
import { REFRESHES } from "../inventory/fill-store.ts";
import { filterArgument, judgeFilter } from "../inventory/filter-attributes.ts";
import { orderedCountAttributes } from "../inventory/ordered-counts.ts";
import { readInventory } from "../inventory/read-inventory.ts";
import { rowAttributes } from "../inventory/row-attributes.ts";
import { SORT_NAMES } from "../inventory/sort.ts";

const counts = (doc: string) => map(whole, { is: "computed", doc });

const more = (doc: string) =>
  map(whole, { is: "computed", nullable: true, doc: `${doc} Null unless \`count_by\` names it.` });

/** `data.sectigo_inventory`: all certificates that a connector imports. */
export const inventoryDataSource = dataSource<Connection>()(
  "inventory",
  {
    doc: "The certificates that a connector imports, filtered and counted. They are imported into a store on this machine when that is due, and read from there: SCM is asked in bulk, and only for what changed. Nothing is ever written to SCM.",
    timeoutMs: 30 * 60_000,
    attributes: {
      connector: connectorInput,
      view: string({
        is: "optional",
        doc: "Name of a filter: one of the connector's `views`, or a ready one. It must hold beside `filter`.",
        checks: [filled],
      }),
      filter: filterArgument,
      sort: single(
        {
          by: string({
            is: "required",
            doc: `By what: ${SORT_NAMES.map((name) => `\`${name}\``).join(", ")}.`,
            checks: [known(SORT_NAMES)],
          }),
          descending: bool({ is: "optional", doc: "Largest or latest first; false when left out." }),
        },
        {
          is: "optional",
          doc: "Order of the rows; by `expires`, soonest first, when left out. What is empty comes last.",
        },
      ),
      limit: integer({
        is: "optional",
        doc: "Rows at most, default 1,000; 0 for total and counts alone.",
        checks: [(value) => (value >= 0 ? null : `0 or more is required, ${value} is given`)],
      }),
      count_by: set(text, {
        is: "optional",
        doc: `More traits to count by, each a pass over the rows: ${COUNTED.map((name) => `\`${name}\``).join(", ")}. \`requester\` takes \`include_persons\`.`,
        checks: [notEmpty, each(known(COUNTED))],
      }),
      details: bool({
        is: "optional",
        doc: "Reads what only details tell, a call for each row that is shown and was not read yet; false when left out.",
      }),
      include_persons: bool({
        is: "optional",
        doc: "Whether rows name persons: requesters, approvers, holders of client certificates (whose `common_name`, `subject` and `subject_alternative_names` are null otherwise), names with a mail address; false when left out.",
      }),
      refresh: string({
        is: "optional",
        doc: "When to ask SCM: `due` (default) after the connector's `frequency`; `always`; `never`; or `live`, which keeps nothing and asks for what the filter bounds by dates in one request.",
        checks: [known(REFRESHES)],
      }),
      store: string({
        is: "optional",
        doc: 'File, or PostgreSQL database that several machines share (`postgres://user@host/database?sslmode=verify-full`, never with a password), that the inventory is kept in, or "none" (then only `refresh = "live"` works). Environment: `SECTIGO_INVENTORY_STORE`; else a file in the user\'s cache folder.',
        checks: [filled, judgeConfiguredPlace],
      }),
      rows: listOf(rowAttributes, { is: "computed", doc: "The certificates, `limit` at most." }),
      total: integer({ is: "computed", doc: "How many match, whatever the limit." }),
      counts: single(
        {
          by_status: counts("By state."),
          by_type: counts("By type."),
          by_issuer: counts("By issuer."),
          by_organization: counts("By organization's id."),
          by_key_type: counts("By key: `RSA 2048`, `EC 256`."),
          by_expiry: counts(
            "By days left. `within_7`, `within_30`, … each hold the nearer ones too; `expired`, `later` and `unknown` stand apart.",
          ),
          ending_without_successor: map(whole, {
            is: "computed",
            nullable: true,
            doc: 'Issued ones that end soon and have no successor (see `has_successor`), by days left: `within_7`, and `within_30`, which holds those too; `unknown` are those within 30 days of which SCM tells too little, clients and devices for example. Null with `refresh = "live"`, which does not see successors, and where more than 20,000 end within 30 days.',
          }),
          by_scm_profile: more("By name of the SCM profile."),
          by_requester: more("By who asked for it."),
          by_tag: more("By tag of assignment rules; a certificate may have several or none."),
          by_owner: more("By owner of assignment rules; a certificate may have several or none."),
          by_violation: more("By policy that is known to be violated; a certificate may violate several."),
          by_business_unit: more("By business unit."),
          by_record: more(
            "`first` of each certificate, and `same`: other records of one that is shown (see `unique`).",
          ),
          ordered: listOf(orderedCountAttributes, {
            is: "computed",
            doc: "The counts as a list: the largest of each trait first, expiry in order of time; organizations with their names.",
          }),
        },
        { is: "computed", doc: "How many match, by several traits." },
      ),
      imported_at: string({
        is: "computed",
        nullable: true,
        doc: "When SCM was last asked, RFC 3339, UTC: the oldest of the types. Null while one of them was never read to its end.",
      }),
      imported_at_by_type: map(text, {
        is: "computed",
        doc: "`imported_at` of each type; a type that was never read to its end is left out.",
      }),
      complete: bool({
        is: "computed",
        doc: "Whether rows and counts are all there are: every type was read to its end, none is older than twice the connector's `frequency`, nothing failed and nothing is withheld. Rest an alarm on it together with `total`.",
      }),
      warnings: listOf(gapAttributes, {
        is: "computed",
        doc: "What is missing, and why; empty when `complete` is true.",
      }),
    },
  },
  {
    validate: ({ filter }) => (filter === null || filter instanceof Unknown ? [] : judgeFilter(filter)),
    read: readInventory,
  },
);
