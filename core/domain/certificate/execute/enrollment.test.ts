import { afterEach, describe, expect, it } from "vitest";
import type { FakeScmChoices } from "../../../../test/fake-scm/options.ts";
import { makeCsr, type TestScm, testScm } from "../../../../test/fake-scm/testing.ts";
import { type Clock, cancellation } from "../../../base/clock.ts";
import { LostError } from "../../../base/errors.ts";
import { createScmClient, type ScmClient } from "../../../scm/client.ts";
import type { CertificateOrder } from "../certificate-order.ts";
import { awaitIssued, type IssueOutcome } from "./await-issued.ts";
import { enroll } from "./enroll.ts";
import { refuseWrongDates } from "./wrong-dates.ts";

const START = new Date("2026-03-16T10:00:00.000Z");

interface Stage {
  readonly scm: TestScm;
  readonly client: ScmClient;
  readonly clock: Clock;
  /** Pauses so far, in ms; the fake's clock moves along. */
  readonly pauses: number[];
}

const open: Stage[] = [];
afterEach(async () => {
  for (const { client, scm } of open.splice(0)) {
    await client.close();
    await scm.close();
  }
});

/** A fake that stands still, a client for it, and a clock that moves both. */
async function stage(choices: FakeScmChoices = {}): Promise<Stage> {
  const scm = await testScm({ now: START.getTime(), ...choices });
  const pauses: number[] = [];
  let at = START.getTime();
  const clock: Clock = {
    now: () => new Date(at),
    async wait(ms, signal) {
      if (signal?.aborted) throw cancellation(signal);
      pauses.push(ms);
      at += ms;
      await scm.control.advanceClock(ms);
      if (signal?.aborted) throw cancellation(signal);
    },
  };
  const login = { kind: "password", ...scm.credentials } as const;
  // Two tries a call: enough to see that a failure is met again later, few enough to count.
  const retry = { attempts: 2, baseMs: 1 };
  const client = createScmClient({ baseUrl: scm.apiUrl, login, clock, retry, random: () => 0 });
  const set = { scm, client, clock, pauses };
  open.push(set);
  return set;
}

const { csr: csrPem } = makeCsr("shop.example.test");

function order(change: Partial<CertificateOrder> = {}): CertificateOrder {
  return {
    organizationId: 7003,
    scmProfileId: 3312,
    csrPem,
    subjectAlternativeNames: ["www.shop.example.test"],
    termDays: 199,
    comments: "web tier",
    externalRequesters: ["a@example.test", "b@example.test"],
    customFields: { "Cost centre": "4711" },
    ...change,
  };
}

async function enrollAndWait(
  set: Stage,
  seconds = 600,
  change: Partial<CertificateOrder> = {},
): Promise<IssueOutcome> {
  const { sslId } = await enroll(set.client, order(change), { clock: set.clock });
  const deadline = new Date(set.clock.now().getTime() + seconds * 1000);
  return awaitIssued(set.client, sslId, { clock: set.clock, csrPem: order(change).csrPem, deadline });
}

async function calls(set: Stage, method: string): Promise<string[]> {
  const requests = await set.scm.control.requests();
  return requests.filter((each) => each.method === method).map(({ path }) => path.replace(/\d{4,}/, "{id}"));
}

