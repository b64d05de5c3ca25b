import { expect, it } from "vitest";
import { makeCsr } from "../fake-scm/testing.ts";
import { certificate, HEADER } from "./support/configuration.ts";
import { said } from "./support/profile.ts";
import { type Stage, stage } from "./support/scm.ts";

/** One certificate that no state holds, and blocks that import it with these arguments. */
async function forgotten(body: string): Promise<Stage> {
  const set = await stage({ "main.tf": certificate(), "shop.csr": makeCsr("shop.example.test").csr });
  await set.workspace.init();
  await set.workspace.apply();
  await set.workspace.must(["state", "rm", "sectigo_certificate.shop"]);
  const [record] = await set.scm.control.certificates();
  const each = `for_each = toset(["${record?.sslId}"])`;
  const block = `import {\n  ${each}\n  to = sectigo_certificate.old[each.key]\n  id = each.key\n}\n`;
  const resource = `resource "sectigo_certificate" "old" {\n  ${each}\n  ${body}\n}\n`;
  set.workspace.write("main.tf", `${HEADER}\n${block}\n${resource}`);
  return set;
}

it("adopts a certificate as it is by ignore_changes = all, without a word and with an empty second plan", async () => {
  await using set = await forgotten("lifecycle {\n    ignore_changes = all\n  }");
  const first = await set.workspace.plan();
  expect(said(first), said(first)).toContain("1 to import, 0 to add, 0 to change, 0 to destroy");
  expect(said(first)).not.toContain("Warning");
  await set.workspace.apply();
  expect((await set.workspace.plan()).code).toBe(0);

  // A second address of the same certificate: told in the plan that imports it, and in each plan after it.
  set.workspace.write(
    "twin.tf",
    set.workspace
      .read("main.tf")
      .replace(HEADER, "")
      .replaceAll(".old[", ".twin[")
      .replace('"old"', '"twin"'),
  );
  for (const changes of ["1 to import, 0 to add, 0 to change, 0 to destroy", "No changes"]) {
    const plan = said(await set.workspace.plan());
    expect(plan).toContain(changes);
    expect(plan.match(/Two resources hold certificate shop\.example\.test/g)).toHaveLength(1);
    await set.workspace.apply();
  }
  await set.workspace.must(["state", "rm", "sectigo_certificate.twin"]);
  set.workspace.write("twin.tf", "");
  expect(said(await set.workspace.plan())).not.toContain("Warning");
});

it.each([
  ["", /does not say organization_id and scm_profile_id.*organization_id = 7003, scm_profile_id = 3312/],
  ["organization_id = 7003", /does not say scm_profile_id .*scm_profile_id = 3312/],
])("names what a minimal block leaves out: {%s}", async (body, says) => {
  await using set = await forgotten(body);
  const plan = said(await set.workspace.plan());
  expect(plan, plan).toMatch(says);
});
