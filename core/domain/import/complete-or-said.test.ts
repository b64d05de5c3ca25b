import { describe, expect, it } from "vitest";
import { importStage, START } from "../../../test/support/import-stage.ts";
import { judgeCompleteness } from "./completeness.ts";
import type { ImportSettings } from "./settings.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const ALL = { includeDiscovered: true, includeExpired: true } as const;
const SSL = { ...ALL, certificateTypes: ["ssl"] } as const;
const DOWN = { kind: "status", status: 503, times: 99 } as const;
const REFUSED = { kind: "status", status: 400, code: -3, times: 99 } as const;

type Stage = Awaited<ReturnType<typeof importStage>>;

async function trust(it: Stage, more: Partial<ImportSettings> = ALL) {
  return judgeCompleteness(it.settings(more), await it.store.coverages(it.account), it.clock.now());
}

describe("an import of which a part fails", () => {
  it.each([
    ["client", "POST /report/v1/client-certificates", DOWN],
    ["client", "POST /report/v1/client-certificates", REFUSED],
    ["device", "POST /report/v1/device-certificates", DOWN],
    ["device", "POST /report/v1/device-certificates", REFUSED],
  ] as const)("names the %s report, %s with %o, and keeps what it said before", async (type, route, fault) => {
    await using it = await importStage({ records: 100 });
    await it.import(ALL);
    expect(await trust(it)).toMatchObject({ isComplete: true, gaps: [], importedAt: START });
    const before = await it.rows({ certificateTypes: [type] });
    await it.fake.control.plantFault({ route, ...fault });
    await it.pass(7 * HOUR_MS);
    const { warnings, imported } = await it.import(ALL);
    expect(warnings).toMatchObject([{ type, kind: "partial" }]);
    expect(imported).toEqual(["ssl", "client", "device"]);
    expect(await it.rows({ certificateTypes: [type] })).toEqual(before);
    const said = await trust(it);
    expect(said).toMatchObject({ isComplete: false, importedAt: START });
    expect(said.gaps).toMatchObject([{ type, missing: expect.stringContaining("organization") }]);
    expect(said.importedAtByType.get("ssl")).toEqual(it.clock.now());
    await it.fake.control.clearFaults();
    await it.pass(7 * HOUR_MS);
    await it.import(ALL);
    expect(await trust(it)).toMatchObject({ isComplete: true, importedAt: it.clock.now() });
  });

  it("has no import time while a question has no coverage", async () => {
    await using it = await importStage({ records: 30 });
    await it.fake.control.plantFault({ route: "GET /device/v1", ...DOWN });
    const { warnings } = await it.import(ALL);
    expect(warnings).toMatchObject([{ type: "device", kind: "failed" }]);
    const said = await trust(it);
    expect(said).toMatchObject({ isComplete: false, importedAt: null });
    expect([...said.importedAtByType.keys()]).toEqual(["ssl", "client"]);
    expect(said.gaps[0]).toMatchObject({ type: "device", why: expect.stringContaining("503") });
  });

  it("shows rows of a first walk that did not end as such", async () => {
    await using it = await importStage();
    await it.fake.control.plantFault({ route: "POST /report/v1/ssl-certificates", ...DOWN, after: 3 });
    await expect(it.import(SSL)).rejects.toMatchObject({ status: 503 });
    expect((await it.rows()).length).toBeGreaterThan(0);
    expect((await trust(it, SSL)).gaps).toMatchObject([
      { type: "ssl", missing: expect.stringContaining("the first import is under way") },
    ]);
  });

  it("is said of nothing at all, and of what is old", async () => {
    await using it = await importStage({ records: 10 });
    expect(await trust(it)).toMatchObject({
      isComplete: false,
      importedAt: null,
      gaps: [{ type: "ssl" }, { type: "client" }, { type: "device" }],
    });
    await it.import(SSL);
    await it.pass(12 * HOUR_MS);
    expect(await trust(it, SSL)).toMatchObject({ isComplete: true });
    await it.pass(HOUR_MS);
    expect((await trust(it, SSL)).gaps).toMatchObject([{ why: expect.stringContaining("twice") }]);
  });

  it("asks for what is refused at the usual interval only", async () => {
    await using it = await importStage({ records: 10 });
    await it.fake.control.plantFault({ route: "POST /report/v1/device-certificates", ...REFUSED });
    await it.import(ALL);
    await it.calls();
    await it.import(ALL);
    expect(await it.calls()).toEqual([]);
  });
});

describe("rows that SCM no longer shows", () => {
  it("stay when they are more than a fifth, with a gap that asks", async () => {
    await using it = await importStage({ records: 100 });
    await it.import(SSL);
    const before = (await it.rows()).length;
    const ids = (await it.fake.control.certificates()).map(({ sslId }) => sslId);
    for (const id of ids.slice(0, 30)) await it.fake.control.act(id, "delete");
    await it.pass(2 * DAY_MS);
    expect((await it.import(SSL)).warnings).toMatchObject([{ type: "ssl", kind: "leaving" }]);
    expect((await it.rows()).length).toBe(before);
    const said = await trust(it, SSL);
    expect(said.gaps).toMatchObject([{ type: "ssl", why: expect.stringContaining("30 of 100") }]);
  });

  it("are asked for one by one before they leave", async () => {
    await using it = await importStage({ records: 100 });
    await it.import(SSL);
    const ids = (await it.fake.control.certificates()).map(({ sslId }) => sslId);
    await it.fake.control.act(ids[5] ?? 0, "delete");
    await it.pass(2 * DAY_MS);
    await it.calls();
    expect((await it.import(SSL)).warnings).toEqual([]);
    expect((await it.calls()).filter((call) => call === "GET /ssl/v1/{id}").length).toBeGreaterThan(0);
    expect((await it.rows()).map(({ certificateId }) => certificateId)).not.toContain(ids[5]);
    expect((await it.rows()).length).toBe(99);
  });

  it("stay when they are only not listed", async () => {
    await using it = await importStage({ records: 60 });
    const devices = { certificateTypes: ["device"] } as const;
    await it.import(devices);
    const before = await it.rows(devices);
    // The page lacks half of its rows, and SCM counts none.
    for (const kind of ["short-page", "no-total-count"] as const)
      await it.fake.control.plantFault({ route: "GET /device/v1", kind, times: 1 });
    await it.pass(7 * HOUR_MS);
    await it.import(devices);
    expect(await it.rows(devices)).toEqual(before);
  });
});

describe("a clock that was ahead", () => {
  it.each([3, 40])("by %i days does not stop later imports", async (days) => {
    await using it = await importStage({ records: 60 });
    it.clock.advance(days * DAY_MS);
    await it.import(SSL);
    it.clock.advance(-days * DAY_MS);
    expect((await trust(it, SSL)).isComplete).toBe(false);
    const [found] = await it.rows({ statuses: ["Issued"], includeDiscovered: false });
    await it.fake.control.revoke(found?.certificateId ?? 0, 1);
    expect(await it.import(SSL)).toMatchObject({ imported: ["ssl"], warnings: [] });
    expect(await trust(it, SSL)).toMatchObject({ isComplete: true, importedAt: it.clock.now() });
    const row = (await it.rows()).find(({ certificateId }) => certificateId === found?.certificateId);
    expect(row?.status).toBe("Revoked");
  });
});
