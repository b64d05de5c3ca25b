import { expect, it } from "vitest";
import { testScm } from "../../../test/fake-scm/testing.ts";
import { connection } from "../../../test/support/certificate-stage.ts";
import { silentLog } from "../../../test/support/library-provider.ts";
import { readDataSource } from "../../framework/read-data-source.ts";
import { organizationsDataSource } from "./organizations.ts";

const environment = (api: ReturnType<typeof connection>, signal = new AbortController().signal) => ({
  ...{ api, signal, log: silentLog },
  explain: api.explain,
});

it("lists organizations by name, each followed by its departments", async () => {
  await using scm = await testScm();
  const { state, diagnostics } = await readDataSource(
    organizationsDataSource,
    {},
    environment(connection(scm)),
  );
  expect(diagnostics).toEqual([]);
  const rows = JSON.parse(JSON.stringify(state?.organizations, (_key, value) => value)) as readonly {
    readonly name: string;
    readonly parent_name: string | null;
  }[];
  expect(rows.map(({ name, parent_name }) => [name, parent_name])).toEqual([
    ["Dormant Ltd", null],
    ["Example Labs", null],
    ["Example Ltd", null],
    ["Plant IT", "Example Ltd"],
    ["Web", "Example Ltd"],
  ]);
});

it("asks SCM once for many that ask, and again after a failure", async () => {
  await using scm = await testScm();
  const { catalog } = connection(scm);
  await scm.control.plantFault({ route: "GET /organization/v1", kind: "status", status: 400, code: -7 });
  await expect(catalog.organizations({})).rejects.toThrow(/HTTP 400/);
  await Promise.all([catalog.organizations({}), catalog.organizations({})]);
  await catalog.organizations({});
  expect(await scm.control.requests()).toHaveLength(2);
});

it("ends at once when it is interrupted, though SCM never answers", async () => {
  await using scm = await testScm();
  await scm.control.plantFault({ route: "GET /organization/v1", kind: "hang", times: 9 });
  const stop = new AbortController();
  const read = readDataSource(organizationsDataSource, {}, environment(connection(scm), stop.signal));
  stop.abort();
  const { state, diagnostics } = await read;
  expect(state).toBeNull();
  expect(diagnostics).toMatchObject([{ summary: expect.stringMatching(/\[cancelled\.stopped\]$/) }]);
});
