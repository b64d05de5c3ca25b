import { expect, it } from "vitest";
import { HEADER } from "./support/configuration.ts";
import { inventory } from "./support/inventory.ts";
import { type Stage, stage } from "./support/scm.ts";

const NOW = "2026-03-16T10:00:00Z";
const LATER = "2026-03-16T17:00:00Z";
const APPLY = ["apply", "-auto-approve", "-no-color"];

async function inventoryOf(
  imports: Readonly<Record<string, string>>,
  parts: Readonly<Record<string, string>> = {},
): Promise<Stage> {
  const main = `${HEADER}${inventory(imports, parts)}`;
  const set = await stage({ "main.tf": main }, { now: Date.parse(NOW), records: 100 });
  await set.workspace.init();
  return set;
}

/** What the inventory shows after an apply at an instant. */
async function shown({ workspace, scm }: Stage, instant: string) {
  await scm.control.setClock(instant);
  await workspace.must(APPLY, { SECTIGO_TEST_CLOCK: instant });
  return (await workspace.state()).values("data.sectigo_inventory.all");
}

it("S82 says that a report failed, keeps the ends that it told before, and shows no later import time", async () => {
  const devices = { certificate_types: '["device"]', include_expired: "true" };
  await using set = await inventoryOf(devices);
  const whole = await shown(set, NOW);
  expect(whole).toMatchObject({ complete: true, warnings: [] });
  expect(whole.imported_at).toMatch(/^2026-03-16T10:00:00/);
  await set.scm.control.plantFault({
    route: "POST /report/v1/device-certificates",
    kind: "status",
    status: 503,
    times: 99,
  });
  const partial = await shown(set, LATER);
  expect(partial).toMatchObject({ complete: false, total: whole.total, imported_at: whole.imported_at });
  expect((partial.counts as Record<string, unknown>).by_expiry).not.toMatchObject({ unknown: whole.total });
  expect(partial.warnings).toMatchObject([
    {
      type: "device",
      missing: expect.stringContaining("end, organization"),
      why: expect.stringContaining("503"),
    },
  ]);
});

it("S82 says of an empty store that nothing is known", async () => {
  await using set = await inventoryOf({}, { refresh: '"never"' });
  const { total, complete, imported_at, imported_at_by_type, warnings } = await shown(set, NOW);
  expect({ total, complete, imported_at, imported_at_by_type }).toEqual({
    ...{ total: 0, complete: false, imported_at: null, imported_at_by_type: {} },
  });
  expect(warnings).toHaveLength(3);
});

it("stops no type because of another, and says what the connector leaves out", async () => {
  await using set = await inventoryOf(
    { certificate_types: '["ssl", "client"]' },
    { filter: '{ certificate_types = ["ssl", "client", "device"], statuses = ["Issued", "Expired"] }' },
  );
  await set.scm.control.plantFault({ route: "GET /smime/v2", kind: "status", status: 500, times: 99 });
  const { total, complete, imported_at, imported_at_by_type, warnings } = await shown(set, NOW);
  expect(Number(total)).toBeGreaterThan(0);
  expect({ complete, imported_at }).toEqual({ complete: false, imported_at: null });
  expect(Object.keys(imported_at_by_type as object)).toEqual(["ssl"]);
  expect((warnings as { readonly type: string | null }[]).map(({ type }) => type)).toEqual([
    ...["client", "device", null],
  ]);
});
