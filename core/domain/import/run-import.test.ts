import { describe, expect, it } from "vitest";
import { importStage } from "../../../test/support/import-stage.ts";
import type { ImportProgress } from "./context.ts";

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const HALF_DAY_MS = DAY_MS / 2;
/** What is imported between two full walks. */
const WEEKLY = { fullImportEvery: { value: 7, unit: "days" } } as const;
const SSL_REPORT = "POST /report/v1/ssl-certificates";
const REPORT_ROUTE = "POST /report/v1/ssl-certificates";
const ALL = { includeDiscovered: true, includeExpired: true } as const;
const SSL = { ...ALL, certificateTypes: ["ssl"] } as const;

type Stage = Awaited<ReturnType<typeof importStage>>;

async function sslIds(it: Stage): Promise<number[]> {
  const rows = await it.rows({ certificateTypes: ["ssl"] });
  return rows.map(({ certificateId }) => certificateId).sort((a, b) => a - b);
}

async function truthIds(it: Stage): Promise<number[]> {
  const truth = await it.fake.control.certificates();
  return truth.map(({ sslId }) => sslId).sort((a, b) => a - b);
}

async function someIssued(it: Stage, count = 1): Promise<number[]> {
  const rows = await it.rows({ certificateTypes: ["ssl"], statuses: ["Issued"], includeDiscovered: false });
  return rows.slice(-count).map(({ certificateId }) => certificateId);
}

async function statusOf(it: Stage, id: number): Promise<string | undefined> {
  const rows = await it.rows({ certificateTypes: ["ssl"] });
  return rows.find(({ certificateId }) => certificateId === id)?.status;
}

