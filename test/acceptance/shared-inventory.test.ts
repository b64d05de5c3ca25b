import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { Runner } from "../action/support/runner.ts";
import type { FakeScm } from "../fake-scm/server.ts";
import { caughtUp, startPostgres } from "../support/postgres.ts";
import { HEADER } from "./support/configuration.ts";
import { inventory } from "./support/inventory.ts";
import { type Stage, signIn, stage } from "./support/scm.ts";
import { Workspace } from "./support/terraform.ts";

const NOW = "2026-03-16T10:00:00Z";
const PASSWORD = "store/pass:word";
const DATA = "data.sectigo_inventory.all";
const APPLY = ["apply", "-auto-approve", "-no-color"];
const SSL = { certificate_types: '["ssl"]' };
const MAIN = `${HEADER}${inventory(SSL, { limit: "5000" })}`;

let server: Awaited<ReturnType<typeof startPostgres>>;
beforeAll(async () => {
  server = await startPostgres();
  await server.sql(`create role guarded login superuser password '${PASSWORD}'`);
});
afterAll(() => server[Symbol.asyncDispose]());

const secretUrl = (schema: string): string =>
  server.url(schema, { user: `guarded:${encodeURIComponent(PASSWORD)}` });

/** Paths that were asked for since the last look, sign-in left out. */
async function asked({ control }: FakeScm): Promise<readonly string[]> {
  const requests = await control.requests();
  await control.clearRequests();
  return requests
    .map(({ path }) => path)
    .filter((path) => /\/(report|ssl|smime|device)\/(?!v1\/types)/.test(path));
}

/** Another machine: a folder of its own, with nothing from before. */
function runner({ scm }: Stage, environment: Readonly<Record<string, string>>): Workspace {
  return new Workspace({ environment: { ...signIn(scm), ...environment }, files: { "main.tf": MAIN } });
}

async function shown(workspace: Workspace) {
  const { rows, total, counts, complete, imported_at } = (await workspace.state()).values(DATA);
  return { rows, total, counts, complete, imported_at };
}

function everythingIn(folder: string): string {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((file) => file.isFile());
  return files
    .filter(({ parentPath }) => !parentPath.includes("providers"))
    .map(({ parentPath, name }) => readFileSync(join(parentPath, name), "latin1"))
    .join("\n");
}

it("S84 two runners on one PostgreSQL: the first imports, the second asks SCM nothing and shows the same; so does the Action", async () => {
  const environment = { SECTIGO_INVENTORY_STORE: secretUrl("shared"), SECTIGO_TEST_CLOCK: NOW };
  await using set = await stage({ "main.tf": MAIN }, { now: Date.parse(NOW), records: 400 });
  await set.workspace.init();
  await set.workspace.must(APPLY, environment);
  expect(await asked(set.scm)).not.toEqual([]);
  const first = await shown(set.workspace);
  expect(first).toMatchObject({ complete: true });
  expect(Number(first.total)).toBeGreaterThan(0);
  const second = runner(set, environment);
  await second.init();
  await second.must(APPLY);
  expect(await asked(set.scm)).toEqual([]);
  expect(await shown(second)).toEqual(first);
  second.remove();

  const step = new Runner(environment);
  const { apiUrl, credentials } = set.scm;
  const run = await step.run({
    ...{ "base-url": apiUrl, "customer-uri": credentials.customerUri },
    ...{ username: credentials.username, password: credentials.password },
    ...{ command: "inventory", "certificate-types": "ssl", refresh: "due", limit: 5_000 },
  });
  expect(run).toMatchObject({ code: 0, outputs: { total: String(first.total) } });
  expect(await asked(set.scm)).toEqual([]);
  expect(JSON.parse(run.outputs.inventory ?? "[]")).toHaveLength(Number(first.total));
  expect(run.masks).toContain(PASSWORD);
  expect(step.transcript.replaceAll(/::add-mask::.*/g, "")).not.toMatch(/store[/%](2F)?pass/);
  step.remove();
  expect(everythingIn(set.workspace.folder)).not.toMatch(/store[/%](2F)?pass/);
}, 600_000);