describe("enroll", () => {
  it("sends all that was ordered, and the request without what stands around it", async () => {
    const set = await stage();
    const { sslId } = await enroll(set.client, order({ csrPem: `my request: für den Shop\n${csrPem}` }));
    expect(await set.scm.control.certificate(sslId)).toMatchObject({
      orgId: 7003,
      term: 199,
      comments: "web tier",
    });
    const details = await set.client.certificates.get(sslId);
    expect(details.externalRequesters).toEqual(["a@example.test", "b@example.test"]);
    expect(details.customFields).toEqual([{ name: "Cost centre", value: "4711" }]);
  });

  it("sends nothing for a request that can't be read", async () => {
    const set = await stage();
    await expect(enroll(set.client, order({ csrPem: "shop.csr" }))).rejects.toMatchObject({
      code: "pki.pem_missing",
    });
    expect(await set.scm.control.requests()).toEqual([]);
  });

  it.each([
    "reset-after",
    "empty",
    "html",
    "truncated",
  ] as const)("S15 orders once when the answer is lost (%s), and says where to look for the order", async (kind) => {
    const set = await stage();
    await set.scm.control.plantFault({ route: "POST /ssl/v1/enroll", kind, times: 9 });
    const error = await enroll(set.client, order(), { clock: set.clock }).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(LostError);
    expect(error).toMatchObject({
      code: expect.stringMatching(/^lost\./),
      message: expect.stringMatching(/^enroll .*\[lost\.[a-z_]+(, HTTP \d+)?\]$/),
      hint: expect.stringMatching(
        /"shop\.example\.test" in organization 7003, requested about 2026-03-16T10:00Z/,
      ),
    });
    expect(await calls(set, "POST")).toHaveLength(1);
  });

  it("passes SCM's refusal on", async () => {
    const set = await stage();
    await expect(enroll(set.client, order({ termDays: 100 }))).rejects.toMatchObject({
      code: "request.term_not_offered",
    });
  });
});

