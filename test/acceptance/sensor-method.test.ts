import { expect, it } from "vitest";
import { makeCsr } from "../fake-scm/testing.ts";
import { startProxy } from "../support/proxies.ts";
import { enrollment, said } from "./support/profile.ts";
import { type Stage, stage } from "./support/scm.ts";
import { providerBehind } from "./support/sensors.ts";

const FIELDS = '{ "Cost centre" = "4711" }';

/** Provider with sensors dc1 and dc2, in this order; the profile orders by dc2 only. */
const BY_DC2 = { profile: { enrollment_method: '"sensor"', sensor: '"dc2"', custom_fields: FIELDS } };

async function orders({ scm }: Stage): Promise<number> {
  const requests = await scm.control.requests();
  return requests.filter(({ path }) => path.endsWith("/enroll")).length;
}

it("S48 an order goes by the named sensor only, also while another one lives", async () => {
  await using first = await startProxy();
  await using second = await startProxy();
  await using set = await stage({
    "main.tf": enrollment(BY_DC2),
    "provider.tf": providerBehind([first, second]),
    "shop.csr": makeCsr("shop.example.test").csr,
  });
  const { workspace } = set;
  await workspace.init();
  // All that plans ask goes by the first, so the named one has carried nothing yet.
  expect((await workspace.plan("-out=order.tfplan")).code).toBe(2);
  expect([first.tunnels.length > 0, second.tunnels.length]).toEqual([true, 0]);

  await second.kill();
  const refused = await workspace.run(["apply", "-no-color", "order.tfplan"]);
  expect(refused.code).toBe(1);
  expect(said(refused)).toMatch(/sensor "dc2"/i);
  expect(said(refused)).not.toMatch(/sensor "dc1"/i);
  expect(await orders(set)).toBe(0);

  await second.start();
  await workspace.apply();
  expect(await orders(set)).toBe(1);
  expect(second.tunnels.length).toBeGreaterThan(0);
  expect((await workspace.plan()).code).toBe(0);
});

it("S39 S48 a sensor that is not declared is a plan error with the near ones", async () => {
  await using first = await startProxy();
  await using set = await stage({
    "main.tf": enrollment({ profile: { ...BY_DC2.profile, sensor: '"dc11"' } }),
    "provider.tf": providerBehind([first]),
    "shop.csr": makeCsr("shop.example.test").csr,
  });
  await set.workspace.init();
  const plan = await set.workspace.plan();
  expect(plan.code).toBe(1);
  expect(said(plan)).toMatch(/No sensor "dc11" is declared.*Did you mean "dc1"\?/);
});

it("S12 a certificate goes by the sensors of its profile's connector", async () => {
  await using first = await startProxy();
  await using second = await startProxy();
  await using set = await stage({
    "main.tf": enrollment({ connector: { managing_sensors: '["dc2"]' }, profile: { custom_fields: FIELDS } }),
    "provider.tf": providerBehind([first, second]),
    "shop.csr": makeCsr("shop.example.test").csr,
  });
  await set.workspace.init();
  await set.workspace.apply();
  second.forget();
  first.forget();
  expect((await set.workspace.plan()).code).toBe(0);
  expect(second.tunnels.length).toBeGreaterThan(0);
});