it("S84 on a standby, what is due is shown as it was, with complete = false and a warning of why; what is not due is whole", async () => {
  // The stage's last plan still reads it.
  await using servers = new AsyncDisposableStack();
  await using set = await stage({ "main.tf": MAIN }, { now: Date.parse(NOW), records: 100 });
  const at = (store: string, time: string) => ({ SECTIGO_INVENTORY_STORE: store, SECTIGO_TEST_CLOCK: time });
  await set.workspace.init();
  await set.workspace.must(APPLY, at(server.url("copied"), NOW));
  const first = await shown(set.workspace);
  const standby = servers.use(await startPostgres({ standbyOf: server }));
  await caughtUp(server, standby);
  await asked(set.scm);
  const place = standby.url("copied");
  const fresh = await set.workspace.must(APPLY, at(place, "2026-03-16T11:00:00Z"));
  expect(fresh.stdout).not.toContain("Warning");
  expect(await shown(set.workspace)).toEqual(first);

  // Older than the connector's interval, and not yet twice as old.
  const later = "2026-03-16T18:00:00Z";
  const due = (await set.workspace.must(APPLY, at(place, later))).stdout.replace(/[\s│]+/g, " ");
  expect(due).toMatch(/could not be brought up to date .* standby.*Name the primary server/);
  expect(await shown(set.workspace)).toEqual({ ...first, complete: false });
  const { warnings } = (await set.workspace.state()).values(DATA);
  expect(warnings).toEqual([
    {
      type: "ssl",
      missing: `whatever changed since ${String(first.imported_at)}`,
      why: expect.stringContaining("standby"),
    },
  ]);

  const step = new Runner(at(place, later));
  const { apiUrl, credentials } = set.scm;
  const inputs = {
    ...{ "base-url": apiUrl, "customer-uri": credentials.customerUri, limit: 5_000 },
    ...{ username: credentials.username, password: credentials.password, "certificate-types": "ssl" },
  };
  const run = await step.run({ ...inputs, command: "inventory", refresh: "due" });
  expect(run).toMatchObject({ code: 0, outputs: { total: String(first.total), complete: "false" } });
  expect(run.annotations.map(({ severity }) => severity)).toEqual(["warning", "warning"]);
  expect(run.annotations[0]?.message).toMatch(/standby[\s\S]*Name the primary server/);
  // Who wants the present, or writes back what rules say, gets no old answer.
  const refused = { code: 1, outputs: { "error-code": "store.read_only" } };
  expect(await step.run({ ...inputs, command: "inventory", refresh: "always" })).toMatchObject(refused);
  expect(await step.run({ ...inputs, command: "import", refresh: "due" })).toMatchObject(refused);
  step.remove();
  expect(await asked(set.scm)).toEqual([]);
}, 600_000);

it("S84 a killed importer: the next runner goes on, and both are right", async () => {
  const environment = { SECTIGO_INVENTORY_STORE: server.url("killed"), SECTIGO_TEST_CLOCK: NOW };
  await using set = await stage(
    { "main.tf": MAIN },
    { now: Date.parse(NOW), records: 1_200, latencyMs: 100 },
  );
  await set.workspace.init();
  const run = set.workspace.start(APPLY, environment);
  const reports = async (): Promise<number> =>
    (await set.scm.control.requests()).filter(({ path }) => path.includes("/report/")).length;
  while ((await reports()) < 3) await new Promise((resolve) => setImmediate(resolve));
  // The import's connection: what a machine that vanishes leaves behind.
  await server.sql(
    "select pg_terminate_backend(pid) from pg_stat_activity where application_name like 'terraform%'",
  );
  run.child.kill("SIGKILL");
  await run.done;
  const second = runner(set, environment);
  await second.init();
  await second.must(APPLY);
  const truth = (await set.scm.control.certificates()).length;
  const after = await shown(second);
  expect(after).toMatchObject({ complete: true });
  second.remove();
  await set.workspace.must(APPLY, environment);
  expect(await shown(set.workspace)).toEqual(after);
  expect(Number(after.total)).toBeGreaterThan(truth / 2);
}, 600_000);

it("S84 a server that is away is an error that names the variable, and no password; one in configuration is refused", async () => {
  await using set = await stage({ "main.tf": MAIN }, { now: Date.parse(NOW), records: 20 });
  await set.workspace.init();
  const away = secretUrl("away").replace(String(server.port), "1");
  const { code, stderr } = await set.workspace.run(APPLY, { SECTIGO_INVENTORY_STORE: away });
  expect({ code, stderr }).toMatchObject({ code: 1, stderr: expect.stringContaining("[store.unreachable]") });
  expect(stderr).toContain("SECTIGO_INVENTORY_STORE");
  expect(stderr).not.toMatch(/store[/%](2F)?pass/);
  set.workspace.write(
    "main.tf",
    `${HEADER}${inventory(SSL, { store: JSON.stringify("postgres://me:hush@127.0.0.1/db") })}`,
  );
  const refused = await set.workspace.run(["plan", "-no-color"]);
  expect(refused.code).toBe(1);
  expect(refused.stderr.replace(/[\s│]+/g, " ")).toMatch(/A password stands in it.*PGPASSWORD/);
  set.workspace.write("main.tf", MAIN);
  const good = { SECTIGO_INVENTORY_STORE: server.url("good"), SECTIGO_TEST_CLOCK: NOW };
  await set.workspace.must(APPLY, good);
  expect(await shown(set.workspace)).toMatchObject({ complete: true });
}, 600_000);
