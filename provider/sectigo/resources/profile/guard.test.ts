import { expect, it } from "vitest";
import { connection } from "../../../../test/support/certificate-stage.ts";
import { type ResourceStage, resourceStage } from "../../../../test/support/resource-stage.ts";
import { profileResource } from "../profile.ts";

const stage = () => resourceStage(profileResource);

const retail = (it: ResourceStage, more: Readonly<Record<string, unknown>> = {}) => ({
  name: "public-web",
  connector: { host: new URL(it.scm.apiUrl).host, customer_uri: "cst01234", business_unit: "Retail" },
  organization: "Example Ltd",
  scm_profile: "OV SSL 199",
  enrollment_method: "rest_api",
  ...more,
});

it("S11 a profile is of its connector's business unit; other runs refuse to read, change and destroy it", async () => {
  await using it = await stage();
  await it.apply(retail(it));
  expect(it.values.business_unit).toBe("Retail");
  it.api = connection(it.scm, undefined, { business_units: ["Wholesale"] });
  await it.calls();
  const refusals = [
    ...(await it.refresh()),
    ...(await it.plan(retail(it))).diagnostics,
    ...(await it.plan(null)).diagnostics,
  ];
  expect(refusals.map(({ summary }) => summary)).toEqual(
    ["Read", "Change", "Destroy"].map((attempt) =>
      expect.stringMatching(new RegExp(`^${attempt} profile "public-web": .*unit "Retail"`)),
    ),
  );
  expect(await it.calls()).toEqual([]);
});

it("S11 a profile whose connector has no business unit is refused where units are listed", async () => {
  await using it = await stage();
  it.api = connection(it.scm, undefined, { business_units: ["Retail"] });
  const [found] = (await it.plan(retail(it, { connector: { ...retail(it).connector, business_unit: null } })))
    .diagnostics;
  expect(found?.summary).toMatch(/^Plan profile "public-web": it belongs to no business unit/);
});

it("S39 proposes the sensors that are near one that is not declared", async () => {
  await using it = await stage();
  it.api = connection(it.scm, undefined, {
    sensors: [sensor("plant-north"), sensor("dc1")],
  });
  const wishes = retail(it, { enrollment_method: "sensor", sensor: "plant-nrth" });
  expect((await it.plan(wishes)).diagnostics).toMatchObject([
    {
      ...{ severity: "error", path: [{ attribute: "sensor" }] },
      summary: 'No sensor "plant-nrth" is declared',
      detail: expect.stringMatching(/^Did you mean "plant-north"\? Declared are "plant-north", "dc1"\./),
    },
  ]);
});

function sensor(name: string) {
  return {
    ...{ name, proxy_url: "http://127.0.0.1:1", proxy_username: null, proxy_password: null },
    ...{ base_url: null, ca_certificates_pem: null },
  };
}
