import { describe, expect, it } from "vitest";
import type { FakeScmChoices } from "../../test/fake-scm/options.ts";
import { startFakeScm } from "../../test/fake-scm/server.ts";
import { rawServer, reply } from "../../test/support/raw-server.ts";
import { steppingClock } from "../../test/support/stepping-clock.ts";
import { createScmClient, type ScmClientOptions } from "./client.ts";
import type { Login } from "./login.ts";

const SECRET = "s3cret-of-the-client";

async function setting(
  choices: FakeScmChoices,
  login: (fake: Awaited<ReturnType<typeof startFakeScm>>) => Login,
  options: Partial<ScmClientOptions> = {},
) {
  const fake = await startFakeScm({ issueDelayMs: 0, ...choices });
  const clock = steppingClock(new Date());
  const client = createScmClient({
    baseUrl: fake.apiUrl,
    login: login(fake),
    clock,
    caCertificatesPem: fake.caPem,
    retry: { attempts: 2 },
    ...options,
  });
  return {
    fake,
    client,
    clock,
    async [Symbol.asyncDispose]() {
      await client.close();
      await fake.close();
    },
  };
}

describe("sign-in by password", () => {
  it.each([
    "suspended",
    "outdated",
    "federated",
  ])("tells what to check for the administrator %s", async (name) => {
    await using scm = await setting({}, (fake) => {
      const known = fake.logins.find(({ login }) => login === name);
      return {
        kind: "password",
        username: name,
        password: known?.password ?? "",
        customerUri: fake.customerUri,
      };
    });
    await expect(scm.client.organizations.list()).rejects.toMatchObject({
      code: "login.refused",
      message: expect.stringContaining(`user "${name}" of customer "cst01234"`),
      hint: expect.stringMatching(/expired.*must be changed.*active.*Standard or API/),
    });
  });
});

