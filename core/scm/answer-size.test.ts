import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createScmClient, type ScmClient } from "./client.ts";

const MB = 1024 * 1024;
/** What the server sends, and how much of it, until the client hangs up. */
let plan: { status: number; piece: Buffer; bytes: number; announced?: number } = {
  ...{ status: 200, piece: Buffer.from("x"), bytes: 0 },
};
let sent = 0;
let client: ScmClient;

const server = createServer((_request, response) => {
  sent = 0;
  const { announced } = plan;
  response.writeHead(plan.status, {
    "content-type": "application/json",
    ...(announced !== undefined && { "content-length": announced }),
  });
  if (announced === plan.piece.length) return void response.end(plan.piece);
  // What it announces it does not send: the client must not wait for it.
  if (announced !== undefined) return void response.write(plan.piece);
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

/** What the client's methods take where it is not an id and then whatever they may want. */
const ANYTHING = {
  ...{ name: "x", csrPem: "x", reason: "x", comments: "x", reasonCode: 4, termDays: 1, organizationId: 1 },
  ...{ scmProfileId: 1, scmProfileIds: [1], subjectAlternativeNames: [], customFields: [], domains: [] },
  ...{
    acmeServer: "x",
    profileName: "x",
    keyMadeBy: "browser",
    authentication: { kind: "identityProvider" },
  },
  ...{ endpointId: 1, accountId: 1, delegations: [], delegateTo: [], requestTypes: [], units: [] },
};
/** Those that take something else first, or say their own limit. */
const ARGUMENTS: Readonly<Record<string, readonly unknown[]>> = {
  "certificates.collect": [1, "x509"],
  "administrators.changePassword": ["New-passw0rd"],
  "certificates.enroll": [ANYTHING],
  "certificates.revokeBySerial": ["0A", ANYTHING],
  "certificates.approve": [1, "x"],
  "certificates.decline": [1, "x"],
  "domainValidations.status": ["x"],
  "domainValidations.start": ["HTTP", "x"],
  "domainValidations.submit": ["HTTP", { domain: "x" }],
  "acme.addDomains": [1, ["x"]],
  "acme.removeDomains": [1, ["x"]],
  "acme.deactivateClient": [1, "x"],
  "acme.renameAccount": [1, "x"],
  "endpoints.createAccount": [1, ANYTHING],
  "dnsConnectors.providers": ["x"],
  "reports.measuredSsl": [{}, { largestAnswerBytes: MB }],
};

type Method = (...given: readonly unknown[]) => PromiseLike<unknown>;

/** All methods of a client that ask SCM, found by looking at it: one that is added is tried too. */
function methods(): readonly (readonly [name: string, act: () => Promise<unknown>])[] {
  return Object.entries(client).flatMap(([group, members]) =>
    Object.entries(typeof members === "object" ? (members as Record<string, Method | object>) : {})
      .filter((member): member is [string, Method] => typeof member[1] === "function")
      .map(([member, method]) => {
        const name = `${group}.${member}`;
        const isFilter =
          method.length === 0 || member === "create" || /^create(Private)?Account$/.test(member);
        const given = ARGUMENTS[name] ?? (isFilter ? [ANYTHING] : [1, ANYTHING]);
        return [name, async () => method(...given)] as const;
      }),
  );
}

describe("the size of an answer", () => {
  it("ends each method of the client, whether it is announced or comes ten times as long", async () => {
    expect(methods().length).toBeGreaterThan(60);
    const wrong: string[] = [];
    for (const [name, act] of methods()) {
      plan = { status: 200, piece: Buffer.from("["), bytes: 0, announced: 8 * MB + 1 };
      const announced = await act().catch((thrown: unknown) => thrown);
      plan = { status: 200, piece: Buffer.from("[".repeat(65_536)), bytes: 80 * MB };
      const endless = await act().catch((thrown: unknown) => thrown);
      for (const thrown of [announced, endless])
        if (Reflect.get(Object(thrown), "code") !== "lost.too_large")
          wrong.push(`${name}: ${String(thrown)}`);
    }
    expect(wrong).toEqual([]);
  });

  it.each(CALLS)("is bounded to the octet: %s", async (_name, limit, act) => {
    const tried = async (announced: number) => {
      plan = {
        status: 200,
        piece: Buffer.alloc(announced > limit ? 1 : announced, " "),
        bytes: 0,
        announced,
      };
      return Promise.resolve(act()).catch((thrown: unknown) => thrown);
    };
    expect(await tried(limit + 1)).toMatchObject({ code: "lost.too_large" });
    expect(await tried(limit)).not.toMatchObject({ code: "lost.too_large" });
  });

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
          // What the kernel's buffers of both ends hold had left the server already; on a busy
          // machine that is up to tcp_wmem and tcp_rmem. To the octet the limit is held by what is announced, above.
          expect(sent).toBeLessThan(most + 64 * MB);
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
