import { integer, list, listOf, string, text, whole } from "../../framework/attribute.ts";
import { dataSource } from "../../framework/data-source.ts";
import { type Connection, waitOf } from "../connection.ts";
import { byName } from "./by-name.ts";

/** `data.sectigo_scm_profiles`: what can be enrolled. */
export const scmProfilesDataSource = dataSource<Connection>()(
  "scm_profiles",
  {
    doc: "SSL certificate profiles of SCM, by name.",
    timeoutMs: 60_000,
    attributes: {
      organization_id: integer({
        is: "optional",
        doc: "Only profiles offered to this organization or department; all that this administrator sees when left out.",
      }),
      profiles: listOf(
        {
          id: integer({ is: "computed", doc: "What `scm_profile_id` of a certificate wants." }),
          name: string({ is: "computed", doc: "Name in SCM." }),
          description: string({ is: "computed", doc: "Description in SCM; may be empty." }),
          terms: list(whole, { is: "computed", doc: "Validities that can be asked for, days, rising." }),
          key_types: listOf(
            {
              algorithm: string({ is: "computed", doc: "`RSA` or `EC`." }),
              parameters: list(text, { is: "computed", doc: "Allowed sizes in bits, or names of curves." }),
            },
            { is: "computed", doc: "Keys that a certificate request may have; empty when SCM does not say." },
          ),
        },
        { is: "computed", doc: "The profiles." },
      ),
    },
  },
  {
    async read(request) {
      const { organization_id } = request.config;
      const profiles = await request.api.catalog.profiles(organization_id, waitOf(request));
      const rows = profiles.map(({ scmProfileId: id, name, description, termsDays, keyTypes }) => ({
        id,
        name,
        description: description ?? "",
        terms: [...termsDays].sort((a, b) => a - b),
        key_types: Object.entries(keyTypes).map(([algorithm, parameters]) => ({ algorithm, parameters })),
      }));
      return { organization_id, profiles: rows.sort(byName(({ id }) => id)) };
    },
  },
);