describe("awaitIssued", () => {
  it("S51 takes a certificate that is issued at once without a pause", async () => {
    const set = await stage();
    const outcome = await enrollAndWait(set);
    expect(outcome).toMatchObject({ kind: "issued", status: "Issued" });
    expect(set.pauses).toEqual([]);
    expect(await calls(set, "GET")).toEqual(["/api/ssl/v1/{id}", "/api/ssl/v1/collect/{id}/x509"]);
    if (outcome.kind !== "issued") return;
    const { chain, details } = outcome;
    expect(chain.leaf.serialNumber).toBe(details.serialNumber);
    expect(chain.leaf.names).toContainEqual({ kind: "dns", value: "www.shop.example.test" });
    expect(chain.intermediates.map(({ isCa }) => isCa)).toEqual([true, true]);
    expect(chain.root?.subject.text).toBe(chain.intermediates.at(-1)?.issuer.text);
  });

  it("collects soon after the CA is done, without asking all the time", async () => {
    const set = await stage({ issueDelayMs: 20_000 });
    expect(await enrollAndWait(set)).toMatchObject({ kind: "issued" });
    const waited = set.pauses.reduce((sum, pause) => sum + pause, 0);
    expect(waited).toBeGreaterThanOrEqual(20_000);
    expect(waited).toBeLessThan(26_000);
    expect(set.pauses.length).toBeLessThan(12);
  });

  it("looks at later orders of the SCM profile when the first ones took their time, whatever sensors they go by", async () => {
    const set = await stage({ issueDelayMs: 20_000 });
    const looks: number[] = [];
    for (const name of ["a", "b", "c"]) {
      await set.scm.control.clearRequests();
      set.pauses.length = 0;
      const { csr } = makeCsr(`${name}.example.test`);
      const each = { ...set, client: set.client.through(null) };
      const outcome = await enrollAndWait(each, 600, { csrPem: csr, subjectAlternativeNames: [] });
      expect(outcome).toMatchObject({ kind: "issued" });
      expect(set.pauses.reduce((sum, pause) => sum + pause, 0)).toBeLessThan(26_000);
      looks.push((await calls(set, "GET")).filter((path) => path.endsWith("/ssl/v1/{id}")).length);
    }
    expect(looks).toEqual([9, 3, 3]);
  });

  it("S59 is pending with SCM's status when time is up, and goes on later", async () => {
    const set = await stage({ issueDelayMs: 3_600_000 });
    const outcome = await enrollAndWait(set, 60);
    expect(outcome).toMatchObject({ kind: "pending", status: "Applied" });
    const waited = set.pauses.reduce((sum, pause) => sum + pause, 0);
    expect(waited).toBe(59_000);

    await set.scm.control.advanceClock(3_600_000);
    const again = await awaitIssued(set.client, outcome.sslId, { clock: set.clock, csrPem });
    expect(again.kind).toBe("issued");
    expect(await calls(set, "POST")).toHaveLength(1);
  });

  it("S59 is pending when it is stopped, with the id, and at once when it was stopped before", async () => {
    const set = await stage({ issueDelayMs: 3_600_000 });
    const { sslId } = await enroll(set.client, order());
    const stop = new AbortController();
    const stopAndWait: Clock["wait"] = (ms, signal) => {
      stop.abort();
      return set.clock.wait(ms, signal);
    };
    const clock: Clock = { ...set.clock, wait: stopAndWait };
    const outcome = await awaitIssued(set.client, sslId, { clock, csrPem, signal: stop.signal });
    expect(outcome).toEqual({ kind: "pending", sslId, status: "Applied", hindrance: null });

    await set.scm.control.clearRequests();
    const before = await awaitIssued(set.client, sslId, {
      clock: set.clock,
      csrPem,
      signal: AbortSignal.abort(),
    });
    expect(before).toEqual({ kind: "pending", sslId, status: "Requested", hindrance: null });
    expect(await set.scm.control.requests()).toEqual([]);
  });

  it("is pending when SCM hangs until the deadline, on a clock that stands still too", async () => {
    const set = await stage();
    const { sslId } = await enroll(set.client, order());
    await set.scm.control.plantFault({ route: "GET /ssl/v1/{id}", kind: "hang", times: 9 });
    const clock: Clock = { now: () => START, wait: set.clock.wait };
    const deadline = new Date(START.getTime() + 150);
    const outcome = await awaitIssued(set.client, sslId, { clock, csrPem, deadline });
    const hindrance = expect.objectContaining({ code: "lost.timeout" });
    expect(outcome).toEqual({ kind: "pending", sslId, status: "Requested", hindrance });
  });

  it("tells what was wrong with the last answer when time is up: one that breaks off, another serial number", async () => {
    const set = await stage({ issueDelayMs: 0 });
    const answers = [
      ["GET /ssl/v1/collect/{id}/{format}", "truncated", "lost.reset"],
      ["GET /ssl/v1/{id}", "other-serial", "contract.other_serial"],
    ] as const;
    for (const [route, kind, code] of answers) {
      const { sslId } = await enroll(set.client, order(), { clock: set.clock });
      await set.scm.control.plantFault({ route, kind, times: 9 });
      const deadline = new Date(set.clock.now().getTime() + 500);
      const outcome = await awaitIssued(set.client, sslId, { clock: set.clock, csrPem, deadline });
      expect(outcome).toMatchObject({ kind: "pending", status: "Issued", hindrance: { code } });
      await set.scm.control.clearFaults();
    }
  });

  it("waits for an administrator, and tells a decline with the comments", async () => {
    const set = await stage({ autoApprove: false });
    const { sslId } = await enroll(set.client, order());
    const deadline = new Date(START.getTime() + 30_000);
    const waiting = await awaitIssued(set.client, sslId, { clock: set.clock, csrPem, deadline });
    expect(waiting).toMatchObject({ kind: "pending", status: "Requested" });

    await set.scm.as("jo")("POST", `/ssl/v1/decline/${sslId}`, { message: "not yours" });
    const declined = await awaitIssued(set.client, sslId, { clock: set.clock, csrPem });
    expect(declined).toMatchObject({ kind: "refused", status: "Declined", comments: "web tier" });
  });

  it("tells a revocation that came first, with its reason", async () => {
    const set = await stage();
    const { sslId } = await enroll(set.client, order());
    await set.scm.control.revoke(sslId, 4);
    const outcome = await awaitIssued(set.client, sslId, { clock: set.clock, csrPem });
    expect(outcome).toMatchObject({ kind: "revoked", status: "Revoked", reasonCode: 4 });
    expect(await calls(set, "GET")).toEqual(["/api/ssl/v1/{id}"]);
  });

  it("keeps waiting while the status says Issued and collect says not yet", async () => {
    const set = await stage();
    const fault = { route: "GET /ssl/v1/collect/{id}/{format}", kind: "status", status: 400 } as const;
    await set.scm.control.plantFault({
      ...fault,
      code: -183,
      description: "Certificate is not collectable.",
      times: 2,
    });
    await set.scm.control.plantFault({ ...fault, kind: "empty", status: 200 });
    expect(await enrollAndWait(set)).toMatchObject({ kind: "issued" });
    expect(set.pauses).toEqual([1000, 1000, 1000]);
  });

  it("tries to collect under a status that it does not know", async () => {
    const set = await stage();
    await set.scm.control.plantFault({ route: "GET /ssl/v1/{id}", kind: "unknown-status", times: 9 });
    const outcome = await enrollAndWait(set);
    expect(outcome.kind).toBe("issued");
    expect(outcome.status).not.toBe("Issued");
  });

  it.each(["status", "html", "reset-before"] as const)("waits an outage out (%s)", async (kind) => {
    const set = await stage();
    await set.scm.control.plantFault({ route: "GET /ssl/v1/{id}", kind, times: 5 });
    expect(await enrollAndWait(set)).toMatchObject({ kind: "issued" });
  });

  it.each([
    "GET /ssl/v1/{id}",
    "GET /ssl/v1/collect/{id}/{format}",
  ])("tells an outage that lasts (%s)", async (route) => {
    const set = await stage();
    await set.scm.control.plantFault({ route, kind: "status", status: 503, times: 99 });
    await expect(enrollAndWait(set)).rejects.toMatchObject({ status: 503, code: "outage.server" });
    expect(await calls(set, "POST")).toHaveLength(1);
  });

  it("does not take a refused sign-in for patience", async () => {
    const set = await stage();
    const { sslId } = await enroll(set.client, order());
    await set.scm.control.plantFault({ route: "GET /ssl/v1/{id}", kind: "status", status: 401, code: -16 });
    const waiting = awaitIssued(set.client, sslId, { clock: set.clock, csrPem });
    await expect(waiting).rejects.toMatchObject({ code: "login.refused" });
    expect(set.pauses).toEqual([]);
  });

  it("reads certificates with CRLF", async () => {
    const set = await stage();
    await set.scm.control.plantFault({ route: "GET /ssl/v1/collect/{id}/{format}", kind: "crlf" });
    const outcome = await enrollAndWait(set);
    expect(outcome.kind === "issued" && outcome.chain.leaf.pem).not.toContain("\r");
  });

  it("refuses a certificate for another key than the request's", async () => {
    const set = await stage();
    const { sslId } = await enroll(set.client, order());
    const context = { clock: set.clock, csrPem: makeCsr("shop.example.test").csr };
    await expect(awaitIssued(set.client, sslId, context)).rejects.toMatchObject({
      code: "contract.other_key",
    });
  });

  it("waits without the request, as after an import", async () => {
    const set = await stage();
    const { sslId } = await enroll(set.client, order());
    expect(await awaitIssued(set.client, sslId, { clock: set.clock })).toMatchObject({ kind: "issued" });
  });
});

