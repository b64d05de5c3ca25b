import { integer, listOf, string } from "../../framework/attribute.ts";
import { dataSource } from "../../framework/data-source.ts";
import { type Connection, waitOf } from "../connection.ts";
import { byName } from "./by-name.ts";

/** `data.sectigo_organizations`: where certificates can be enrolled for. */
export const organizationsDataSource = dataSource<Connection>()(
  "organizations",
  {
    doc: "Organizations and departments of SCM that this administrator may see: each organization is followed by its departments, by name.",
    timeoutMs: 60_000,
    attributes: {
      organizations: listOf(
        {
          id: integer({ is: "computed", doc: "What `organization_id` of a certificate wants." }),
          name: string({ is: "computed", doc: "Name in SCM." }),
          parent_name: string({
            is: "computed",
            nullable: true,
            doc: "Organization that a department belongs to; null for an organization.",
          }),
        },
        { is: "computed", doc: "The organizations and departments." },
      ),
    },
  },
  {
    async read(request) {
      const organizations = await request.api.catalog.organizations(waitOf(request));
      const sorted = [...organizations].sort(byName(({ organizationId }) => organizationId));
      return {
        organizations: sorted.flatMap(({ organizationId: id, name, departments }) => [
          { id, name, parent_name: null },
          ...[...departments]
            .sort(byName(({ departmentId }) => departmentId))
            .map((department) => ({ id: department.departmentId, name: department.name, parent_name: name })),
        ]),
      };
    },
  },
);
