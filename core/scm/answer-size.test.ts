import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createScmClient, type ScmClient } from "./client.ts";

const MB = 1024 * 1024;
/** What the server sends, and how much of it, until the client hangs up. */
let plan = { status: 200, piece: Buffer.from("x"), bytes: 0 };
let sent = 0;
let client: ScmClient;

const server = createServer((_request, response) => {
  sent = 0;
  response.writeHead(plan.status, { "content-type": "application/json" });
  const write = (): void => {
    while (sent < plan.bytes && !response.destroyed) {
      sent += plan.piece.length;
      if (!response.write(plan.piece)) return void response.once("drain", write);
    }
    response.end();
  };
  write();
});

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  client = createScmClient({
    baseUrl: `http://127.0.0.1:${port}`,
    login: { kind: "password", customerUri: "c", username: "u", password: "p-w-d" },
    retry: { attempts: 1 },
  });
});
afterAll(async () => {
  await client.close();
  server.close();
});

const revocation = { reasonCode: 4, reason: "x" } as const;
const CALLS: readonly (readonly [name: string, limit: number, act: () => PromiseLike<unknown>])[] = [
  ["a page", 8 * MB, () => client.certificates.list()],
  ["a page of clients", 8 * MB, () => client.clientCertificates.list()],
  ["a page of ACME accounts", 8 * MB, () => client.acme.accounts()],
  ["organizations", 8 * MB, () => client.organizations.list()],
  ["validations", 8 * MB, () => client.organizations.validations(1)],
  ["SCM profiles", 8 * MB, () => client.profiles.list()],
  ["custom fields", 8 * MB, () => client.customFields.list()],
  ["locations", 8 * MB, () => client.certificates.locations(1)],
  ["a record", MB, () => client.certificates.get(1)],
  ["a certificate", MB, () => client.certificates.collect(1, "x509")],
  ["a renewal", MB, () => client.certificates.renew(1)],
  ["a revocation", MB, () => client.certificates.revoke(1, revocation)],
  ["an organization", MB, () => client.organizations.get(1)],
  ["an account on a form", MB, () => client.endpoints.account({ endpointId: 1, accountId: 1 })],
  ["the password's state", MB, () => client.administrators.passwordState()],
  ["a report with a limit", 2 * MB, () => client.reports.measuredSsl({}, { largestAnswerBytes: 2 * MB })],
];

describe("the size of an answer", () => {
  it("is bounded by what the call may answer, whatever its status and content", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...CALLS),
        fc.constantFrom(200, 200, 400, 500),
        fc.constantFrom("[", "{}, ", " ", '{"id":1},', "\u00e9"),
        async ([, limit, act], status, sign) => {
          const most = status === 200 ? limit : Math.max(limit, MB);
          plan = { status, piece: Buffer.from(sign.repeat(32_768)), bytes: 10 * most };
          await expect(Promise.resolve(act())).rejects.toMatchObject({ code: "lost.too_large" });
          // What the system's own buffers hold had left the server already.
          expect(sent).toBeLessThan(most + 6 * MB);
        },
      ),
      { numRuns: 60 },
    );
  });

  it.each([
    "{}",
    "[]",
    "0",
    "{},[]",
  ])("counts values too: a page full of %s ends before it is built", async (value) => {
    const body = Buffer.from(`[${`${value},`.repeat((7 * MB) / (value.length + 1))}0]`);
    plan = { status: 200, piece: body, bytes: body.length };
    const before = process.memoryUsage().heapUsed;
    await expect(Promise.resolve(client.certificates.list())).rejects.toMatchObject({
      code: "contract.shape",
    });
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(100 * MB);
  });
});
