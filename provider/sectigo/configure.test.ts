import { readFileSync } from "node:fs";
import { afterEach, describe, expect, it } from "vitest";
import { type EnvironmentVariables, silentLogger, standingClock } from "../../core/index.ts";
import { testScm } from "../../test/fake-scm/testing.ts";
import { START } from "../../test/support/certificate-stage.ts";
import { silentLog } from "../../test/support/library-provider.ts";
import { checkProvider } from "../framework/check/check-provider.ts";
import { ProviderServer } from "../framework/server.ts";
import { UNKNOWN, type Value } from "../framework/value.ts";
import type { Connection } from "./connection.ts";
import { sectigoProvider } from "./provider.ts";

const ACCOUNT = {
  SECTIGO_CUSTOMER_URI: "cst01234",
  SECTIGO_USERNAME: "svc-certs",
  SECTIGO_PASSWORD: "s3cret",
};

const servers: ProviderServer<Connection>[] = [];
afterEach(() => Promise.all(servers.splice(0).map((server) => server.close())));

function provider(variables: EnvironmentVariables) {
  return sectigoProvider({
    variables,
    readFile: (file) => readFileSync(file, "utf8"),
    clock: standingClock(START),
    random: () => 0,
    log: silentLogger,
    version: "1.2.3",
  });
}

/** A server configured as Terraform does it, and what it said. */
async function configured(variables: EnvironmentVariables, block: Readonly<Record<string, Value>> = {}) {
  const server = new ProviderServer(provider(variables), silentLog);
  servers.push(server);
  const diagnostics = await server.configure(block, "1.11.4", new AbortController().signal);
  const { api } = server.environment(new AbortController().signal);
  return { server, diagnostics, api };
}

it("declares nothing that Terraform would reject", () => {
  expect(checkProvider(provider({}))).toEqual([]);
});

describe("configuring the provider", () => {
  it("signs in with settings of both places, and makes no call before one is needed", async () => {
    await using scm = await testScm();
    const { customerUri, username, password } = scm.credentials;
    const variables = { SECTIGO_BASE_URL: scm.apiUrl, SECTIGO_PASSWORD: password };
    const { api, diagnostics } = await configured(variables, { customer_uri: customerUri, username });
    expect(diagnostics).toEqual([]);
    expect(api?.account).toBe('user "svc-certs" of customer "cst01234"');
    expect(await scm.control.requests()).toEqual([]);
    expect(await api?.catalog.organizations({})).toHaveLength(3);
  });

  it.each([
    ["base_url"],
    ["customer_uri"],
    ["username"],
    ["password"],
  ])("plans without a connection while %s is known only after apply", async (name) => {
    const { api, diagnostics } = await configured(ACCOUNT, { [name]: UNKNOWN });
    expect(diagnostics).toEqual([]);
    expect(api).toBeNull();
  });

  it("does not wait for what is only a matter of speed", async () => {
    const { api } = await configured(ACCOUNT, { max_parallel_requests: UNKNOWN, request_timeout: UNKNOWN });
    expect(api).not.toBeNull();
  });

  it("says where a password came from that can't be sent, and does not show it", async () => {
    const { diagnostics } = await configured({ ...ACCOUNT, SECTIGO_PASSWORD: "s3cret\n" });
    expect(diagnostics).toMatchObject([
      {
        path: [{ attribute: "password" }],
        detail: expect.stringContaining("environment variable SECTIGO_PASSWORD"),
      },
    ]);
    expect(JSON.stringify(diagnostics)).not.toContain("s3cret");
  });

  it("S4 says where the credentials came from that SCM refuses", async () => {
    await using scm = await testScm();
    const { server, api } = await configured({ ...ACCOUNT, SECTIGO_BASE_URL: scm.apiUrl });
    const refused = await api?.catalog.organizations({}).catch((thrown: unknown) => thrown);
    const { summary, detail } = server.explain(refused);
    expect(summary).toMatch(/refused the credentials of user "svc-certs" of customer "cst01234" \[login\./);
    expect(detail).toMatch(/SECTIGO_CUSTOMER_URI.*SECTIGO_USERNAME.*SECTIGO_PASSWORD.*SECTIGO_BASE_URL/);
    expect(summary + detail).not.toContain("s3cret");
  });

  it("forgets where settings came from when others are missing", async () => {
    const { server } = await configured(ACCOUNT);
    const missing = await server.configure({ username: UNKNOWN }, "1.11.4", new AbortController().signal);
    expect(missing).toEqual([]);
    expect(server.environment(new AbortController().signal).api).toBeNull();
  });

  it("takes the test clock on loopback only", async () => {
    const clocked = { ...ACCOUNT, SECTIGO_TEST_CLOCK: START.toISOString() };
    for (const base_url of ["http://127.0.0.1:9", "http://localhost:9", "http://[::1]:9"])
      expect((await configured(clocked, { base_url })).diagnostics).toEqual([]);
    for (const base_url of [null, "https://cert-manager.com", "https://127.0.0.1.cert-manager.com"]) {
      const { diagnostics } = await configured(clocked, { base_url });
      expect(diagnostics).toMatchObject([{ summary: expect.stringMatching(/SECTIGO_TEST_CLOCK is set/) }]);
    }
  });
});
