import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type TestScm, testScm } from "../../test/fake-scm/testing.ts";
import { issue } from "../../test/support/certificates.ts";
import { startProxy } from "../../test/support/proxies.ts";
import { proxyOf, type SensorChoices, sensorStage } from "../../test/support/sensor-stage.ts";
import { createScmClient } from "./client.ts";

let scm: TestScm;
beforeAll(async () => {
  scm = await testScm({ tls: true, records: 100 });
});
afterAll(() => scm[Symbol.asyncDispose]());
const setting = (choices?: SensorChoices) => sensorStage(scm, choices);

describe("S12 sensors", () => {
  it("sign in to the proxy, and only there", async () => {
    const credentials = { username: "svc", password: "s3cret-of-the-proxy" };
    await using it = await setting({
      proxies: [credentials],
      sensor: { proxyUsername: credentials.username, proxyPassword: credentials.password },
    });
    await it.client.organizations.list();
    const [request] = await scm.control.requests();
    expect(request?.headerNames.map((name) => name.toLowerCase())).not.toContain("proxy-authorization");
    expect(it.lines.join()).not.toContain(credentials.password);
  });

  it("carry token calls too", async () => {
    const [first] = scm.logins;
    await using it = await setting({
      options: {
        login: {
          kind: "oauth2",
          clientId: first?.clientId ?? "",
          clientSecret: first?.clientSecret ?? "",
          tokenUrl: scm.tokenUrl,
        },
      },
    });
    await it.client.organizations.list();
    expect(proxyOf(it, 1).tunnels).toEqual([new URL(scm.tokenUrl).host, new URL(scm.apiUrl).host]);
  });

  it("speak TLS to a proxy that does, and trust its own authority", async () => {
    const folder = mkdtempSync(join(tmpdir(), "proxy-"));
    const { pem, keys } = await issue({
      subject: "CN=127.0.0.1",
      names: [{ type: "ip", value: "127.0.0.1" }],
      notAfter: new Date(Date.now() + 86_400_000),
    });
    const key = Buffer.from(await crypto.subtle.exportKey("pkcs8", keys.privateKey)).toString("base64");
    const tls = { certFile: join(folder, "cert.pem"), keyFile: join(folder, "key.pem") };
    writeFileSync(tls.certFile, pem);
    writeFileSync(tls.keyFile, `-----BEGIN PRIVATE KEY-----\n${key}\n-----END PRIVATE KEY-----\n`);
    await using it = await setting({
      proxies: [{ tls }],
      // No line end between the two, as when files that have none are joined.
      sensor: { caCertificatesPem: `${scm.caPem}${pem}` },
    });
    await it.client.organizations.list();
    expect(it.used()).toEqual([true]);
    rmSync(folder, { recursive: true });
  });

  it("may have an address of their own for SCM", async () => {
    await using it = await setting({
      options: { baseUrl: "https://localhost:1" },
      sensor: { baseUrl: scm.apiUrl },
    });
    await it.client.organizations.list();
    expect(new Set(proxyOf(it, 1).tunnels)).toEqual(new Set([new URL(scm.apiUrl).host]));
  });

  it("show the client certificate to SCM behind them", async () => {
    const [first] = scm.logins;
    await using it = await setting({
      options: {
        login: {
          kind: "certificate",
          username: scm.username,
          customerUri: scm.customerUri,
          certificatePem: first?.clientCertificatePem ?? "",
          keyPem: first?.clientKeyPem ?? "",
        },
      },
    });
    await it.client.organizations.list();
    expect(await scm.control.requests()).toMatchObject([{ loginKind: "certificate" }]);
  });
});

describe("the environment's proxy", () => {
  const login = { kind: "password", username: "u", password: "p-w-d", customerUri: "c" } as const;

  it("carries calls while no sensor is declared", async () => {
    await using proxy = await startProxy({ status: 502 });
    const client = createScmClient({
      login,
      variables: { HTTPS_PROXY: proxy.url },
      retry: { attempts: 1 },
    });
    await expect(client.organizations.list()).rejects.toMatchObject({ code: "outage.proxy_refused" });
    await client.close();
    expect(proxy.tunnels).toEqual(["cert-manager.com:443"]);
  });

  it("stands back behind sensors", async () => {
    await using environment = await startProxy({ status: 502 });
    await using it = await setting({ options: { variables: { HTTPS_PROXY: environment.url } } });
    await it.client.organizations.list();
    expect(environment.tunnels).toEqual([]);
  });
});