describe("runImport, everything", () => {
  it("S25 brings every certificate of every type once, with what SCM's records say", async () => {
    await using it = await importStage();
    const outcome = await it.import(ALL);
    expect(outcome.warnings).toEqual([]);
    expect(outcome.imported).toEqual(["ssl", "client", "device"]);
    expect(await sslIds(it)).toEqual(await truthIds(it));
    const rows = await it.rows();
    // Reports complete what lists showed first: that is no change of a certificate.
    expect(outcome).toMatchObject({ added: rows.length, changed: 0 });
    expect(rows.filter(({ type }) => type === "client")).toHaveLength(60);
    expect(rows.filter(({ type }) => type === "device")).toHaveLength(60);
    const [first] = rows.filter(({ type }) => type === "ssl");
    const details = await it.scm.certificates.get(first?.certificateId ?? 0);
    expect(first).toMatchObject({
      commonName: details.commonName,
      subjectAlternativeNames: details.subjectAlternativeNames,
      serialNumber: details.serialNumber,
      organizationId: details.organizationId,
      status: details.status,
      issuer: details.issuer,
      sha1Hash: details.sha1Hash,
      keyAlgorithm: "EC",
      keySize: 256,
      keyStrength: 128,
    });
  });

  it("S25 puts together what lists and reports of clients and devices say", async () => {
    await using it = await importStage();
    await it.import({ certificateTypes: ["client", "device"] });
    const rows = await it.rows();
    const client = rows.find(({ type, status }) => type === "client" && status === "Issued");
    const details = await it.scm.clientCertificates.get(client?.certificateId ?? 0);
    expect(client).toMatchObject({
      serialNumber: details.serialNumber,
      issuer: details.issuer,
      organizationId: details.organizationId,
      commonName: details.commonName,
    });
    expect(client?.email).toMatch(/@example\.test$/);
    const device = rows.find(({ type, status }) => type === "device" && status === "Issued");
    expect(device).toMatchObject({ organizationName: expect.any(String), expires: expect.any(String) });
  });

  it("S25 asks nothing per certificate, first or later", async () => {
    await using it = await importStage();
    await it.import(ALL);
    const first = await it.calls();
    expect(first.filter((call) => call.endsWith("{id}"))).toEqual([]);
    expect(first.length).toBeLessThan(25);
    await it.pass(HALF_DAY_MS);
    await it.import(ALL);
    const later = (await it.calls()).filter(
      (call) => !/smime|client|device|GET \/ssl\/v1\/\{id\}/.test(call),
    );
    expect(later).toEqual(Array(6).fill(SSL_REPORT));
  });

  it("S20 S21 asks for the chosen types only", async () => {
    await using it = await importStage();
    await it.import({ certificateTypes: [] });
    expect(await it.calls()).toEqual([]);
    await it.import({ certificateTypes: ["device"] });
    expect(new Set(await it.calls())).toEqual(
      new Set(["GET /device/v1", "POST /report/v1/device-certificates"]),
    );
  });

  it("S21 asks for the chosen organizations only, and shows the chosen states, profiles and ages", async () => {
    await using it = await importStage();
    await it.import({ ...SSL, organizationIds: [7108] });
    const bodies = (await it.fake.control.requests()).flatMap(({ body }) => (body === null ? [] : [body]));
    expect(bodies.length).toBeGreaterThan(0);
    for (const body of bodies) expect(body).toMatchObject({ organizationIds: [7108] });
    const rows = await it.rows();
    expect(new Set(rows.map(({ organizationId }) => organizationId))).toEqual(new Set([7108]));
    const expired = rows.filter((row) => row.expires !== null && new Date(row.expires) < it.clock.now());
    expect(expired.length).toBeGreaterThan(0);
    expect((await it.rows({ includeExpired: false })).length).toBeLessThanOrEqual(
      rows.length - expired.length,
    );
    const revoked = await it.rows({ statuses: ["Revoked"] });
    expect(new Set(revoked.map(({ status }) => status))).toEqual(new Set(["Revoked"]));
    expect(await it.rows({ statuses: ["Revoked"], includeRevoked: false })).toEqual([]);
    const shown = await it.rows({ scmProfileIds: [3312] });
    expect(new Set(shown.map(({ scmProfileId }) => scmProfileId))).toEqual(new Set([3312]));
  });

  it("S22 has discovered and uploaded ones only when wanted, with their issuer", async () => {
    await using it = await importStage();
    await it.import({ ...SSL, includeDiscovered: false });
    expect(await it.rows({ certificateTypes: ["ssl"] })).not.toContainEqual(
      expect.objectContaining({ origin: "discovered" }),
    );
    await it.import(SSL);
    const rows = await it.rows();
    const found = rows.filter(({ origin }) => origin !== "managed");
    expect(new Set(found.map(({ origin }) => origin))).toEqual(new Set(["discovered", "uploaded"]));
    expect(found.every(({ issuer }) => issuer !== null)).toBe(true);
    expect(await sslIds(it)).toEqual(await truthIds(it));
  });

  it("S23 warns of a type that may not be read, and brings the others", async () => {
    await using it = await importStage();
    const refusal = { kind: "status", status: 400, code: -3, times: 9 } as const;
    await it.fake.control.plantFault({ route: "GET /device/v1", ...refusal });
    const { warnings, imported } = await it.import(ALL);
    expect(imported).toEqual(["ssl", "client"]);
    expect(warnings).toEqual([
      { type: "device", kind: "failed", error: expect.objectContaining({ vendorCode: -3 }) },
    ]);
    expect(new Set((await it.rows()).map(({ type }) => type))).toEqual(new Set(["ssl", "client"]));
  });

  it("S23 fails when nothing at all may be read", async () => {
    await using it = await importStage({ records: 10 });
    await it.fake.control.plantFault({ route: "* *", kind: "status", status: 400, code: -3, times: 99 });
    await expect(it.import(ALL)).rejects.toMatchObject({ vendorCode: -3 });
    expect(await it.rows()).toEqual([]);
  });

  it("S23 reads by list and details where reports may not be made, and later only what is new", async () => {
    await using it = await importStage({ records: 60 });
    const refusal = { kind: "status", status: 400, code: -3, times: 99 } as const;
    await it.fake.control.plantFault({ route: REPORT_ROUTE, ...refusal });
    const { warnings } = await it.import(SSL);
    expect(warnings).toMatchObject([{ type: "ssl", kind: "slow" }]);
    expect(await sslIds(it)).toEqual(await truthIds(it));
    const waiting = (await it.rows()).filter(({ status }) => /Requested|Approved|Applied/.test(status));
    await it.calls();
    await it.pass(DAY_MS);
    await it.import(SSL);
    expect((await it.calls()).filter((call) => call.endsWith("{id}"))).toHaveLength(waiting.length);
  });

  it("S25 finds records that no report shows, since they lack the date, by a call for each of them only", async () => {
    await using it = await importStage();
    const undated = (await it.fake.control.certificates())
      .filter(({ requestedVia }) => requestedVia === "REST API")
      .slice(0, 3);
    for (const { sslId } of undated) await it.fake.control.act(sslId, "edit", { requested: null });
    await it.import(SSL);
    expect(await sslIds(it)).toEqual(await truthIds(it));
    expect((await it.calls()).filter((call) => call === "GET /ssl/v1/{id}")).toHaveLength(3);
  });
});

