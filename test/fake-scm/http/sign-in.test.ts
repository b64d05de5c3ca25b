import { request } from "node:https";
import { text } from "node:stream/consumers";
import { describe, expect, test } from "vitest";
import { fieldsOf } from "../fields-of.ts";
import { callerOf, enroll, type Reply, type TestScm, testScm } from "../testing.ts";

type TlsCall = { url: string; headers: Record<string, string>; cert?: string; key?: string };

function getByTls(
  scm: TestScm,
  { url, headers, cert, key }: TlsCall,
): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const client = { ca: scm.caPem, ...(cert && key ? { cert, key } : {}), agent: false as const };
    request(url, { headers, ...client }, async (response) => {
      resolve({ status: response.statusCode ?? 0, body: await text(response) });
    })
      .once("error", reject)
      .end();
  });
}

async function token(scm: TestScm, change: Record<string, string> = {}): Promise<Reply> {
  const { clientId, clientSecret } = scm.logins[0] ?? { clientId: "", clientSecret: "" };
  const form = {
    grant_type: "client_credentials",
    client_id: clientId,
    client_secret: clientSecret,
    ...change,
  };
  const headers = { "Content-Type": "application/x-www-form-urlencoded" };
  return callerOf(scm.tokenUrl, {})("POST", "", new URLSearchParams(form).toString(), headers);
}

async function bearer(scm: TestScm): Promise<Record<string, string>> {
  return { Authorization: `Bearer ${fieldsOf((await token(scm)).json).access_token}` };
}

describe("client certificate", () => {
  test("it signs in under /private without a password, and only its own administrator", async () => {
    await using scm = await testScm({ tls: true });
    const [first, other] = scm.logins;
    if (!first || !other) throw new Error("no logins");
    const headers = { login: first.login, customerUri: scm.customerUri };
    const url = `${scm.privateApiUrl}/ssl/v1/types`;
    const own = { cert: first.clientCertificatePem, key: first.clientKeyPem };
    expect((await getByTls(scm, { url, headers, ...own })).status).toBe(200);
    expect((await getByTls(scm, { url, headers })).status).toBe(401);
    const foreign = { cert: other.clientCertificatePem, key: other.clientKeyPem };
    expect((await getByTls(scm, { url, headers, ...foreign })).status).toBe(401);
    const password = { ...headers, password: first.password };
    expect((await getByTls(scm, { url, headers: password })).status).toBe(401);
    const plainUrl = `${scm.apiUrl}/ssl/v1/types`;
    expect((await getByTls(scm, { url: plainUrl, headers: password })).status).toBe(200);
    expect((await getByTls(scm, { url: plainUrl, headers, ...own })).status).toBe(401);
    const kinds = (await scm.control.requests()).map(({ loginKind }) => loginKind);
    expect(kinds.slice(0, 4)).toStrictEqual(["certificate", "certificate", "certificate", "password"]);
  });
});

describe("OAuth2", () => {
  test("a token opens both bases until its time is over; then 401 names the token host", async () => {
    await using scm = await testScm({ now: 0, tokenLifetimeS: 60 });
    const answer = await token(scm);
    expect(answer).toMatchObject({ status: 200, json: { token_type: "Bearer", expires_in: 60 } });
    const headers = await bearer(scm);
    expect((await callerOf(scm.apiUrl, headers)("GET", "/ssl/v2")).status).toBe(200);
    expect((await callerOf(scm.privateApiUrl, headers)("GET", "/ssl/v1")).status).toBe(200);
    await scm.control.advanceClock(60_000);
    const late = await callerOf(scm.apiUrl, headers)("GET", "/ssl/v2");
    expect(late).toMatchObject({ status: 401, text: "" });
    expect(late.headers.get("www-authenticate")).toBe(scm.tokenUrl);
  });

  test.for([
    [{ client_secret: "wrong" }, 401, "invalid_client"],
    [{ client_id: "nobody" }, 401, "invalid_client"],
    [{ grant_type: "password" }, 400, "unsupported_grant_type"],
  ] as const)("%o is %d %s", async ([change, status, error]) => {
    await using scm = await testScm();
    expect(await token(scm, change)).toMatchObject({ status, json: { error } });
  });

  test("tokens act as their administrator, end when all are revoked, and never show in the log", async () => {
    await using scm = await testScm();
    const headers = await bearer(scm);
    const { status } = await callerOf(scm.apiUrl, headers)("POST", "/ssl/v1/enroll", "{}");
    expect(status).toBe(400);
    await scm.control.revokeTokens();
    expect((await callerOf(scm.apiUrl, headers)("GET", "/ssl/v1")).status).toBe(401);
    const log = JSON.stringify(await scm.control.requests());
    for (const secret of [headers.Authorization?.slice(7), scm.logins[0]?.clientSecret]) {
      expect(log).not.toContain(secret);
    }
  });

  test("strict: no token under /private, and none without customerUri", async () => {
    await using scm = await testScm({ strict: { noBearerUnderPrivate: true, bearerNeedsCustomerUri: true } });
    const headers = await bearer(scm);
    const full = { ...headers, customerUri: scm.customerUri };
    expect((await callerOf(scm.apiUrl, headers)("GET", "/ssl/v1")).status).toBe(401);
    expect((await callerOf(scm.apiUrl, full)("GET", "/ssl/v1")).status).toBe(200);
    expect((await callerOf(scm.privateApiUrl, full)("GET", "/ssl/v1")).status).toBe(401);
  });
});

describe("passwords", () => {
  test("they run out on the clock, and others can change them behind the caller's back", async () => {
    await using scm = await testScm({ now: Date.parse("2026-03-16T12:00:00Z") });
    const expiring = scm.as("expiring");
    expect((await expiring("GET", "/ssl/v1")).status).toBe(200);
    await scm.control.advanceClock(11 * 86_400_000);
    expect((await expiring("GET", "/ssl/v1")).status).toBe(401);
    await scm.control.changeAdministrator("jo", { password: "other" });
    expect((await scm.as("jo")("GET", "/ssl/v1")).status).toBe(401);
    await scm.control.changeAdministrator("svc-certs", { privileges: ["sslRequest"] });
    const id = await enroll(scm, "www.example.test");
    expect((await scm.control.certificate(id)).status).toBe("Requested");
  });
});
