import { list, listOf, single, string, text } from "../../framework/attribute.ts";
import { connectorInput } from "../connector-ref.ts";

const NAMES = "names in SCM's words, such as `sslRequest`";

/** What `data.sectigo_connector_status` takes and tells. */
export const statusAttributes = {
  connector: connectorInput,
  store: string({
    is: "optional",
    doc: "Where the inventory is kept, as in `sectigo_inventory`: tells whether an import is running.",
  }),
  status: string({
    is: "computed",
    doc: "`initial` (not verified, since the connector says `verify = false`), `active`, `action_needed`, or `running` (an import is under way).",
  }),
  reason: string({
    is: "computed",
    nullable: true,
    doc: "Why it is so, where that needs saying; null else.",
  }),
  sensors: listOf(
    {
      name: string({ is: "computed", doc: "Name of the sensor." }),
      status: string({
        is: "computed",
        doc: "`active`, `action_needed`, or `untried` where SCM itself had refused by another one already.",
      }),
      reason: string({ is: "computed", nullable: true, doc: "Why it can't be used; null else." }),
    },
    { is: "computed", doc: "The connector's sensors, in order; empty when it goes straight." },
  ),
  privileges: single(
    {
      granted: list(text, { is: "computed", doc: `Privileges that the administrator has: ${NAMES}.` }),
      missing: list(text, {
        is: "computed",
        doc: "Recommended privileges that the administrator does not have.",
      }),
      unverifiable: list(text, {
        is: "computed",
        doc: "Recommended privileges that can't be judged: SCM shows an administrator's own only where it may read its own record.",
      }),
    },
    { is: "computed", nullable: true, doc: "What the administrator may do; null while SCM can't be asked." },
  ),
  password_expires: string({
    is: "computed",
    nullable: true,
    doc: "Day on which the administrator's password ends; null when it never does or nothing tells. Warned of from 14 days ahead.",
  }),
} as const;
