import { expect, it } from "vitest";
import { HEADER } from "./support/configuration.ts";
import { said } from "./support/profile.ts";
import { stage } from "./support/scm.ts";

/** Profiles of these names that share a web form which is not there yet. */
const sharing = (names: readonly string[]) => `${HEADER}
resource "sectigo_connector" "main" {
  name = "main"
}

resource "sectigo_profile" "team" {
  for_each          = toset(${JSON.stringify(names)})
  name              = each.key
  connector         = sectigo_connector.main.ref
  organization      = "Example Ltd"
  scm_profile       = "OV SSL 199"
  enrollment_method = "csr"
  web_form          = { endpoint = "Teams" }
}
`;

it("S46 profiles that share a web form make it once, and the last of them to go removes it", async () => {
  await using set = await stage({ "main.tf": sharing(["shop", "office", "plant"]) }, { latencyMs: 20 });
  const { workspace, scm } = set;
  const form = async () => (await scm.control.endpoints()).find(({ name }) => name === "Teams");
  await workspace.init();
  await workspace.apply();
  expect((await form())?.accounts.map(({ name }) => name).sort()).toEqual(["office", "plant", "shop"]);
  for (const left of [["office", "plant"], ["plant"], []]) {
    workspace.write("main.tf", sharing(left));
    await workspace.apply();
    expect((await form())?.accounts.map(({ name }) => name).sort() ?? []).toEqual(left);
  }
  expect(await form()).toBeUndefined();
});

it("S50 never makes a second ACME account of one name, also in one apply", async () => {
  const main = `${HEADER}
resource "sectigo_connector" "main" {
  name = "main"
}

resource "sectigo_profile" "cluster" {
  for_each          = toset(["east", "west"])
  name              = each.key
  connector         = sectigo_connector.main.ref
  organization      = "Example Ltd"
  scm_profile       = "OV SSL 199"
  enrollment_method = "acme"
  acme              = { server = "OV ACME Server", account_name = "cluster" }
}
`;
  await using set = await stage({ "main.tf": main }, { latencyMs: 20 });
  await set.workspace.init();
  const run = await set.workspace.run(["apply", "-auto-approve", "-no-color"]);
  expect(run.code).toBe(1);
  expect(said(run)).toContain('Create account "cluster" at ACME server "OV ACME Server": SCM has one');
  expect((await set.scm.control.acmeAccounts()).map(({ name }) => name)).toEqual(["cluster"]);
});
