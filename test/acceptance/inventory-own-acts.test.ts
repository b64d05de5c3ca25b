import { expect, it } from "vitest";
import { makeCsr } from "../fake-scm/testing.ts";
import { HEADER } from "./support/configuration.ts";
import { inventory } from "./support/inventory.ts";
import { stage } from "./support/scm.ts";

const NOW = "2026-03-16T10:00:00Z";
const CLOCK = { SECTIGO_TEST_CLOCK: NOW };

const certificate = (comments: string): string => `
resource "sectigo_certificate" "own" {
  organization_id = 7003
  scm_profile_id  = 3312
  csr_pem         = file("own.csr")
  comments        = "${comments}"
}
`;

it("S83 shows in one apply what that apply has ordered, changed and revoked", async () => {
  const found = inventory(
    { certificate_types: '["ssl"]' },
    {
      depends_on: "[sectigo_certificate.own]",
      filter:
        '{ conditions = [{ attribute = "common_name", operator = "equals", value = "own.example.test" }] }',
    },
  );
  const empty = inventory({ certificate_types: '["ssl"]' });
  await using set = await stage(
    { "main.tf": `${HEADER}${empty}`, "own.csr": makeCsr("own.example.test").csr },
    { now: Date.parse(NOW), records: 50, issueDelayMs: 0 },
  );
  await set.workspace.init();
  const apply = async (text: string) => {
    set.workspace.write("main.tf", `${HEADER}${text}`);
    await set.workspace.must(["apply", "-auto-approve", "-no-color"], CLOCK);
    const { rows } = (await set.workspace.state()).values("data.sectigo_inventory.all");
    return rows as readonly Record<string, unknown>[];
  };
  // The copy is as young as it can be: without a change of ours nothing would be due for six hours.
  await apply(empty);
  expect(await apply(found + certificate("first"))).toMatchObject([{ status: "Issued" }]);
  const [edited] = await apply(found + certificate("second"));
  expect(edited?.comments).toContain("second");
  await set.scm.control.clearRequests();
  await apply(found + certificate("second"));
  expect((await set.scm.control.requests()).filter(({ path }) => path.includes("/report/"))).toEqual([]);
  const gone = found.replace("depends_on = [sectigo_certificate.own]", "");
  await apply(gone);
  expect(await apply(gone)).toMatchObject([{ status: "Revoked" }]);
});
