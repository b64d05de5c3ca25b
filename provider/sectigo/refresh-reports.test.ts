import { describe, expect, it } from "vitest";
import type { FakeScmChoices } from "../../test/fake-scm/options.ts";
import { testScm } from "../../test/fake-scm/testing.ts";
import { CertificateFleet, type Walk } from "../../test/support/certificate-fleet.ts";
import { connection, START } from "../../test/support/certificate-stage.ts";

const REPORT = "POST /report/v1/ssl-certificates";
const DAY_MS = 86_400_000;
const OURS = [20_011, 20_018] as const;

/** Of 400 organizations with some 50 certificates each, two hold ours. */
const LARGE_ACCOUNT = { records: 20_000, organizations: 400 };

async function fleet(choices: FakeScmChoices = {}): Promise<CertificateFleet> {
  return new CertificateFleet(await testScm({ now: START.getTime(), organizations: 2, ...choices }));
}

const ofTwo = (index: number) => ({ orgId: OURS[index % 2] });

/** With all the metadata that can be managed; an import takes it into state. */
const described = (index: number) => ({
  ...ofTwo(index),
  ...{ comments: `host ${index}`, externalRequester: "ops@example.test,web@example.test" },
  customFields: [{ name: "Cost centre", value: String(index) }],
});

const octetsOf = ({ reports }: Walk) => reports.reduce((sum, { answerBytes }) => sum + answerBytes, 0);

/** Of two organizations, each: a narrow one, a wider one, and the rest up to where successors may end. */
const REPORTS_OF_TWO = 2 * 3;

/** As many, some every tenth day. */
async function addOverTime(set: CertificateFleet, count: number, days: number): Promise<void> {
  for (let day = 0; day < days; day += 1) {
    await set.add(count / days, ofTwo);
    await set.scm.control.advanceClock(10 * DAY_MS);
  }
}

describe("a refresh of many certificates", { timeout: 20_000 }, () => {
  it("reads 300 certificates of two organizations in a few more than 25 requests, and changes nothing", async () => {
    await using set = await fleet(LARGE_ACCOUNT);
    await set.add(300, described);
    const walk = await set.refresh();
    expect(walk.members).toEqual(set.members);
    expect(walk.diagnostics).toEqual([]);
    expect(walk.details).toHaveLength(25);
    expect(walk.requests.length).toBeLessThanOrEqual(36);
    expect(walk.reports[0]?.body).toMatchObject({ organizationIds: [expect.any(Number)] });
    expect(octetsOf(walk)).toBeLessThan(500_000);
  });

  it("finds those that were issued over half a year in windows that grow", async () => {
    await using set = await fleet(LARGE_ACCOUNT);
    await addOverTime(set, 160, 16);
    const walk = await set.refresh();
    expect(walk.members).toEqual(set.members);
    expect(walk.details).toHaveLength(25);
    expect(walk.reports.length).toBeLessThanOrEqual(8);
  });

  it("reads 25 certificates one by one", async () => {
    await using set = await fleet();
    await set.add(25, ofTwo);
    const walk = await set.refresh();
    expect([walk.reports.length, walk.requests.length]).toEqual([0, 25]);
  });

  it("makes no report for organizations with three certificates", async () => {
    await using set = await fleet({ organizations: 20 });
    await set.add(60, (index) => ({ orgId: 20_011 + 7 * (index % 20) }));
    const walk = await set.refresh();
    expect([walk.reports.length, walk.details.length]).toEqual([0, 60]);
  });

  it("asks for no more at once than it may", async () => {
    await using set = await fleet({ maxParallel: 8, latencyMs: 5 });
    await set.add(120, ofTwo);
    const walk = await set.refresh();
    expect(walk.requests.filter(({ status }) => status === 429)).toEqual([]);
    expect(walk.members).toEqual(set.members);
  });

  it("answers one read with a row, and a second read of the same certificate alone", async () => {
    await using set = await fleet();
    await set.add(60, ofTwo);
    set.members = [...set.members, ...set.members.slice(-5)];
    const walk = await set.refresh();
    expect([walk.reports.length, walk.details.length]).toEqual([REPORTS_OF_TWO, 25 + 5]);
  });
});

