import { expect, it } from "vitest";
import { HEADER } from "./support/configuration.ts";
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
