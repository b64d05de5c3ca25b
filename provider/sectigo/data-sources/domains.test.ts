import { expect, it } from "vitest";
import { testScm } from "../../../test/fake-scm/testing.ts";
import { connection, START } from "../../../test/support/certificate-stage.ts";
import { readData } from "../../../test/support/read-data.ts";
import { customFieldsDataSource } from "./custom-fields.ts";
import { domainsDataSource } from "./domains.ts";

interface DomainRow {
  readonly name: string;
  readonly validation_status: string | null;
  readonly validation_expires: string | null;
}

it.each([false, true])("lists domains with their validations (display words: %s)", async (displayStates) => {
  await using scm = await testScm({ now: START.getTime(), strict: { displayStates } });
  const api = connection(scm);
  const { values, diagnostics } = await readData(domainsDataSource, api);
  expect(diagnostics).toEqual([]);
  // A list of objects, by its declaration.
  const rows = values.domains as readonly DomainRow[];
  const names = rows.map(({ name }) => name);
  expect(names).toEqual([...names].sort());
  expect(rows.find(({ name }) => name === "example.test")).toMatchObject({
    validation_status: "VALIDATED",
    validation_expires: expect.stringMatching(/^2026-08-31/),
  });
  expect(new Set(rows.map((row) => row.validation_status))).toEqual(
    new Set(["VALIDATED", "NOT_VALIDATED", "EXPIRED"]),
  );
  expect((await scm.control.requests()).map(({ method }) => method)).toEqual(["GET", "GET"]);
  await api.client.close();
});

it("lists the domains of one organization", async () => {
  await using scm = await testScm({ now: START.getTime() });
  const api = connection(scm);
  await scm.control.changeDomain("example.test", { delegatedTo: [7108] });
  const { values } = await readData(domainsDataSource, api, { organization_id: 7003 });
  const rows = values.domains as readonly DomainRow[]; // by its declaration
  expect(rows.map(({ name }) => name)).not.toContain("example.test");
  expect(rows.length).toBeGreaterThan(0);
  await api.client.close();
});

it("lists names alone, with a warning, for an administrator who may not validate", async () => {
  await using scm = await testScm({ now: START.getTime() });
  const api = connection(scm);
  await scm.control.changeAdministrator(scm.username, { privileges: ["sslManage"] });
  const { values, diagnostics } = await readData(domainsDataSource, api);
  const rows = values.domains as readonly DomainRow[]; // by its declaration
  expect(rows.map((row) => row.validation_status)).toEqual(rows.map(() => null));
  expect(rows.length).toBeGreaterThan(0);
  expect(diagnostics).toMatchObject([
    { severity: "warning", summary: "Validations of domains can't be read" },
  ]);
  await api.client.close();
});

it("lists custom fields by name", async () => {
  await using scm = await testScm();
  const api = connection(scm);
  const { values, diagnostics } = await readData(customFieldsDataSource, api);
  expect(diagnostics).toEqual([]);
  expect(values.custom_fields).toEqual([
    { id: 61, name: "Cost centre", is_mandatory: true },
    { id: 64, name: "Go-live", is_mandatory: false },
  ]);
  await api.client.close();
});
