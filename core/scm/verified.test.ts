import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CertificateAuthority } from "../../test/fake-scm/ca.ts";
import { serverCertificate } from "../../test/fake-scm/tls.ts";
import { toPem } from "../../test/fake-scm/x509/pem.ts";
import { TestProxy } from "../../test/support/proxies.ts";
import { createTransport, type WireRequest } from "./transport.ts";

const VARIABLE = "NODE_TLS_REJECT_UNAUTHORIZED";
const authority = new CertificateAuthority(Date.now());
const { certificatePem, keyPem } = serverCertificate(authority, Date.now());
const ca = toPem("CERTIFICATE", authority.root);
const folder = mkdtempSync(join(tmpdir(), "verified-"));
const files = { certFile: join(folder, "cert.pem"), keyFile: join(folder, "key.pem") };
let requests = 0;
const server = createServer({ cert: certificatePem, key: keyPem }, (_, response) => {
  requests += 1;
  response.end("[]");
});

beforeAll(async () => {
  writeFileSync(files.certFile, certificatePem);
  writeFileSync(files.keyFile, keyPem);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

const wire: WireRequest = {
  method: "GET",
  path: "/",
  headers: {},
  body: null,
  freshConnection: false,
  timeoutMs: 5_000,
};

async function sent(proxy: TestProxy | null, tls: { readonly ca?: string } = {}) {
  const origin = `https://localhost:${(server.address() as AddressInfo).port}`;
  const address = proxy === null ? {} : { proxy: { origin: proxy.url, credentials: null } };
  const transport = createTransport({ origin, connections: 1, tls, ...address });
  const outcome = await transport.send(wire, new AbortController().signal);
  await transport.close();
  return outcome;
}

describe("with verification switched off in the environment, a connection is verified all the same", () => {
  const before = process.env[VARIABLE];
  beforeAll(() => {
    process.env[VARIABLE] = "0";
  });
  afterAll(() => {
    if (before === undefined) delete process.env[VARIABLE];
    else process.env[VARIABLE] = before;
  });

  it.each([
    ["straight to SCM", null],
    ["to SCM within a tunnel", {}],
    ["to a proxy that speaks TLS", { tls: files }],
  ])("%s", async (_way, wishes) => {
    const proxy = wishes === null ? null : new TestProxy(wishes);
    await proxy?.start();
    requests = 0;
    expect(await sent(proxy)).toMatchObject({ ok: false, fault: { kind: "tls", wasSent: false } });
    expect(requests).toBe(0);
    expect(await sent(proxy, { ca })).toMatchObject({ ok: true });
    await proxy?.[Symbol.asyncDispose]();
  });
});