describe("an answer that does not fit the question", () => {
  it("is refused where the record names another serial number than the certificate has", async () => {
    const set = await stage({ issueDelayMs: 0 });
    await set.scm.control.plantFault({ route: "GET /ssl/v1/{id}", kind: "other-serial", times: 99 });
    await expect(enrollAndWait(set)).rejects.toMatchObject({ code: "contract.other_serial" });
  });

  it("is refused where the certificate was issued just now and is not valid yet", async () => {
    const set = await stage({ issueDelayMs: 0, issueShiftDays: 5 });
    await expect(enrollAndWait(set)).rejects.toMatchObject({
      code: "contract.issued_not_yet_valid",
      message: expect.stringContaining("2026-03-21T00:00:00.000Z"),
    });
  });

  it("is refused where it is over although SCM calls it issued, and is not where that was long ago", async () => {
    const set = await stage({ issueDelayMs: 0 });
    const outcome = await enrollAndWait(set);
    if (outcome.kind !== "issued") throw new Error(outcome.kind);
    const after = new Date("2027-03-16T10:00:00Z");
    const details = { ...outcome.details, issued: null, requested: null };
    expect(() => refuseWrongDates(details, outcome.chain, after)).toThrow(/contract\.issued_expired/);
    expect(() => refuseWrongDates(outcome.details, outcome.chain, after)).not.toThrow();
  });
});
