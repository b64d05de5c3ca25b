import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { rawServer, reply } from "../../test/support/raw-server.ts";
import { SectigoError } from "../base/errors.ts";
import { createScmClient, type ScmClient } from "./client.ts";

const ACCESS_CODE = "access-code-4711";
const OLD_CODE = "former-code-0815";
const EAB_KEY = "eab-key-mac-2342";
const FIELD = "cost-centre-9999";
const PASSWORD = "New-passw0rd-1234";

const LOGIN = { kind: "password", customerUri: "c", username: "u", password: "p-w-d-of-all" } as const;

let server: Awaited<ReturnType<typeof rawServer>>;
let client: ScmClient;

const json = (status: number, body: unknown): string =>
  reply(status, JSON.stringify(body), { "content-type": "application/json" });

/** A server that refuses whatever changes something, and quotes all secrets that it has ever seen. */
beforeAll(async () => {
  server = await rawServer(({ socket, text }) => {
    const line = text.split("\r\n", 1)[0] ?? "";
    const said = [ACCESS_CODE, OLD_CODE, EAB_KEY, FIELD, PASSWORD].join(" and ");
    const answer = line.startsWith("GET /api/endpoint")
      ? json(200, { name: "shop", accountAuthMethod: "ACCESS_CODE", accessCode: OLD_CODE })
      : line.startsWith("GET /api/acme")
        ? json(200, { id: 1, name: "acme", macId: "m", macKey: EAB_KEY })
        : json(400, { code: -1601, description: `Refused: ${said}` });
    socket.write(answer);
  });
  client = createScmClient({
    baseUrl: server.url,
    login: LOGIN,
    retry: { attempts: 1 },
  });
});
afterAll(async () => {
  await client.close();
  await server[Symbol.asyncDispose]();
});

const account = {
  name: "shop",
  organizationId: 1,
  scmProfileIds: [1],
  keyMadeBy: "browser",
  authentication: { kind: "accessCode", accessCode: ACCESS_CODE },
  isAutoApproved: false,
  mayAutoRenew: false,
} as const;
const form = { endpointId: 1, accountId: 2 };
const customFields = [{ name: "Cost centre", value: FIELD }];
const order = { organizationId: 1, scmProfileId: 1, csrPem: "x", termDays: 1, subjectAlternativeNames: [] };

async function messageOf(work: Promise<unknown>): Promise<string> {
  const thrown = await work.then(
    () => null,
    (error: unknown) => SectigoError.from(error),
  );
  expect(thrown).not.toBeNull();
  return `${thrown?.message} ${thrown?.hint} ${JSON.stringify(thrown)}`;
}

describe("what SCM quotes of a call's own body", () => {
  it.each([
    ["an access code that is made", ACCESS_CODE, () => client.endpoints.createAccount(1, account)],
    ["an access code that is changed", ACCESS_CODE, () => client.endpoints.updateAccount(form, account)],
    ["a new password", PASSWORD, () => client.administrators.changePassword(PASSWORD)],
    ["a custom field of an order", FIELD, () => client.certificates.enroll({ ...order, customFields })],
    ["a custom field of a change", FIELD, () => client.certificates.update(1, { customFields })],
  ])("is struck out: %s", async (_name, secret, act) => {
    expect(await messageOf(act())).not.toContain(secret);
  });

  it("is struck out in calls of ACME accounts when this process has never seen it", async () => {
    const key = randomBytes(32).toString("base64url");
    const refusal = json(400, { code: -1601, description: `Refused: the key is ${key} of the account shop` });
    await using other = await rawServer(({ socket }) => socket.write(refusal));
    const fresh = createScmClient({ baseUrl: other.url, login: LOGIN, retry: { attempts: 1 } });
    for (const act of [
      () => fresh.acme.account(1),
      () => Promise.resolve(fresh.acme.accounts()),
      () => fresh.acme.addDomains(1, ["example.test"]),
      () => fresh.acme.deleteAccount(1),
      () => fresh.acme.renameAccount(1, "shop"),
    ]) {
      const message = await messageOf(act());
      expect(message).toContain("the key is (redacted) of the account shop");
      expect(message).not.toContain(key);
    }
    await fresh.close();
  });

  it("is struck out when it was fetched before, whatever is called", async () => {
    await client.endpoints.account(form);
    await client.acme.account(1);
    const message = await messageOf(
      client.acme.createAccount({ name: "a", acmeServer: "s", organizationId: 1 }),
    );
    expect(message).toContain("(redacted)");
    for (const secret of [OLD_CODE, EAB_KEY]) expect(message).not.toContain(secret);
  });
});