describe("sign-in by client certificate", () => {
  const certificateOf =
    (name: string) =>
    (fake: Awaited<ReturnType<typeof startFakeScm>>): Login => {
      const known = fake.logins.find(({ login }) => login === name);
      return {
        kind: "certificate",
        username: "svc-certs",
        customerUri: fake.customerUri,
        certificatePem: known?.clientCertificatePem ?? "",
        keyPem: known?.clientKeyPem ?? "",
      };
    };

  it("calls below /private over real TLS, without a password", async () => {
    await using scm = await setting({ tls: true }, certificateOf("svc-certs"));
    expect(await scm.client.organizations.list()).not.toEqual([]);
    const [request] = await scm.fake.control.requests();
    expect(request).toMatchObject({
      path: expect.stringMatching(/^\/private\/api\//),
      loginKind: "certificate",
    });
    expect(request?.headerNames).not.toContain("password");
  });

  it("names the certificate when it is not the administrator's", async () => {
    await using scm = await setting({ tls: true }, certificateOf("jo"));
    await expect(scm.client.organizations.list()).rejects.toMatchObject({
      code: "login.refused",
      message: expect.stringContaining("with a client certificate"),
      hint: expect.stringContaining("registered on the administrator"),
    });
  });

  it("does not talk to a server whose authority it does not trust, and sends nothing", async () => {
    await using scm = await setting({ tls: true }, certificateOf("svc-certs"), {
      caCertificatesPem: undefined,
    });
    await expect(scm.client.organizations.list()).rejects.toMatchObject({ code: "outage.tls" });
    expect(await scm.fake.control.requests()).toEqual([]);
  });

  it.each([
    [
      "a foreign key",
      "client_key_pem",
      /does not belong/,
      (it: { keyPem: string }, other: { keyPem: string }) => ({ ...it, keyPem: other.keyPem }),
    ],
    [
      "no certificate",
      "client_certificate_pem",
      /is not a certificate/,
      (it: object) => ({ ...it, certificatePem: `x ${SECRET}` }),
    ],
    ["no key", "client_key_pem", /is not a private key/, (it: object) => ({ ...it, keyPem: `x ${SECRET}` })],
    [
      "an encrypted key",
      "client_key_pem",
      /is encrypted/,
      (it: object) => ({ ...it, keyPem: "-----BEGIN ENCRYPTED PRIVATE KEY-----" }),
    ],
  ])("refuses %s before any call, and quotes nothing", async (_name, path, says, change) => {
    const fake = await startFakeScm({ tls: true });
    const login = certificateOf("svc-certs")(fake);
    const other = certificateOf("jo")(fake);
    await fake.close();
    if (login.kind !== "certificate" || other.kind !== "certificate") throw new Error("not certificates");
    const make = () => createScmClient({ login: { ...login, ...change(login, other) } });
    expect(make).toThrow(
      expect.objectContaining({
        code: "config.client_certificate",
        path,
        message: expect.stringMatching(says),
      }),
    );
    expect(make).not.toThrow(SECRET);
  });

  it("refuses an expired certificate in words instead of failing in the handshake", async () => {
    const fake = await startFakeScm({ tls: true });
    const login = certificateOf("svc-certs")(fake);
    await fake.close();
    const clock = steppingClock(new Date("2199-01-01T00:00:00Z"));
    expect(() => createScmClient({ login, clock })).toThrow(/client_certificate_pem expired at /);
  });
});

describe("sign-in by OAuth2", () => {
  const oauth2 = (fake: Awaited<ReturnType<typeof startFakeScm>>): Login => {
    const known = fake.logins.find(({ login }) => login === "svc-certs");
    return {
      kind: "oauth2",
      clientId: known?.clientId ?? "",
      clientSecret: known?.clientSecret ?? "",
      tokenUrl: fake.tokenUrl,
    };
  };
  const tokenCalls = async (scm: Awaited<ReturnType<typeof setting>>): Promise<number> =>
    (await scm.fake.control.requests()).filter(({ path }) => path.endsWith("/token")).length;

  it("gets one token for many calls, also when they start at once", async () => {
    await using scm = await setting({}, oauth2);
    await Promise.all(Array.from({ length: 20 }, () => scm.client.organizations.list()));
    await scm.client.profiles.list();
    expect(await tokenCalls(scm)).toBe(1);
  });

  it("renews it before it expires, and once after a 401", async () => {
    await using scm = await setting({ tokenLifetimeS: 300 }, oauth2);
    await scm.client.organizations.list();
    await scm.clock.wait(239_000);
    await scm.client.organizations.list();
    expect(await tokenCalls(scm)).toBe(1);
    await scm.clock.wait(2_000);
    await scm.client.organizations.list();
    expect(await tokenCalls(scm)).toBe(2);
    await scm.fake.control.plantFault({ route: "GET /organization/v1", kind: "status", status: 401 });
    await scm.client.organizations.list();
    expect(await tokenCalls(scm)).toBe(3);
  });

  it("gives up after a second 401 and says what to check", async () => {
    await using scm = await setting({}, oauth2);
    await scm.fake.control.plantFault({
      route: "GET /organization/v1",
      kind: "status",
      status: 401,
      times: 9,
    });
    await expect(scm.client.organizations.list()).rejects.toMatchObject({
      code: "login.refused",
      hint: expect.stringContaining("API key"),
    });
    expect(await tokenCalls(scm)).toBe(2);
  });

  it("orders once more after a 401, since that comes before everything else", async () => {
    await using server = await rawServer(({ socket, text, number }) => {
      if (text.startsWith("POST /token"))
        return void socket.write(reply(200, `{"access_token":"t${number}","expires_in":300}`));
      socket.write(text.includes("Bearer t1\r\n") ? reply(401, "") : reply(200, '{"sslId":7}'));
    });
    const client = createScmClient({
      baseUrl: server.url,
      login: { kind: "oauth2", clientId: "c", clientSecret: SECRET, tokenUrl: `${server.url}/token` },
    });
    const order = {
      organizationId: 1,
      scmProfileId: 1,
      csrPem: "x",
      termDays: 1,
      subjectAlternativeNames: [],
    };
    expect(await client.certificates.enroll(order)).toMatchObject({ sslId: 7 });
    expect(server.requests).toHaveLength(4);
    await client.close();
  });

  it("names the client id, and not the secret, when the token host refuses it", async () => {
    await using scm = await setting({}, (fake) => ({
      kind: "oauth2",
      clientId: "nobody",
      clientSecret: SECRET,
      tokenUrl: fake.tokenUrl,
    }));
    const refused = await scm.client.organizations.list().catch((error: unknown) => error);
    expect(refused).toMatchObject({
      code: "login.client_refused",
      message: expect.stringContaining('"nobody"'),
    });
    expect(JSON.stringify([String(refused), refused])).not.toContain(SECRET);
  });

  it.each([
    ["a web page", reply(200, "<html>", {}), "contract.html"],
    ["an answer without a token", reply(200, "{}"), "contract.shape"],
    [
      "a token that can't stand in a header",
      reply(200, '{"access_token":"a\\nb"}'),
      "config.credential_characters",
    ],
    ["a failing token host", reply(503, ""), "outage.server"],
    ["a redirect", reply(302, "", { location: "https://evil.test" }), "contract.redirect"],
  ])("fails in words after %s of the token host", async (_name, answer, code) => {
    await using server = await rawServer(({ socket }) => void socket.write(answer));
    const client = createScmClient({
      baseUrl: "http://127.0.0.1:1",
      login: { kind: "oauth2", clientId: "c", clientSecret: SECRET, tokenUrl: `${server.url}/token` },
      clock: steppingClock(new Date()),
    });
    await expect(client.organizations.list()).rejects.toMatchObject({ code });
    await client.close();
  });

  it("lets one caller leave without taking the token from the others", async () => {
    const controller = new AbortController();
    await using server = await rawServer(({ socket, text }) => {
      if (text.startsWith("POST /token")) {
        controller.abort();
        setImmediate(() => socket.write(reply(200, '{"access_token":"t","expires_in":300}')));
      } else socket.write(reply(200, "[]"));
    });
    const client = createScmClient({
      baseUrl: server.url,
      login: { kind: "oauth2", clientId: "c", clientSecret: SECRET, tokenUrl: `${server.url}/token` },
    });
    const leaving = client.organizations.list({ signal: controller.signal });
    const staying = client.profiles.list();
    await expect(leaving).rejects.toMatchObject({ code: "cancelled.stopped" });
    expect(await staying).toEqual([]);
    await client.close();
  });

  it("sends the secret to no host that is not allowed", () => {
    const login: Login = {
      kind: "oauth2",
      clientId: "c",
      clientSecret: SECRET,
      tokenUrl: "https://evil.test/token",
    };
    expect(() => createScmClient({ login })).toThrow(
      expect.objectContaining({ code: "config.token_url", path: "token_url" }),
    );
  });
});
