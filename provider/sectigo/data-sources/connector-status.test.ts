import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type TestScm, testScm } from "../../../test/fake-scm/testing.ts";
import { connection, START } from "../../../test/support/certificate-stage.ts";
import { startProxy, type TestProxy } from "../../../test/support/proxies.ts";
import { readData } from "../../../test/support/read-data.ts";
import { BusinessUnits } from "../business-units.ts";
import type { Connection } from "../connection.ts";
import { accountOf } from "../inventory/account-of.ts";
import { connectorStatusDataSource } from "./connector-status.ts";

function ref({ identity }: Connection, change: Readonly<Record<string, unknown>> = {}) {
  return {
    ...{ host: identity.host, customer_uri: identity.customerUri, name: "main" },
    ...{ business_unit: null, sensors: null, verify: true, import: null, ...change },
  };
}

async function setting(login?: string, proxies: readonly TestProxy[] = []) {
  const scm: TestScm = await testScm({ now: START.getTime() });
  const sensors = proxies.map(({ url }, index) => ({
    ...{ name: `dc${index + 1}`, proxy_url: url, proxy_username: null, proxy_password: null },
    ...{ base_url: null, ca_certificates_pem: null },
  }));
  const api = connection(scm, login, sensors.length === 0 ? {} : { sensors });
  return {
    ...{ scm, api },
    read: (change: Readonly<Record<string, unknown>> = {}, store = "none") =>
      readData(connectorStatusDataSource, api, { connector: ref(api, change), store }),
    paths: async () => (await scm.control.requests()).map(({ method, path }) => `${method} ${path}`),
    async [Symbol.asyncDispose]() {
      await api.client.close();
      await api.inventories.close();
      await scm.close();
    },
  };
}

describe("S17 the status of a connector", () => {
  it("is initial, without a call, while nothing verifies it", async () => {
    await using it = await setting();
    const { values } = await it.read({ verify: false });
    expect(values).toMatchObject({ status: "initial", privileges: null });
    expect(await it.paths()).toEqual([]);
  });

  it("is active when SCM answers, and only reads", async () => {
    await using it = await setting();
    const { values, diagnostics } = await it.read();
    expect(values).toMatchObject({ status: "active", reason: null, sensors: [] });
    expect(diagnostics).toEqual([]);
    expect((await it.paths()).every((path) => path.startsWith("GET "))).toBe(true);
  });

  it.each(["outdated", "suspended"])("needs action when SCM refuses the %s administrator", async (login) => {
    await using it = await setting(login);
    const { values, diagnostics } = await it.read();
    expect(values).toMatchObject({
      status: "action_needed",
      reason: expect.stringMatching(/refused the credentials.*password has expired/s),
    });
    expect(diagnostics).toEqual([]);
  });

  it("needs action while SCM is down", async () => {
    await using it = await setting();
    await it.scm.control.plantFault({ route: "GET /ssl/v1/types", kind: "status", status: 503, times: 9 });
    expect((await it.read()).values).toMatchObject({ status: "action_needed" });
  });

  it("is running while another process holds the import's lock", async () => {
    await using it = await setting();
    const folder = mkdtempSync(join(tmpdir(), "status-"));
    const path = join(folder, "inventory.sqlite");
    const store = await it.api.inventories.at(path);
    const session = await store?.tryImport(accountOf(it.api.identity));
    expect((await it.read({}, path)).values).toMatchObject({ status: "running" });
    await session?.release();
    expect((await it.read({}, path)).values).toMatchObject({ status: "active" });
    rmSync(folder, { recursive: true });
  });

  it("refuses another account's connector, and another business unit's, before any call", async () => {
    await using it = await setting();
    expect((await it.read({ customer_uri: "other" })).diagnostics).toMatchObject([{ severity: "error" }]);
    const api = { ...it.api, businessUnits: new BusinessUnits(["Retail"], {}) };
    const { diagnostics } = await readData(connectorStatusDataSource, api, {
      connector: ref(api, { business_unit: "Wholesale" }),
    });
    expect(diagnostics).toMatchObject([{ severity: "error" }]);
    expect(await it.paths()).toEqual([]);
  });
});

describe("S16 its sensors", () => {
  it("are told one by one, and one that works is enough", async () => {
    await using first = await startProxy();
    await using second = await startProxy();
    await using it = await setting(undefined, [first, second]);
    await first.kill();
    const { values } = await it.read();
    expect(values).toMatchObject({
      status: "active",
      reason: expect.stringContaining('Sensor "dc1"'),
      sensors: [
        { name: "dc1", status: "action_needed", reason: expect.stringContaining("ECONNREFUSED") },
        { name: "dc2", status: "active", reason: null },
      ],
    });
  });

  it("need action when all are down, each with its cause", async () => {
    await using first = await startProxy();
    await using second = await startProxy({ status: 502 });
    await using it = await setting(undefined, [first, second]);
    await first.kill();
    const { values, diagnostics } = await it.read();
    expect(diagnostics).toEqual([]);
    expect(values).toMatchObject({ status: "action_needed", privileges: null });
    expect(values.reason).toMatch(/"dc1".*ECONNREFUSED.*"dc2".*HTTP 502/s);
  });

  it("are not tried after SCM itself refused: a wrong password by each would lock the administrator", async () => {
    await using first = await startProxy();
    await using second = await startProxy();
    await using it = await setting("outdated", [first, second]);
    expect((await it.read()).values.sensors).toMatchObject([
      { name: "dc1", status: "action_needed" },
      { name: "dc2", status: "untried" },
    ]);
    expect(second.tunnels).toEqual([]);
    expect(await it.paths()).toHaveLength(1);
  });

  it("that are gone are a warning, and all serve", async () => {
    await using first = await startProxy();
    await using it = await setting(undefined, [first]);
    const { values, diagnostics } = await it.read({ sensors: ["dc9"] });
    expect(diagnostics).toMatchObject([{ severity: "warning", detail: expect.stringContaining("dc9") }]);
    expect(values).toMatchObject({ status: "active", sensors: [{ name: "dc1", status: "active" }] });
  });
});

describe("S8 what the administrator may do", () => {
  it("is told from its own record", async () => {
    await using it = await setting();
    const names = ["sslRequest", "sslReplace", "sslRevoke", "sslManage", "deviceManage"];
    await it.scm.control.changeAdministrator("svc-certs", { privileges: names });
    expect((await it.read()).values.privileges).toEqual({
      granted: names,
      missing: ["allowManageDomains", "sslRenew", "clientCertManage", "addOrganizationAndDepartments"],
      unverifiable: [],
    });
  });

  it("can't be told where the record can't be read", async () => {
    await using it = await setting();
    await it.scm.control.plantFault({
      route: "GET /admin/v1",
      kind: "status",
      ...{ status: 400, code: -3, description: "You are not authorized." },
    });
    const { values, diagnostics } = await it.read();
    expect(values).toMatchObject({ status: "active", privileges: { granted: [], missing: [] } });
    expect(values.privileges).toMatchObject({ unverifiable: expect.arrayContaining(["sslRenew"]) });
    expect(diagnostics).toEqual([]);
  });

  it("includes a password that ends soon, as a warning that says when", async () => {
    await using it = await setting("expiring");
    const { values, diagnostics } = await it.read();
    expect(values).toMatchObject({ status: "active", password_expires: "2026-03-26" });
    expect(diagnostics).toMatchObject([
      { severity: "warning", summary: expect.stringMatching(/"expiring".*ends in 9 days/) },
    ]);
  });
});
