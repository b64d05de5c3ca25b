import { bool, integer, listOf, string } from "../../framework/attribute.ts";
import { dataSource } from "../../framework/data-source.ts";
import { type Connection, waitOf } from "../connection.ts";
import { byName } from "./by-name.ts";

/** `data.sectigo_custom_fields`: what else SCM keeps with a certificate. */
export const customFieldsDataSource = dataSource<Connection>()(
  "custom_fields",
  {
    doc: "Custom fields of SCM for SSL certificates that are switched on, by name.",
    timeoutMs: 60_000,
    attributes: {
      custom_fields: listOf(
        {
          id: integer({ is: "computed", doc: "SCM's id of the field." }),
          name: string({
            is: "computed",
            doc: "Name in SCM; `custom_fields` of a certificate wants it exactly so.",
          }),
          is_mandatory: bool({ is: "computed", doc: "Whether enrollments by REST must carry a value." }),
        },
        { is: "computed", doc: "The fields." },
      ),
    },
  },
  {
    async read(request) {
      const fields = await request.api.catalog.customFields(waitOf(request));
      const rows = fields.map(({ customFieldId: id, name, isMandatory }) => ({
        ...{ id, name },
        is_mandatory: isMandatory,
      }));
      return { custom_fields: rows.sort(byName(({ id }) => id)) };
    },
  },
);
