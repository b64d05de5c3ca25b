import { createServer, type Server } from "node:https";
import type { AddressInfo } from "node:net";
import { afterEach, expect, it } from "vitest";
import { CertificateAuthority } from "../../test/fake-scm/ca.ts";
import { loginCertificate, serverCertificate } from "../../test/fake-scm/tls.ts";
import { toPem } from "../../test/fake-scm/x509/pem.ts";
import { LostError } from "../base/errors.ts";
import { createScmClient, type ScmClient } from "./client.ts";

const servers: Server[] = [];
const clients: ScmClient[] = [];
afterEach(async () => {
  for (const client of clients.splice(0)) await client.close();
  for (const server of servers.splice(0)) server.close();
});

/** A client before a server that shows a certificate of a known authority; counts the requests that arrive. */
async function before(make: typeof serverCertificate | typeof loginCertificate) {
  const authority = new CertificateAuthority(Date.now());
  const { certificatePem, keyPem } =
    make === serverCertificate
      ? serverCertificate(authority, Date.now())
      : loginCertificate(authority, "localhost", Date.now());
  const seen = { requests: 0 };
  const server = createServer({ cert: certificatePem, key: keyPem }, (_, response) => {
    seen.requests += 1;
    response.writeHead(200, { "content-type": "application/json" });
    response.end('{"sslId":1}');
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const client = createScmClient({
    baseUrl: `https://localhost:${(server.address() as AddressInfo).port}`,
    login: { kind: "password", customerUri: "c", username: "u", password: "p-w-d-of-all" },
    caCertificatesPem: toPem("CERTIFICATE", authority.root),
    retry: { attempts: 1 },
  });
  clients.push(client);
  const order = { organizationId: 1, scmProfileId: 1, csrPem: "x", termDays: 1, subjectAlternativeNames: [] };
  return { seen, answer: client.certificates.enroll(order).then(String, (thrown: unknown) => thrown) };
}

it("a server's chain that is for clients is refused before anything is sent, so no order is in doubt", async () => {
  const { seen, answer } = await before(loginCertificate);
  const thrown = await answer;
  expect(thrown).not.toBeInstanceOf(LostError);
  expect(thrown).toMatchObject({
    code: "outage.tls",
    message: expect.stringMatching(/no secure connection could be made.*INVALID_PURPOSE/),
  });
  expect(seen.requests).toBe(0);
});

it("the same authority's chain for servers is taken", async () => {
  const { seen, answer } = await before(serverCertificate);
  expect(await answer).not.toBeInstanceOf(Error);
  expect(seen.requests).toBe(1);
});