describe("runImport, what changed", () => {
  it("counts nothing as changed where nothing did", async () => {
    await using it = await importStage();
    await it.import(ALL);
    await it.pass(HALF_DAY_MS);
    const all = ["ssl", "client", "device"];
    expect(await it.import(ALL)).toMatchObject({ imported: all, added: 0, changed: 0 });
  });

  it("S26 sees what was ordered and revoked behind its back, in a few requests", async () => {
    await using it = await importStage();
    await it.import(SSL);
    const [revoked = 0, renewed = 0] = await someIssued(it, 2);
    await it.pass(HALF_DAY_MS);
    await it.fake.control.revoke(revoked, 4);
    const successor = await it.fake.control.renew(renewed);
    await it.pass(MINUTE_MS);
    await it.calls();
    await it.import(SSL);
    expect((await it.calls()).filter((call) => call === SSL_REPORT)).toHaveLength(6);
    expect(await statusOf(it, revoked)).toBe("Revoked");
    expect(await sslIds(it)).toContain(successor.sslId);
  });

  it("S26 heals by a full walk what the dates do not show, and only then lets rows go", async () => {
    await using it = await importStage();
    await it.import(SSL);
    const [gone = 0, moved = 0, replaced = 0] = await someIssued(it, 3);
    await it.pass(3 * DAY_MS);
    await it.fake.control.act(gone, "delete");
    await it.fake.control.act(replaced, "replace");
    await it.fake.control.act(moved, "move", { orgId: 7108 });
    await it.import({ ...SSL, ...WEEKLY });
    expect(await sslIds(it)).toContain(gone);
    await it.pass(5 * DAY_MS);
    await it.import({ ...SSL, ...WEEKLY });
    expect(await sslIds(it)).toEqual(await truthIds(it));
    expect((await it.rows()).find(({ certificateId }) => certificateId === moved)?.organizationId).toBe(7108);
    const { serialNumber } = await it.fake.control.certificate(replaced);
    const seen = (await it.rows()).find(({ certificateId }) => certificateId === replaced);
    expect(seen?.serialNumber).toBe(serialNumber?.replace(/:/g, ""));
  });

  it("S26 lets no row go that it did not ask for", async () => {
    await using it = await importStage();
    await it.import(SSL);
    await it.pass(30 * DAY_MS);
    await it.import({ ...SSL, organizationIds: [7108] });
    await it.import({ ...SSL, includeDiscovered: false });
    expect(await sslIds(it)).toEqual(await truthIds(it));
  });

  it("S26 keeps an administrator's rows from those of one who sees less", async () => {
    await using it = await importStage();
    await it.import(SSL);
    const labs = it.client("labs");
    const account = { ...it.account, administrator: "labs" };
    await it.import(SSL, { scm: labs, account });
    await labs.close();
    expect(await sslIds(it)).toEqual(await truthIds(it));
  });

  it("S28 asks again when the interval is over, to the minute", async () => {
    await using it = await importStage({ records: 20 });
    const hourly = { ...SSL, frequency: { value: 1, unit: "hours" } } as const;
    await it.import(hourly);
    await it.calls();
    await it.pass(59 * MINUTE_MS);
    expect(await it.import(hourly)).toMatchObject({ imported: [], rows: 0 });
    expect(await it.calls()).toEqual([]);
    await it.pass(2 * MINUTE_MS);
    expect(await it.import(hourly)).toMatchObject({ imported: ["ssl"] });
  });

  it("S29 asks now when told to, even with a clock that stands still", async () => {
    await using it = await importStage({ records: 20 });
    await it.import(SSL);
    expect(await it.import(SSL)).toMatchObject({ imported: [] });
    expect(await it.import(SSL, { when: "always" })).toMatchObject({ imported: ["ssl"] });
  });

  it("S30 writes nothing to SCM", async () => {
    await using it = await importStage();
    await it.import(ALL);
    await it.pass(DAY_MS);
    await it.import(ALL);
    const requests = await it.fake.control.requests();
    const asking = requests.filter(({ method, path }) => method === "GET" || path.includes("/report/v1/"));
    expect(asking).toHaveLength(requests.length);
  });
});

describe("runImport, disturbed", () => {
  it("halves a window that SCM does not answer, and still has every row", async () => {
    await using it = await importStage();
    await it.fake.control.plantFault({ route: REPORT_ROUTE, kind: "status", status: 504, times: 7 });
    await it.import(SSL);
    expect(await sslIds(it)).toEqual(await truthIds(it));
  });

  it("S31 goes on where it was stopped, and misses nothing that changed meanwhile", async () => {
    await using it = await importStage();
    const controller = new AbortController();
    const onProgress = ({ rows }: ImportProgress): void => {
      if (rows > 100) controller.abort();
    };
    const stopped = it.import(SSL, { onProgress }, { signal: controller.signal });
    await expect(stopped).rejects.toMatchObject({ code: "cancelled.stopped" });
    const arrived = await sslIds(it);
    expect(arrived.length).toBeGreaterThan(100);
    const [revoked = 0] = await someIssued(it);
    await it.pass(60 * MINUTE_MS);
    await it.fake.control.revoke(revoked, 4);
    await it.pass(MINUTE_MS);
    await it.import(SSL);
    expect(await sslIds(it)).toEqual(await truthIds(it));
    expect(await statusOf(it, revoked)).toBe("Revoked");
  });

  it("S31 lets a second run wait, and spares it the work that the first has done", async () => {
    await using it = await importStage();
    const [first, second] = await Promise.all([it.import(SSL), it.import(SSL)]);
    const calls = (await it.calls()).length;
    expect([first?.imported, second?.imported].filter((types) => types?.length === 1)).toHaveLength(1);
    expect(calls).toBeLessThan(25);
    expect(await sslIds(it)).toEqual(await truthIds(it));
  });

  it("tells how far it is", async () => {
    await using it = await importStage();
    const seen: ImportProgress[] = [];
    await it.import(ALL, { onProgress: (progress) => seen.push(progress) });
    expect(new Set(seen.map(({ type }) => type))).toEqual(new Set(["ssl", "client", "device"]));
    const ssl = seen.filter(({ type }) => type === "ssl").map(({ rows }) => rows);
    expect(ssl).toEqual(ssl.toSorted((a, b) => a - b));
  });
});
