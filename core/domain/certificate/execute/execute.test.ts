import { afterEach, describe, expect, it } from "vitest";
import { makeCsr, type TestScm, testScm } from "../../../../test/fake-scm/testing.ts";
import { steppingClock } from "../../../../test/support/stepping-clock.ts";
import { readCsr } from "../../../pki/csr.ts";
import { sameKey } from "../../../pki/public-key.ts";
import { createScmClient, type ScmClient } from "../../../scm/client.ts";
import { RevokedOrders } from "../observe/revoked-orders.ts";
import { readComments } from "../order-tag.ts";
import { type Executable, execute } from "./execute.ts";
import type { Life, LifeRequest } from "./life.ts";
import { OrderClaims } from "./order-context.ts";

const START = new Date("2026-03-16T10:00:00.000Z");
const ENROLL: Executable = { act: "enroll", reason: { code: "nothing_held" } };
const DUE = { code: "due", since: START, until: new Date("2026-10-01T00:00:00Z") } as const;
const RENEW: Executable = { act: "renew", reason: DUE, isSoft: true };

const open: { readonly scm: TestScm; readonly client: ScmClient }[] = [];
afterEach(async () => {
  for (const { client, scm } of open.splice(0)) {
    await client.close();
    await scm.close();
  }
});

const [first, second] = [makeCsr("shop.example.test").csr, makeCsr("shop.example.test").csr];

/** A life with what it has told so far. */
async function stage(given: Parameters<typeof testScm>[0] = {}) {
  const scm = await testScm({ now: START.getTime(), ...given });
  const clock = steppingClock(START);
  const login = { kind: "password", ...scm.credentials } as const;
  const retry = { attempts: 1, baseMs: 1 };
  const client = createScmClient({ baseUrl: scm.apiUrl, login, clock, retry, random: () => 0 });
  open.push({ scm, client });
  const told: string[] = [];
  const life = (
    request: LifeRequest,
    more: Partial<Life<LifeRequest>> = {},
    reissues?: boolean,
  ): Life<LifeRequest> => ({
    client,
    context: {
      clock,
      random: () => 0.5,
      claims: new OrderClaims(),
      revoked: new RevokedOrders(),
      requester: async () => null,
    },
    wait: { deadline: new Date(clock.now().getTime() + 60_000) },
    ...{
      patience: "until_issued",
      held: null,
      follows: null,
      pending: null,
      key: request.kind,
      csrPem: request.csrPem,
    },
    metadata: { comments: "for the shop", externalRequesters: null, customFields: null },
    enrollment: async () => ({
      request,
      once: {
        order: {
          ...{ organizationId: 7003, scmProfileId: 3312, termDays: 199, comments: null },
          ...{
            csrPem: request.csrPem,
            subjectAlternativeNames: [],
            externalRequesters: [],
            customFields: {},
          },
        },
        origin: { scope: "example/infra", runUrl: null },
        ...{ orderKey: null, key: request.kind, adoptWithinMs: 86_400_000 },
        ...{ known: more.held?.known ?? [], reissues },
      },
    }),
    replacement: async () => ({
      ...{ request, serialNumber: null, reason: "another key", metadataBefore: null },
      mark: { origin: { scope: "example/infra", runUrl: null }, orderKey: null, key: request.kind },
    }),
    isKeyHere: ({ leaf }) => sameKey(leaf.publicKey, readCsr(request.csrPem).publicKey),
    comparison: (by) => ({
      asked: { ...readCsr(by?.csrPem ?? request.csrPem), names: [] },
      ...{ keys: null, isAccepted: false },
    }),
    newRequest: async () => request,
    subjectAlternativeNames: [],
    events: {
      ordered: ({ by, sslId, isNew }) => void told.push(`${by} ${sslId} ${isNew ? "new" : "found"}`),
      notice: ({ code }) => void told.push(code),
      mismatch: ({ code }, sslId) => void told.push(`${code} ${sslId}`),
    },
    ...more,
  });
  return { scm, client, told, life };
}

const given = { csrPem: first, kind: "given" } as const;
const heldOf = (sslId: number) => ({ sslId, expectedKey: readCsr(first).publicKey, known: [sslId] });

