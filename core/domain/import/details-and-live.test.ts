import { describe, expect, it } from "vitest";
import { importStage } from "../../../test/support/import-stage.ts";
import { openMemoryStore } from "../../store/memory-store.ts";
import type { InventoryFilter } from "../inventory.ts";
import { fillDetails } from "./fill-details.ts";
import { importReport, liveReport } from "./live-import.ts";
import { importView } from "./settings.ts";

const DAY_MS = 86_400_000;
const SSL = { certificateTypes: ["ssl"], includeDiscovered: true, includeExpired: true } as const;
const NOW = new Date("2026-06-15T09:30:00.000Z");

describe("fillDetails", () => {
  it("S25 asks for details of the given rows once, and keeps them while the rows stay as they are", async () => {
    await using it = await importStage();
    await it.import();
    const managed = (await it.rows()).filter(
      ({ status, origin, expires }) =>
        status === "Issued" && origin === "managed" && (expires ?? "") > "2026-07-15",
    );
    const rows = (["ssl", "client", "device"] as const).flatMap((type) =>
      managed.filter((row) => row.type === type).slice(0, 2),
    );
    expect(rows.map(({ signatureAlgorithm }) => signatureAlgorithm)).toEqual(Array(6).fill(null));
    await it.calls();
    const fill = () => fillDetails({ ...it, rows, olderThan: { value: 7, unit: "days" } });
    expect(await fill()).toBe(6);
    expect(await it.calls()).toHaveLength(6);
    expect(await fill()).toBe(0);
    const shown = async (): Promise<unknown[]> => {
      const ids = new Set(rows.map(({ type, certificateId }) => `${type} ${certificateId}`));
      return (await it.rows())
        .filter(({ type, certificateId }) => ids.has(`${type} ${certificateId}`))
        .map(({ signatureAlgorithm, keyUsages }) => [signatureAlgorithm !== null, keyUsages.length > 0]);
    };
    expect(await shown()).toEqual(Array(6).fill([true, true]));
    await it.pass(DAY_MS);
    await it.import();
    expect(await shown()).toEqual(Array(6).fill([true, true]));
    await it.pass(7 * DAY_MS);
    expect(await fill()).toBe(6);
  });

  it("takes records that an import read one by one for details, without a second call", async () => {
    await using it = await importStage({ records: 30 });
    const route = "POST /report/v1/ssl-certificates";
    await it.fake.control.plantFault({ route, kind: "status", status: 400, code: -3, times: 99 });
    expect((await it.import(SSL)).warnings).toMatchObject([{ type: "ssl", kind: "slow" }]);
    const rows = await it.rows(SSL);
    await it.calls();
    expect(await fillDetails({ ...it, rows, olderThan: { value: 7, unit: "days" } })).toBe(0);
    expect([rows.length, await it.calls()]).toEqual([30, []]);
    const issued = rows.filter(({ status, origin }) => status === "Issued" && origin === "managed");
    expect(issued.length).toBeGreaterThan(0);
    expect(issued.filter(({ vendor }) => vendor === null)).toEqual([]);
  });

  it("drops details of a row that changed, since they may be old", async () => {
    await using it = await importStage();
    await it.import(SSL);
    const rows = (await it.rows())
      .filter(({ status, origin }) => status === "Issued" && origin === "managed")
      .slice(-1);
    const [{ certificateId = 0 } = {}] = rows;
    await fillDetails({ ...it, rows, olderThan: { value: 7, unit: "days" } });
    await it.pass(DAY_MS);
    await it.fake.control.revoke(certificateId, 4);
    await it.import(SSL);
    const row = (await it.rows()).find((one) => one.certificateId === certificateId);
    expect(row).toMatchObject({ status: "Revoked", signatureAlgorithm: null });
  });
});

describe("liveReport", () => {
  const settings = { certificateTypes: ["ssl"], organizationIds: [7003] } as const;

  it.each<[string, InventoryFilter, string]>([
    ["days to the end", { expiresWithinDays: 30 }, "expiry"],
    [
      "a period of requests",
      {
        conditions: [
          { attribute: "requested", operator: "at_least", date: new Date("2026-06-01T00:00:00Z") },
          { attribute: "requested", operator: "less_than", date: new Date("2026-06-08T00:00:00Z") },
        ],
      },
      "request",
    ],
  ])("S29 bounds %s by one report, two days wider on either side", (_name, filter, date) => {
    const report = liveReport(settings, filter, NOW);
    expect(report).toMatchObject({ date, organizationIds: [7003], status: "any" });
    const days = ((report?.to?.getTime() ?? 0) - (report?.from?.getTime() ?? 0)) / DAY_MS;
    expect(days).toBe(date === "expiry" ? 34 : 11);
  });

  it.each<[string, InventoryFilter]>([
    ["no bounds", {}],
    ["a text", { text: "shop" }],
    ["one end only", { conditions: [{ attribute: "expires", operator: "at_most", date: NOW }] }],
  ])("S29 has no report for %s", (_name, filter) => {
    expect(liveReport(settings, filter, NOW)).toBeNull();
  });

  it("S29 has no report for other types than SSL", () => {
    const mixed = { certificateTypes: ["ssl", "client"] } as const;
    expect(liveReport(mixed, { expiresWithinDays: 3 }, NOW)).toBeNull();
  });
});

describe("importReport", () => {
  it("S29 answers a bounded filter in one request, without a store on disk", async () => {
    await using it = await importStage();
    const filter = { expiresWithinDays: 30 };
    const settings = it.settings(SSL);
    const report = liveReport(settings, filter, it.clock.now());
    const memory = await openMemoryStore(it.clock);
    await importReport({ ...it, store: memory }, report ?? {});
    expect(await it.calls()).toEqual(["POST /report/v1/ssl-certificates"]);
    const query = { view: importView(it.account, settings), filter, now: it.clock.now() };
    const live = await memory.query(query);
    await memory.close();
    await it.import(SSL);
    expect(live.total).toBeGreaterThan(0);
    expect(live).toEqual(await it.store.query(query));
  });
});