describe("S56 what was done outside", { timeout: 20_000 }, () => {
  it.each<[string, (set: CertificateFleet, sslId: number) => Promise<unknown>]>([
    ["revoked", (set, id) => set.scm.control.revoke(id, 1)],
    ["replaced", (set, id) => set.scm.control.act(id, "replace")],
    ["renewed", (set, id) => set.scm.control.renew(id)],
    ["renewed some months later", (set, id) => renewedLater(set, id)],
    ["moved to the other of our organizations", (set, id) => moved(set, id)],
    ["moved where we don't look", (set, id) => set.scm.control.act(id, "move", { orgId: 7003 })],
    ["given another comment", (set, id) => set.scm.control.act(id, "edit", { comments: "mine" })],
    ["left without a comment", (set, id) => set.scm.control.act(id, "edit", { comments: "" })],
    [
      "given other requesters",
      (set, id) => set.scm.control.act(id, "edit", { externalRequester: "x@y.test" }),
    ],
    ["given another custom field", (set, id) => edited(set, id, [{ name: "Cost centre", value: "0" }])],
    ["left without custom fields", (set, id) => edited(set, id, [])],
    ["expired", (set, id) => set.scm.control.act(id, "expire")],
    ["set to Declined", (set, id) => set.scm.control.act(id, "status", { status: "Declined" })],
    ["deleted", (set, id) => set.scm.control.act(id, "delete")],
  ])("%s: is seen as a single read sees it", async (_name, act) => {
    await using set = await fleet();
    await set.add(60, described);
    const changed = set.members.slice(40, 42).map(({ sslId }) => sslId);
    for (const sslId of changed) await act(set, sslId);
    const walk = await set.refresh();
    expect(walk.reports).toHaveLength(REPORTS_OF_TWO);
    const single = await set.readSingly(changed);
    expect(walk.members.filter(({ sslId }) => changed.includes(sslId))).toEqual(single);
    const others = ({ sslId }: { readonly sslId: number }) => !changed.includes(sslId);
    expect(walk.members.filter(others)).toEqual(set.members.filter(others));
  });
});

/** The fake's time goes on, but not so far that a plan would renew. */
async function renewedLater(set: CertificateFleet, sslId: number): Promise<void> {
  await set.scm.control.advanceClock(60 * DAY_MS);
  await set.scm.control.renew(sslId);
}

function moved(set: CertificateFleet, sslId: number): Promise<unknown> {
  const orgId = set.members.findIndex((member) => member.sslId === sslId) % 2 === 0 ? OURS[1] : OURS[0];
  return set.scm.control.act(sslId, "move", { orgId });
}

function edited(set: CertificateFleet, sslId: number, customFields: readonly object[]): Promise<unknown> {
  return set.scm.control.act(sslId, "edit", { customFields });
}

describe("a report that is of no use", { timeout: 20_000 }, () => {
  it.each<[string, FakeScmChoices, number]>([
    ["lags behind", { reportLagMs: DAY_MS }, 2],
    ["shows dates of issue, which are not promised", { strict: { reportShowsIssued: true } }, REPORTS_OF_TWO],
  ])("costs nothing but itself when it %s", async (_name, choices, reports) => {
    await using set = await fleet(choices);
    await set.add(60, described);
    const walk = await set.refresh();
    expect(walk.members).toEqual(set.members);
    expect(walk.reports).toHaveLength(reports);
  });

  it.each([
    ["refused", { kind: "status", status: 403, code: -3, description: "Not authorized" }, 1],
    ["a web page", { kind: "html", status: 200 }, 1],
    ["out of order", { kind: "status", status: 503 }, 4],
    ["cut off", { kind: "truncated" }, 4],
  ] as const)("is given up when it is %s, and single reads serve", async (_name, fault, tries) => {
    await using set = await fleet();
    await set.add(60, ofTwo);
    await set.scm.control.plantFault({ route: REPORT, times: 99, ...fault });
    const walk = await set.refresh();
    expect(walk.members).toEqual(set.members);
    expect(walk.diagnostics).toEqual([]);
    expect([walk.reports.length, walk.details.length]).toEqual([tries, 60]);
  });

  it("is given up when it takes half of the time that a read has", async () => {
    await using set = await fleet();
    await set.add(60, ofTwo);
    set.members = set.members.map((member) => {
      const timeouts = { create: null, read: "1s", update: null, delete: null };
      return { ...member, state: member.state && { ...member.state, timeouts } };
    });
    await set.scm.control.plantFault({ route: REPORT, times: 99, kind: "hang" });
    const walk = await set.refresh();
    expect(walk.members).toEqual(set.members);
    expect([walk.reports.length, walk.details.length]).toEqual([1, 60]);
  });

  it.each([
    ["unknown words for a status", "unknown-status", 60],
    ["null where others leave a member out", "null-members", 25],
  ] as const)("proves as much as it says with %s", async (_name, kind, details) => {
    await using set = await fleet();
    await set.add(60, described);
    await set.scm.control.plantFault({ route: REPORT, times: 99, kind });
    const walk = await set.refresh();
    expect(walk.members).toEqual(set.members);
    expect([walk.reports.length, walk.details.length]).toEqual([REPORTS_OF_TWO, details]);
  });
});

