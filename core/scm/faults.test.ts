import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testScm } from "../../test/fake-scm/testing.ts";
import { makeCsr } from "../../test/fake-scm/x509/make-csr.ts";
import { steppingClock } from "../../test/support/stepping-clock.ts";
import { LostError, SectigoError } from "../base/errors.ts";
import { createScmClient, type ScmClient } from "./client.ts";

/*
 * Every call × every fault the fake can plant, once each: the call heals, or fails with an error of ours that is not a
 * bug, within its time limit. What orders has taken effect at most once whatever happens.
 */
const FAULTS = [
  { kind: "status", status: 400, code: -9999, description: "unheard of" },
  { kind: "status", status: 401 },
  { kind: "status", status: 403 },
  { kind: "status", status: 404 },
  { kind: "status", status: 429, retryAfter: 1 },
  { kind: "status", status: 500 },
  { kind: "status", status: 503, retryAfter: "Thu, 01 Jan 1970 00:00:00 GMT" },
  { kind: "html" },
  { kind: "empty" },
  { kind: "truncated" },
  { kind: "hang" },
  { kind: "hang-after" },
  { kind: "reset-before" },
  { kind: "reset-after" },
  { kind: "no-total-count" },
  { kind: "short-page" },
  { kind: "crlf" },
  { kind: "null-members" },
  { kind: "empty-members" },
  { kind: "extra-members" },
  { kind: "unknown-status" },
] as const;

const NAME = "www.example.test";
const order = () => ({
  organizationId: 7003,
  scmProfileId: 3312,
  termDays: 199,
  subjectAlternativeNames: [NAME],
  csrPem: makeCsr(NAME).csr,
});

async function walk(rows: AsyncIterable<unknown>): Promise<void> {
  for await (const _ of rows);
}

interface Call {
  readonly name: string;
  readonly act: (client: ScmClient, sslId: number) => Promise<unknown>;
  /** A second one would cost money. */
  readonly isOrder: boolean;
}

function call(name: string, act: Call["act"]): Call {
  return { name, act, isOrder: false };
}

function ordering(name: string, act: Call["act"]): Call {
  return { name, act, isOrder: true };
}

const CALLS: readonly Call[] = [
  call("list organizations", (client) => client.organizations.list()),
  call("read organization", (client) => client.organizations.get(7003)),
  call("list SCM profiles", (client) => client.profiles.list({ organizationId: 7003 })),
  call("list custom fields", (client) => client.customFields.list()),
  call("list certificates", (client) => walk(client.certificates.list())),
  call("read certificate", (client, sslId) => client.certificates.get(sslId)),
  call("collect certificate", (client, sslId) => client.certificates.collect(sslId, "x509")),
  ordering("enroll", (client) => client.certificates.enroll(order())),
  ordering("renew", (client, sslId) => client.certificates.renew(sslId)),
  ordering("replace", (client, sslId) =>
    client.certificates.replace(sslId, { csrPem: makeCsr(NAME).csr, reason: "x" }),
  ),
  call("update", (client, sslId) => client.certificates.update(sslId, { comments: "x" })),
  call("revoke", (client, sslId) => client.certificates.revoke(sslId, { reasonCode: 4, reason: "x" })),
  call("approve", (client, sslId) => client.certificates.approve(sslId, "x")),
  call("list locations", (client, sslId) => client.certificates.locations(sslId)),
  call("list domains", (client) => walk(client.domains.list())),
  call("list domain validations", (client) => walk(client.domainValidations.list())),
  call("list client certificates", (client) => walk(client.clientCertificates.list())),
  call("list device certificates", (client) => walk(client.deviceCertificates.list())),
  call("SSL report", (client) =>
    client.reports.measuredSsl({ status: "any" }, { largestAnswerBytes: 10_000_000 }),
  ),
  call("list administrators", (client) => walk(client.administrators.list())),
  call("password state", (client) => client.administrators.passwordState()),
];

/** Healed by repeating, or no fault to a client that reads leniently; the rest is somebody's word, and final. */
const MUST_FAIL = new Set(["status 400", "status 401", "status 403", "status 404", "html"]);
/** What an order survives: nothing that leaves its fate open. */
const HARMLESS = new Set([
  "no-total-count",
  "short-page",
  "crlf",
  "null-members",
  "empty-members",
  "extra-members",
  "unknown-status",
]);

function heals(isOrder: boolean, fault: (typeof FAULTS)[number]): boolean {
  if (isOrder) return HARMLESS.has(fault.kind);
  return !MUST_FAIL.has(fault.kind === "status" ? `status ${fault.status}` : fault.kind);
}

describe.each(CALLS)("$name", ({ act, isOrder }) => {
  // One fake for all faults of a call; what a test reads or orders is its own certificate.
  let fake: Awaited<ReturnType<typeof testScm>>;
  beforeAll(async () => {
    fake = await testScm({ records: 30 });
  });
  afterAll(() => fake.close());

  it.each(
    FAULTS.map((fault) => [JSON.stringify(fault), fault] as const),
  )("heals or names %s", async (_text, fault) => {
    const { customerUri, username, password } = fake.credentials;
    const login = { kind: "password", customerUri, username, password } as const;
    const options = { baseUrl: fake.apiUrl, login, clock: steppingClock(new Date()) };
    const calm = createScmClient(options);
    // Only where an answer never comes the limit is met; elsewhere a slow machine must not come to it.
    const limitMs = fault.kind.startsWith("hang") ? 100 : 60_000;
    const client = createScmClient({ ...options, requestTimeoutMs: limitMs });
    const { sslId } = await calm.certificates.enroll(order());
    const before = await fake.control.certificates();
    await fake.control.clearRequests();
    await fake.control.plantFault({ route: "*", ...fault });

    const outcome = await act(client, sslId).catch((error: unknown) => error);

    if (heals(isOrder, fault)) expect(outcome).not.toBeInstanceOf(Error);
    if (outcome instanceof Error) {
      expect(SectigoError.from(outcome)).toBe(outcome);
      expect(outcome).toMatchObject({ code: expect.not.stringMatching(/^bug\./) });
      expect(outcome.message).not.toContain(password);
    }
    if (isOrder) {
      const after = await fake.control.certificates();
      expect(after.length - before.length).toBeLessThanOrEqual(1);
      // One for the certificate that was there before, one under test.
      expect((await fake.control.requests()).filter(({ method }) => method === "POST")).toHaveLength(1);
      if (["hang-after", "reset-after"].includes(fault.kind)) expect(outcome).toBeInstanceOf(LostError);
    }
    await client.close();
    await calm.close();
  });
});
