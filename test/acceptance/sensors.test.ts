import { DatabaseSync } from "node:sqlite";
import { describe, expect, it } from "vitest";
import { makeCsr } from "../fake-scm/testing.ts";
import { startProxy } from "../support/proxies.ts";
import { certificate } from "./support/configuration.ts";
import { type Stage, stage } from "./support/scm.ts";
import { TRACE_LOG } from "./support/secrets.ts";
import { connector, expectEmptyPlan, providerBehind, STATUS } from "./support/sensors.ts";

const LIVE = "data.sectigo_connector_status.main";
const flat = (text: string): string => text.replace(/[\s│]+/g, " ");
const INVENTORY = `
data "sectigo_inventory" "all" {
  connector = sectigo_connector.main.ref
  filter    = { certificate_types = ["ssl"] }
  limit     = 0
}
`;

/** Looks until `holds`; what it waits for is another process's work, which the test's time limit bounds. */
async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setImmediate(resolve));
}

async function requestCount({ scm }: Stage): Promise<number> {
  return (await scm.control.requests()).length;
}

describe("sensors", () => {
  it("S13 are passed over when killed in the middle of an import of 10,000 over TLS", async () => {
    await using first = await startProxy();
    await using second = await startProxy();
    await using set = await stage(
      { "provider.tf": providerBehind([first, second], ', ca_certificates_pem = file("ca.pem")') },
      { tls: true, records: 10_000, latencyMs: 100 },
    );
    const { workspace, scm } = set;
    workspace.write("ca.pem", scm.caPem);
    workspace.write(
      "main.tf",
      connector({
        import: '{ certificate_types = ["ssl"], include_discovered = true, include_expired = true }',
      }),
    );
    await workspace.init();
    await workspace.apply();
    workspace.write("inventory.tf", INVENTORY);
    await scm.control.clearRequests();
    const environment = { SECTIGO_INVENTORY_STORE: `${workspace.folder}/inventory.sqlite` };
    const work = workspace.start(["apply", "-auto-approve", "-no-color"], environment);
    await until(async () => (await requestCount(set)) >= 5);
    await first.kill();
    second.forget();
    const { code, stderr } = await work.done;
    expect({ code, stderr }).toMatchObject({ code: 0 });
    expect(second.tunnels.length).toBeGreaterThan(0);
    const truth = (await scm.control.certificates()).map(({ sslId }) => sslId);
    expect((await workspace.state()).values("data.sectigo_inventory.all").total).toBe(truth.length);
    const kept = new DatabaseSync(environment.SECTIGO_INVENTORY_STORE, { readOnly: true });
    const rows = kept.prepare("select certificate_id as id from certificate order by certificate_id").all();
    kept.close();
    expect(rows.map(({ id }) => id)).toEqual(truth);
  });

  it("S14 carry a refused sign-in back as SCM's word: the next one is not asked", async () => {
    await using first = await startProxy();
    await using second = await startProxy();
    await using set = await stage({
      "main.tf": connector(),
      "provider.tf": providerBehind([first, second]),
    });
    await set.workspace.init();
    const run = await set.workspace.run(["apply", "-auto-approve", "-no-color"], {
      SECTIGO_PASSWORD: "Not-The-One-1!",
    });
    expect(run.code).toBe(1);
    expect(first.tunnels.length).toBeGreaterThan(0);
    expect(second.tunnels).toEqual([]);
  });

  it("S15 never order twice: the connection is cut after SCM took the order", async () => {
    const { csr } = makeCsr("shop.example.test");
    await using first = await startProxy();
    await using second = await startProxy();
    await using set = await stage({
      "main.tf": certificate(),
      "shop.csr": csr,
      "provider.tf": providerBehind([first, second]),
    });
    const { workspace, scm } = set;
    await scm.control.plantFault({ route: "POST /ssl/v1/enroll", kind: "reset-after" });
    await workspace.init();
    await workspace.run(["apply", "-auto-approve", "-no-color"]);
    await workspace.apply();
    expect(await scm.control.certificates()).toHaveLength(1);
    const orders = (await scm.control.requests()).filter(({ path }) => path.endsWith("/enroll"));
    expect(orders).toHaveLength(1);
  });

  it("S12 that are not declared fail the plan, which lists those that are", async () => {
    await using set = await stage({
      "main.tf": connector({ managing_sensors: '["dc1", "dc9"]' }),
      "provider.tf": `provider "sectigo" {
  sensors = [
    { name = "dc1", proxy_url = "http://127.0.0.1:1" },
    { name = "dc2", proxy_url = "http://127.0.0.1:2" },
  ]
}
`,
    });
    await set.workspace.init();
    const plan = await set.workspace.plan();
    expect(plan.code).toBe(1);
    expect(flat(plan.stderr)).toMatch(/No sensor "dc9" is declared.*"dc1", "dc2"/);
    expect(await requestCount(set)).toBe(0);
  });

  it("S16 S17 all down: one error with each cause, an empty plan of the connector, a live status", async () => {
    await using first = await startProxy();
    await using second = await startProxy();
    await using set = await stage({
      "main.tf": connector({ managing_sensors: '["dc1", "dc2"]' }),
      "provider.tf": providerBehind([first, second]),
    });
    const { workspace } = set;
    await workspace.init();
    await workspace.apply();
    await first.kill();
    await second.kill();
    await expectEmptyPlan(workspace);
    workspace.write("status.tf", STATUS);
    await workspace.apply();
    expect((await workspace.state()).values(LIVE)).toMatchObject({
      status: "action_needed",
      sensors: [
        { name: "dc1", status: "action_needed" },
        { name: "dc2", status: "action_needed" },
      ],
    });
    workspace.write("status.tf", 'data "sectigo_organizations" "all" {}\n');
    const plan = await workspace.plan();
    expect(plan.code).toBe(1);
    expect(flat(plan.stderr)).toMatch(/no sensor leads to SCM.*Sensor "dc1".*sensor "dc2".*ECONNREFUSED/i);
    await second.start();
    workspace.write("status.tf", STATUS);
    await workspace.apply();
    expect((await workspace.state()).values(LIVE)).toMatchObject({
      status: "active",
      sensors: [{ status: "action_needed" }, { status: "active" }],
    });
  });

  it("sign in to their proxies; the password stands nowhere", async () => {
    const password = "Pr0xy-s3cret-of-dc1";
    await using proxy = await startProxy({ username: "svc", password });
    await using set = await stage({
      "main.tf": connector(),
      "provider.tf": `variable "proxy_password" {
  type      = string
  ephemeral = true
}

${providerBehind([proxy], ', proxy_username = "svc", proxy_password = var.proxy_password')}`,
    });
    const { workspace } = set;
    await workspace.init();
    const right = { TF_VAR_proxy_password: password };
    await workspace.must(["apply", "-auto-approve", "-no-color"], right);
    workspace.write("status.tf", 'data "sectigo_organizations" "all" {}\n');
    const wrong = await workspace.run(["plan", "-no-color"], { TF_VAR_proxy_password: "other-than-that" });
    expect(flat(wrong.stderr)).toContain("HTTP 407, it wants other credentials");
    for (const text of [workspace.read(TRACE_LOG), workspace.read("terraform.tfstate"), workspace.transcript])
      expect(text.includes(password) || text.includes("other-than-that")).toBe(false);
  });

  it("S12 stand back for none: without any, the proxy of HTTPS_PROXY serves", async () => {
    await using proxy = await startProxy({ status: 502 });
    await using set = await stage({ "main.tf": connector() });
    const environment = { SECTIGO_BASE_URL: "https://cert-manager.com", HTTPS_PROXY: proxy.url };
    await set.workspace.init();
    const run = await set.workspace.run(["apply", "-auto-approve", "-no-color"], environment);
    expect(run.code).toBe(1);
    expect(flat(run.stderr)).toMatch(/the proxy opens no tunnel \(HTTP 502/);
    expect(new Set(proxy.tunnels)).toEqual(new Set(["cert-manager.com:443"]));
  });

  it("S1 can't lead credentials astray: a proxy with an authority of its own must be listed", async () => {
    await using set = await stage({
      "main.tf": connector(),
      "provider.tf":
        'provider "sectigo" {\n  base_url = "https://cert-manager.com"\n  sensors = [{ name = "dc1", proxy_url = "http://proxy.example.test:3128", ca_certificates_pem = file("ca.pem") }]\n}\n',
    });
    set.workspace.write("ca.pem", set.scm.caPem);
    await set.workspace.init();
    const run = await set.workspace.run(["validate", "-no-color"]);
    expect(run.code).toBe(1);
    expect(flat(run.stderr)).toMatch(
      /"dc1" may not use the proxy "proxy.example.test:3128".*SECTIGO_ALLOWED_HOSTS/,
    );
  });
});
