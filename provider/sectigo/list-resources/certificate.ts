import { judgeConfiguredPlace } from "../../../core/index.ts";
import { bool, set, string, whole } from "../../framework/attribute.ts";
import { type Diagnostic, error } from "../../framework/diagnostics.ts";
import { listResource } from "../../framework/list-resource.ts";
import { path } from "../../framework/path.ts";
import { Unknown } from "../../framework/value.ts";
import { filled, known } from "../checks.ts";
import type { Connection } from "../connection.ts";
import { optionalConnectorInput } from "../connector-ref.ts";
import { REFRESHES } from "../inventory/fill-store.ts";
import { judgeFilter, type SslFilterValue, sslFilterArgument } from "../inventory/filter-attributes.ts";
import { findCertificates } from "./certificate/find-certificates.ts";
import { isOfOne } from "./certificate/is-of-one.ts";

/** `list "sectigo_certificate"`: what an account holds, for `terraform query` and the import blocks that it writes. */
export const certificateList = listResource<Connection>()(
  "certificate",
  {
    doc: "SSL certificates that an SCM account holds, in the order of their ids, to be imported into `sectigo_certificate`. They are read from the inventory's store on this machine, which is brought up to date first when that is due; each whole object costs two calls of SCM more. Nothing is ever ordered, and nothing is written to SCM.",
    timeoutMs: 30 * 60_000,
    attributes: {
      filter: sslFilterArgument,
      except_ids: set(whole, {
        is: "optional",
        doc: "`ssl_id`s that are left out, such as those that are held already: `sectigo_certificate.all[*].ssl_id`.",
        checks: [(ids) => (ids.every((id) => id >= 1) ? null : "an id is 1 or more")],
      }),
      ordered_as_code: bool({
        is: "optional",
        doc: "Only those that this provider or its GitHub Action ordered, by the marker in their comments (true), or only the others (false); both when left out. It tells how a certificate was ordered, not that it is managed now.",
      }),
      include_discovered: bool({
        is: "optional",
        doc: "Also what SCM discovered or what was uploaded, from any CA; as the connector says when left out, else false.",
      }),
      connector: optionalConnectorInput,
      refresh: string({
        is: "optional",
        doc: "When to ask SCM: `due` (default) after the connector's `frequency`, else after 6 hours; `always`; `never`; or `live`, which keeps nothing and asks for what the filter bounds by dates in one request.",
        checks: [known(REFRESHES)],
      }),
      store: string({
        is: "optional",
        doc: 'File, or PostgreSQL database that several machines share (`postgres://user@host/database?sslmode=verify-full`, never with a password), that the inventory is kept in, or "none" (then only `refresh = "live"` works). Environment: `SECTIGO_INVENTORY_STORE`; else a file in the user\'s cache folder.',
        checks: [filled, judgeConfiguredPlace],
      }),
    },
  },
  {
    validate: ({ filter, connector }) =>
      filter === null || filter instanceof Unknown
        ? []
        : [...judgeFilter(filter), ...(connector === null ? judgeLabels(filter) : [])],
    list: findCertificates,
    width: ({ client }) => client.width,
    isOfOne,
  },
);

/** What only a connector gives to certificates would find none without one, ever. */
function judgeLabels(filter: SslFilterValue): readonly Diagnostic[] {
  return (["tags", "owners", "business_units"] as const)
    .filter((name) => filter[name] !== null)
    .map((name) =>
      error(
        `filter.${name} needs a connector`,
        `A connector gives certificates their ${name.replace("_", " ")}. Give one: connector = sectigo_connector.main.ref; or leave ${name} out.`,
        path("filter"),
      ),
    );
}
