/** The data source that the test's fork adds: `data.sectigo_departments`, told by the steps of CONTRIBUTING.md. */

const DECLARATION = `import { integer, listOf, string } from "../../framework/attribute.ts";
import { dataSource } from "../../framework/data-source.ts";
import { type Connection, waitOf } from "../connection.ts";
import { byName } from "./by-name.ts";

/** \`data.sectigo_departments\`: the departments of all organizations. */
export const departmentsDataSource = dataSource<Connection>()(
  "departments",
  {
    doc: "Departments of SCM that this administrator may see.",
    timeoutMs: 60_000,
    attributes: {
      departments: listOf(
        {
          id: integer({ is: "computed", doc: "SCM's id of the department." }),
          name: string({ is: "computed", doc: "Name in SCM." }),
        },
        { is: "computed", doc: "The departments, by name." },
      ),
    },
  },
  {
    async read(request) {
      const organizations = await request.api.catalog.organizations(waitOf(request));
      const rows = organizations.flatMap(({ departments }) =>
        departments.map(({ departmentId: id, name }) => ({ id, name })),
      );
      return { departments: rows.sort(byName(({ id }) => id)) };
    },
  },
);
`;

const TEST = `import { expect, it } from "vitest";
import { testScm } from "../../../test/fake-scm/testing.ts";
import { connection } from "../../../test/support/certificate-stage.ts";
import { silentLog } from "../../../test/support/library-provider.ts";
import { readDataSource } from "../../framework/read-data-source.ts";
import { departmentsDataSource } from "./departments.ts";

it("lists departments by name", async () => {
  await using scm = await testScm();
  const api = connection(scm);
  const environment = { api, signal: new AbortController().signal, log: silentLog, explain: api.explain };
  const { state, diagnostics } = await readDataSource(departmentsDataSource, {}, environment);
  expect(diagnostics).toEqual([]);
  expect(state?.departments).toMatchObject([{ name: "Plant IT" }, { name: "Web" }]);
});
`;

/** Path in the checkout → text of a new file. */
export const NEW_FILES: Readonly<Record<string, string>> = {
  "provider/sectigo/data-sources/departments.ts": DECLARATION,
  "provider/sectigo/data-sources/departments.test.ts": TEST,
  "examples/data-sources/sectigo_departments/data-source.tf": `data "sectigo_departments" "all" {}

output "departments" {
  value = data.sectigo_departments.all.departments[*].name
}
`,
};

interface Insertion {
  readonly file: string;
  /** Text that stands in the file once. */
  readonly before: string;
  readonly text: string;
}

/** What a contributor writes into files that exist. */
export const INSERTIONS: readonly Insertion[] = [
  {
    file: "provider/sectigo/provider.ts",
    before: "import { dnsConnectorsDataSource }",
    text: 'import { departmentsDataSource } from "./data-sources/departments.ts";\n',
  },
  {
    file: "provider/sectigo/provider.ts",
    before: "      dnsConnectorsDataSource,\n",
    text: "      departmentsDataSource,\n",
  },
  {
    file: "provider/docs/subcategories.ts",
    before: '    "data-sources/inventory",\n',
    text: '    "data-sources/departments",\n',
  },
  {
    file: "docs/guides/getting-started.md",
    before: "It orders nothing. It shows the",
    text: "[Departments](../data-sources/departments.md) can be listed alone.\n",
  },
  {
    file: "CHANGELOG.md",
    before: "- ",
    text: "- data/sectigo_departments: new, lists departments.\n",
  },
];
