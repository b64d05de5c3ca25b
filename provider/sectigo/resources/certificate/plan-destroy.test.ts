/** S81: a plan that would revoke and order the same order is refused, whichever of the two is planned first. */
import { expect, it } from "vitest";
import { certificateStage, shop } from "../../../../test/support/certificate-stage.ts";

it.each([
  ["its new address first", true],
  ["its old address first", false],
])("S81 a certificate that has moved is refused with the moved block, %s", async (_what, isNewFirst) => {
  await using set = await certificateStage();
  await set.apply(shop());
  const old = { state: set.state, private: set.private };
  const empty = { state: null, private: new Uint8Array() };
  const walk = isNewFirst ? ([empty, old] as const) : ([old, empty] as const);
  const told = [];
  for (const at of walk) {
    Object.assign(set, at);
    told.push(...(await set.plan(at === old ? null : shop())).diagnostics);
  }
  const errors = told.filter(({ severity }) => severity === "error");
  expect(errors).toMatchObject([
    {
      summary: expect.stringMatching(
        /^This plan would revoke certificate shop\.example\.test .* and order the same one again$/,
      ),
      detail: expect.stringContaining("moved {\n    from = sectigo_certificate.OLD"),
    },
  ]);
});

it("lets one be destroyed while another order of the same names is made", async () => {
  await using set = await certificateStage();
  await set.apply(shop());
  const { diagnostics: destroyed } = await set.plan(null);
  Object.assign(set, { state: null, private: new Uint8Array() });
  const { diagnostics: made } = await set.plan(shop({ order_key: "second" }));
  expect([...destroyed, ...made].map(({ severity }) => severity)).not.toContain("error");
});
