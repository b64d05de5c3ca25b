import { expect, it } from "vitest";
import { enroll } from "../../../test/fake-scm/testing.ts";
import { importStage } from "../../../test/support/import-stage.ts";
import { compareReadings } from "../inventory-changes.ts";
import { IMPORT_DEFAULTS } from "./settings.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const END = Date.parse("2026-08-01T00:00:00Z");
const ALL = { includeDiscovered: true, includeExpired: true } as const;

type Stage = Awaited<ReturnType<typeof importStage>>;

async function changes(it: Stage, more: object = {}) {
  const scope = { account: it.account, types: IMPORT_DEFAULTS.certificateTypes, includeDiscovered: true };
  const businessUnits = IMPORT_DEFAULTS.businessUnits;
  const period = { since: new Date(0), until: new Date(it.clock.now().getTime() + 1000) };
  return it.store.changes({ ...scope, businessUnits, ...period, limit: 1000, ...more });
}

it("S86 a first import does not count as an account that came", async () => {
  await using it = await importStage({ records: 100 });
  await it.import(ALL);
  expect(await changes(it)).toMatchObject({ total: 0, byKind: { added: 0, removed: 0, changed: 0 } });
  const [{ watchedSince } = { watchedSince: null }] = await it.store.coverages(it.account);
  expect(watchedSince).toEqual(it.clock.now());
  await it.pass(DAY_MS + 1);
  await it.import(ALL);
  // What happened in that day is that some ended.
  const later = (await changes(it)).changes.flatMap(({ fields }) => fields.map(({ after }) => after));
  expect(later.filter((after) => after !== "Expired")).toEqual([]);
});

it("S86 remembers what came, went and changed between imports, and when", async () => {
  await using it = await importStage({ records: 60 });
  await it.import(ALL);
  const issued = (await it.fake.control.certificates()).filter(({ status }) => status === "Issued");
  const renewable = issued.find(
    ({ requestedVia, profileId, orgId }) =>
      requestedVia === "REST API" && profileId === 3312 && orgId === 7003,
  );
  const others = issued.filter((one) => one !== renewable && Date.parse(one.notAfter ?? "") > END);
  const [revoked, edited, moved, gone] = others.map(({ sslId }) => sslId);
  await it.pass(7 * HOUR_MS);
  await it.fake.control.revoke(revoked ?? 0, 4);
  await it.import(ALL);
  const first = it.clock.now();
  await it.pass(DAY_MS);
  await it.fake.control.act(edited ?? 0, "edit", { comments: "for the shop" });
  await it.fake.control.act(moved ?? 0, "move", { orgId: 7245 });
  await it.fake.control.act(gone ?? 0, "delete");
  const { sslId: came } = await it.fake.control.renew(renewable?.sslId ?? 0);
  await it.import(ALL);
  const { changes: found, byKind } = await changes(it);
  const shown = found.map(({ at, kind, row, fields }) => [at, kind, row.certificateId, fields]);
  const second = it.clock.now();
  expect(shown).toContainEqual([
    first,
    "changed",
    revoked,
    expect.arrayContaining([{ attribute: "status", before: "Issued", after: "Revoked" }]),
  ]);
  expect(shown).toContainEqual([
    second,
    "changed",
    edited,
    [expect.objectContaining({ attribute: "comments", after: "for the shop" })],
  ]);
  expect(shown).toContainEqual([
    second,
    "changed",
    moved,
    [expect.objectContaining({ attribute: "organization_id", after: "7245" })],
  ]);
  expect(shown).toContainEqual([second, "removed", gone, []]);
  expect(shown).toContainEqual([second, "added", came, []]);
  expect(byKind).toMatchObject({ added: 1, removed: 1 });
  const asked = { kinds: ["changed"], attributes: ["Status"], until: second };
  expect((await changes(it, asked)).changes.map(({ row }) => row.certificateId)).toEqual([revoked]);
  expect(await changes(it, { until: first })).toMatchObject({ total: 0 });
});

it("S86 forgets changes after their period", async () => {
  await using it = await importStage({ records: 30 });
  await it.import(ALL);
  const [first] = (await it.fake.control.certificates()).filter(({ status }) => status === "Issued");
  await it.fake.control.revoke(first?.sslId ?? 0, 4);
  await it.pass(7 * HOUR_MS);
  const keepChanges = { value: 2, unit: "days" } as const;
  await it.import({ ...ALL, keepChanges });
  expect(await changes(it)).toMatchObject({ total: 1 });
  await it.pass(3 * DAY_MS);
  await it.import({ ...ALL, keepChanges });
  expect(await changes(it, { attributes: ["revoked"] })).toMatchObject({ total: 0 });
});

it("does not take another name of the same SCM profile for a change of its certificates", () => {
  const row = { type: "ssl", certificateId: 1, status: "Issued", scmProfileId: 3 } as const;
  const before = { ...row, scmProfileName: "OV SSL" };
  expect(compareReadings(before, { ...row, scmProfileName: "Renamed" })).toEqual([]);
  expect(compareReadings(before, { ...row, scmProfileId: 4, scmProfileName: "Renamed" })).toEqual([
    { attribute: "scm_profile_name", before: "OV SSL", after: "Renamed" },
  ]);
});

it("S86 remembers who gained or lost a successor, of those that end within 30 days", async () => {
  await using it = await importStage({ records: 0 });
  const enrolled = async (name: string) => {
    const sslId = await enroll(it.fake, name);
    await it.pass(HOUR_MS);
    return sslId;
  };
  const shop = await enrolled("shop.example.test");
  await enrolled("alone.example.test");
  await it.pass(185 * DAY_MS);
  await it.import(ALL);
  const turns = async () => {
    await it.pass(7 * HOUR_MS);
    await it.import(ALL);
    const { changes: found } = await changes(it, { attributes: ["has_successor"] });
    return found.map(({ row, fields }) => [row.certificateId, row.commonName, fields]);
  };
  expect(await turns()).toEqual([]);
  const successor = await enrolled("shop.example.test");
  const turn = (before: string, after: string) => [
    ...[shop, "shop.example.test"],
    [{ attribute: "has_successor", before, after }],
  ];
  expect(await turns()).toEqual([turn("false", "true")]);
  expect(await turns()).toHaveLength(1);
  await it.fake.control.revoke(successor, 4);
  expect(await turns()).toEqual([turn("true", "false"), turn("false", "true")]);
});
