import { describe, expect, it } from "vitest";
import { testScm } from "../../../test/fake-scm/testing.ts";
import { connection } from "../../../test/support/certificate-stage.ts";
import { silentLog } from "../../../test/support/library-provider.ts";
import { decodeObject, encodeObject } from "../../framework/attribute.ts";
import { readDataSource } from "../../framework/read-data-source.ts";
import { scmProfilesDataSource } from "./scm-profiles.ts";

async function profiles(organizationId: number | null): Promise<readonly Record<string, unknown>[]> {
  await using scm = await testScm();
  const api = connection(scm);
  const { attributes } = scmProfilesDataSource.spec;
  const environment = { api, signal: new AbortController().signal, log: silentLog, explain: api.explain };
  const config = encodeObject(attributes, { organization_id: organizationId });
  const { state, diagnostics } = await readDataSource(scmProfilesDataSource, config, environment);
  expect(diagnostics).toEqual([]);
  await api.client.close();
  // A list of objects, by its declaration.
  return decodeObject(attributes, state ?? {}).profiles as readonly Record<string, unknown>[];
}

describe("data.sectigo_scm_profiles", () => {
  it("lists all profiles by name, with terms that rise and the keys they take", async () => {
    const rows = await profiles(null);
    const names = rows.map(({ name }) => String(name));
    expect(names).toEqual([...names].sort());
    expect(rows.find(({ id }) => id === 3325)).toEqual({
      id: 3325,
      name: "OV SSL EC",
      description: "Elliptic curves only",
      terms: [30, 90, 199],
      key_types: [{ algorithm: "EC", parameters: ["P-256", "P-384"] }],
    });
  });

  it("lists only what an organization is offered", async () => {
    const ids = (await profiles(7245)).map(({ id }) => id);
    expect(ids).toContain(3312);
    expect(ids).not.toContain(3325);
  });
});
