import { expect, it } from "vitest";
import { connection } from "../../../test/support/certificate-stage.ts";
import { resourceStage } from "../../../test/support/resource-stage.ts";
import { UNKNOWN } from "../../framework/value.ts";
import { certificateApprovalResource } from "./certificate-approval.ts";

it.each([
  ["no unit", {}, /it belongs to no business unit/],
  ["another unit", { business_unit: "Wholesale" }, /it belongs to business unit "Wholesale"/],
])("S11 an approval for %s is refused before any call where a run is bound to units", async (_what, more, says) => {
  await using it = await resourceStage(certificateApprovalResource);
  it.api = connection(it.scm, undefined, { business_units: ["Retail"] });
  const [found] = (await it.plan({ ssl_id: 40_198, ...more })).diagnostics;
  expect(found?.summary).toMatch(says);
  expect(await it.calls()).toEqual([]);
});

it("S11 an approval whose unit is right, or not known yet, is planned", async () => {
  await using it = await resourceStage(certificateApprovalResource);
  it.api = connection(it.scm, undefined, { business_units: ["Retail"] });
  for (const business_unit of ["Retail", UNKNOWN])
    expect((await it.plan({ ssl_id: 40_198, business_unit })).diagnostics).toEqual([]);
});