describe("an execution", () => {
  it("tells an order before anything else may fail", async () => {
    const { scm, told, life } = await stage();
    await scm.control.plantFault({ route: "GET /ssl/v1/{id}", kind: "status", status: 403, times: 99 });
    const outcome = await execute(ENROLL, life(given));
    expect(outcome).toMatchObject({
      kind: "not_followed",
      error: { code: expect.stringContaining("privilege") },
    });
    const [record] = await scm.control.certificates();
    expect(told).toEqual([`enrollment ${record?.sslId} new`]);
  });

  it("renews, and writes people's words and the claim on the successor", async () => {
    const { client, told, life } = await stage();
    const enrolled = await execute(ENROLL, life(given));
    const sslId = enrolled.kind === "issued" ? enrolled.issue.sslId : 0;
    const renewed = await execute(RENEW, life(given, { held: heldOf(sslId) }));
    const successor = renewed.kind === "issued" ? renewed.issue.sslId : 0;
    expect(told.at(-1)).toBe(`renewal ${successor} new`);
    const [old, now] = [await client.certificates.get(sslId), await client.certificates.get(successor)];
    expect(readComments(now.comments)).toEqual({
      comment: "for the shop",
      tag: readComments(old.comments).tag,
    });
  });

  it.each([
    ["older", -1],
    ["younger", 1],
  ])("S15 a renewal that is answered with the id of an %s record of others writes nothing there", async (_name, side) => {
    const { scm, client, life } = await stage();
    const foreign = async (): Promise<number> => {
      const order = { organizationId: 7003, scmProfileId: 3312, termDays: 199, subjectAlternativeNames: [] };
      const csrPem = makeCsr("mail.example.test").csr;
      return (await client.certificates.enroll({ ...order, csrPem })).sslId;
    };
    const before = await foreign();
    const enrolled = await execute(ENROLL, life(given));
    const sslId = enrolled.kind === "issued" ? enrolled.issue.sslId : 0;
    const other = side < 0 ? before : await foreign();
    const untouched = await scm.control.certificate(other);
    const { certificates } = client;
    const renew: typeof certificates.renew = async (...asked) => ({
      ...(await certificates.renew(...asked)),
      sslId: other,
    });
    const lying = { ...client, certificates: { ...certificates, renew } };
    const outcome = await execute(RENEW, life(given, { client: lying, held: heldOf(sslId) }));
    expect(await scm.control.certificate(other)).toEqual(untouched);
    expect(outcome.kind).toBe("issued");
  });

  it("S15 another's record does not become a successor because the collect is answered with our own certificate", async () => {
    const { scm, client, told, life } = await stage();
    const enrolled = await execute(ENROLL, life(given));
    const sslId = enrolled.kind === "issued" ? enrolled.issue.sslId : 0;
    const order = { organizationId: 7003, scmProfileId: 3312, termDays: 199, subjectAlternativeNames: [] };
    const { sslId: other } = await client.certificates.enroll({ ...order, csrPem: second });
    const untouched = await scm.control.certificate(other);
    const { certificates } = client;
    const collect: typeof certificates.collect = (_, ...rest) => certificates.collect(sslId, ...rest);
    const lying = { ...client, certificates: { ...certificates, collect } };
    const outcome = await execute(RENEW, life(given, { client: lying, held: heldOf(sslId) }));
    expect(await scm.control.certificate(other)).toEqual(untouched);
    expect(outcome).toMatchObject({ kind: "unchanged", error: { code: "contract.other_serial" } });
    expect(told.filter((line) => line.startsWith("renewal"))).toEqual([]);
  });

  it("enrolls where SCM does not renew, and says so", async () => {
    const { scm, told, life } = await stage();
    const enrolled = await execute(ENROLL, life(given));
    const sslId = enrolled.kind === "issued" ? enrolled.issue.sslId : 0;
    const refusal = { kind: "status", status: 400, code: -180, description: "no renewals" } as const;
    await scm.control.plantFault({ route: "POST /ssl/v1/renewById/{id}", times: 1, ...refusal });
    const outcome = await execute(RENEW, life(given, { held: heldOf(sslId) }));
    expect(outcome).toMatchObject({ kind: "issued", order: { by: "enrollment", isNew: true } });
    expect(told.slice(1, 3)).toEqual(["enrolls_instead", expect.stringMatching(/^enrollment \d+ new$/)]);
  });

  it("enrolls without asking for a renewal where SCM has not ordered what is due", async () => {
    const { scm, told, life } = await stage();
    const enrolled = await execute(ENROLL, life(given));
    const sslId = enrolled.kind === "issued" ? enrolled.issue.sslId : 0;
    const reason = { ...DUE, code: "due_elsewhere" } as const;
    const other = { csrPem: second, kind: "given" } as const;
    const outcome = await execute({ ...RENEW, reason }, life(other, { held: heldOf(sslId) }));
    expect(outcome).toMatchObject({ kind: "issued", order: { by: "enrollment", isNew: true } });
    expect(told).toHaveLength(2);
    expect((await scm.control.requests()).map(({ path }) => path)).not.toContainEqual(
      expect.stringContaining("renewById"),
    );
  });

  it("changes nothing where a renewal fails while there is time, and throws when there is none", async () => {
    const { scm, told, life } = await stage();
    const enrolled = await execute(ENROLL, life(given));
    const sslId = enrolled.kind === "issued" ? enrolled.issue.sslId : 0;
    const refusal = { kind: "status", status: 403, code: -16, description: "no" } as const;
    await scm.control.plantFault({ route: "POST /ssl/v1/renewById/{id}", times: 2, ...refusal });
    const held = heldOf(sslId);
    expect(await execute(RENEW, life(given, { held }))).toMatchObject({ kind: "unchanged" });
    await expect(execute({ ...RENEW, isSoft: false }, life(given, { held }))).rejects.toThrow();
    expect(told).toEqual([`enrollment ${sslId} new`]);
  });

  it("reissues an interrupted run's order for a key that it took along", async () => {
    const { scm, told, life } = await stage();
    await execute(ENROLL, life({ csrPem: first, kind: "made" }));
    const outcome = await execute(ENROLL, life({ csrPem: second, kind: "made" }, {}, true));
    const [record, ...others] = await scm.control.certificates();
    expect(others).toEqual([]);
    const id = record?.sslId;
    expect(told.filter((each) => each !== "order")).toEqual([
      ...[`enrollment ${id} new`, `enrollment ${id} found`],
      ...["key_lost", `healing ${id} new`],
    ]);
    expect(
      outcome.kind === "issued" &&
        sameKey(outcome.certificate.chain.leaf.publicKey, readCsr(second).publicKey),
    ).toBe(true);
  });

  it.each<[string, LifeRequest, (sslId: number) => Executable, LifeRequest?]>([
    ["enrolls", { csrPem: second, kind: "given" }, () => ENROLL, given],
    ["adopts", given, () => ENROLL],
    ["awaits", given, () => ({ act: "await", reason: { code: "on_its_way", status: "Requested" } })],
    ["renews", given, () => RENEW],
    ["replaces", given, (sslId) => ({ act: "replace", sslId, reason: { code: "same_name" } })],
    ["heals", { csrPem: first, kind: "made" }, () => ENROLL, { csrPem: second, kind: "made" }],
  ])("S76 compares what it %s with the order, and hands out none that is refused", async (_way, before, decide, after = before) => {
    const { told, life } = await stage({ strict: { caAddsForeignName: true } });
    const left = await execute(ENROLL, life(before, { patience: "none" }));
    const sslId = left.kind === "left" ? left.order.sslId : 0;
    const outcome = await execute(decide(sslId), life(after, { pending: sslId, held: heldOf(sslId) }, true));
    expect(outcome).toMatchObject({ kind: "unusable", refused: { code: "names_foreign" } });
    const { order } = outcome as Extract<typeof outcome, { kind: "unusable" }>;
    expect(told.filter((line) => line.startsWith("names"))).toEqual([`names_foreign ${order.sslId}`]);
  });

  it("takes nothing over that is issued for another key, and orders no other one", async () => {
    const { scm, life } = await stage();
    await execute(ENROLL, life({ csrPem: first, kind: "made" }));
    const [before] = await scm.control.certificates();
    await expect(execute(ENROLL, life({ csrPem: second, kind: "made" }))).rejects.toMatchObject({
      code: "state.order_exists",
    });
    expect(await scm.control.certificates()).toEqual([before]);
  });

  it("reissues for another request under the same id, with the words that are asked for", async () => {
    const { client, told, life } = await stage();
    const enrolled = await execute(ENROLL, life(given));
    const sslId = enrolled.kind === "issued" ? enrolled.issue.sslId : 0;
    const replace = { act: "replace", sslId, reason: { code: "same_name" } } as const;
    const outcome = await execute(replace, life({ csrPem: second, kind: "given" }));
    expect(outcome).toMatchObject({ kind: "issued", issue: { sslId } });
    expect(told.at(-1)).toBe(`replacement ${sslId} new`);
    expect(readComments((await client.certificates.get(sslId)).comments).comment).toBe("for the shop");
  });

  it.each([
    ["has ended", -1, "nothing_valid"],
    ["has ended, on a day that SCM does not say", null, "nothing_valid"],
    ["serves for a day", 86_400_000, "not_issued"],
  ])("tells a request that is not issued when what it is to follow %s", async (_when, left, kind) => {
    const { life } = await stage({ autoApprove: false });
    const notAfter = left === null ? null : new Date(START.getTime() + left);
    const follows = { sslId: 7, notAfter };
    const outcome = await execute(ENROLL, life(given, { follows, patience: "one_look" }));
    expect(outcome).toMatchObject(
      kind === "not_issued"
        ? { kind, issue: { kind: "pending" } }
        : { kind, ended: follows, cause: { kind: "not_issued", issue: { kind: "pending" } } },
    );
  });

  it("leaves an order to a later run where the plan said so", async () => {
    const { told, life } = await stage();
    const outcome = await execute(ENROLL, life(given, { patience: "none" }));
    expect(outcome.kind).toBe("left");
    expect(told).toHaveLength(1);
  });
});