describe("a report that is too large", { timeout: 20_000 }, () => {
  it("is broken off, tried for one day, and then left", async () => {
    await using set = await fleet();
    await set.add(120, ofTwo);
    const walk = await set.refresh({ targetBytes: 10_000, largestBytes: 20_000 });
    expect(walk.members).toEqual(set.members);
    expect([walk.reports.length, walk.details.length]).toEqual([4, 120]);
  });

  it("gives way to narrower ones", async () => {
    await using set = await fleet();
    await addOverTime(set, 160, 16);
    const walk = await set.refresh({ targetBytes: 20_000, largestBytes: 40_000 });
    expect(walk.members).toEqual(set.members);
    expect(walk.reports.length).toBeLessThan(40);
    expect(walk.details.length).toBeLessThan(40);
  });

  it("is not made when reports have weighed enough for so few reads", async () => {
    await using set = await fleet();
    await addOverTime(set, 160, 16);
    const walk = await set.refresh({ targetBytes: 20_000, bytesAtOnce: 20_000, bytesPerRead: 100 });
    expect(walk.members).toEqual(set.members);
    expect(octetsOf(walk)).toBeLessThan(20_000 + 160 * 100 + 20_000);
    expect(walk.details.length).toBeGreaterThan(100);
  });
});

describe("a report that several wait for", { timeout: 20_000 }, () => {
  /** A walk that has come to reports, and places of certificates for it. */
  async function underWay(set: CertificateFleet) {
    await set.add(4, ofTwo);
    const { reports, client } = connection(set.scm);
    const places = await Promise.all(
      set.members.map(async ({ sslId }) => {
        const { orgId, notAfter } = await set.scm.control.certificate(sslId);
        return { sslId, organizationId: orgId, notAfter: new Date(notAfter ?? 0) };
      }),
    );
    for (let read = 0; read < 25; read += 1) await reports.rowOf(places[read % 2] ?? null, {});
    await set.scm.control.clearRequests();
    return { reports, client, places };
  }

  it("goes on when one of them leaves", async () => {
    await using set = await fleet();
    const { reports, client, places } = await underWay(set);
    await set.scm.control.plantFault({ route: REPORT, kind: "slow", delayMs: 100 });
    const leaving = new AbortController();
    const [, , first, second] = places;
    const left = reports.rowOf(first ?? null, { signal: leaving.signal });
    const other = reports.rowOf(second ?? null, {});
    leaving.abort();
    await expect(left).rejects.toMatchObject({ code: "cancelled.stopped" });
    expect(await other).toMatchObject({ sslId: second?.sslId });
    await client.close();
  });

  it("goes the way of the one that asked for it", async () => {
    await using set = await fleet();
    const { reports, client, places } = await underWay(set);
    const other = connection(set.scm, "jo");
    const [, , place] = places;
    if (place !== undefined) await reports.rowOf({ ...place, client: other.client }, {});
    const logins = (await set.scm.control.requests()).map(({ login }) => login);
    expect(new Set(logins)).toEqual(new Set(["jo"]));
    await Promise.all([client.close(), other.client.close()]);
  });

  it("is stopped when all of them left, and begun anew for the next", async () => {
    await using set = await fleet();
    const { reports, client, places } = await underWay(set);
    await set.scm.control.plantFault({ route: REPORT, kind: "hang" });
    const leaving = new AbortController();
    const left = reports.rowOf(places[2] ?? null, { signal: leaving.signal });
    await expect.poll(() => set.scm.control.requests(), { timeout: 30_000 }).toHaveLength(1);
    leaving.abort();
    await expect(left).rejects.toMatchObject({ code: "cancelled.stopped" });
    expect(await reports.rowOf(places[2] ?? null, {})).toMatchObject({ sslId: places[2]?.sslId });
    await client.close();
  });
});
