import { chmodSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { expect, it } from "vitest";
import { HEADER } from "./support/configuration.ts";
import { inventory } from "./support/inventory.ts";
import { type Stage, stage } from "./support/scm.ts";

const NOW = "2026-03-16T10:00:00Z";
const SSL = { certificate_types: '["ssl"]', include_expired: "true", include_discovered: "true" };
const APPLY = ["apply", "-auto-approve", "-no-color"];
const STORE = "kept/inventory.sqlite";

async function inventoryOf(records: number, parts: Readonly<Record<string, string>> = {}): Promise<Stage> {
  const main = `${HEADER}${inventory(SSL, { store: JSON.stringify(STORE), ...parts })}`;
  const set = await stage({ "main.tf": main }, { now: Date.parse(NOW), records });
  await set.workspace.init();
  return set;
}

function applyAt({ workspace }: Stage, instant: string) {
  return workspace.run(APPLY, { SECTIGO_TEST_CLOCK: instant });
}

const flat = (text: string): string => text.replace(/[\s│]+/g, " ");

function idsIn({ workspace }: Stage): readonly unknown[] {
  const kept = new DatabaseSync(`${workspace.folder}/${STORE}`);
  const rows = kept.prepare("select certificate_id as id from certificate order by certificate_id").all();
  kept.close();
  return rows.map(({ id }) => id);
}

it("S31 says that the disk takes no more, keeps what arrived, and completes it when there is room", async () => {
  await using set = await inventoryOf(3_000, { limit: "0" });
  const { workspace } = set;
  // A limit on the size of files, in KiB, is the full disk that every machine can have; SQLite sees the same.
  const limited = { TF_LOG: "", TF_LOG_PATH: "", SECTIGO_TEST_CLOCK: NOW };
  const full = await workspace.shell(`ulimit -f 2200; terraform ${APPLY.join(" ")}`, limited);
  expect(full.code).toBe(1);
  expect(flat(full.stderr)).toMatch(/inventory\.sqlite can't be used: it can't be written to: .*Make room/);
  expect(full.stderr).toContain("[store.disk]");
  const truth = (await set.scm.control.certificates()).map(({ sslId }) => sslId);
  const kept = idsIn(set);
  expect([kept.length > 0, kept.length < truth.length]).toEqual([true, true]);
  expect(kept.filter((id) => !truth.includes(Number(id)))).toEqual([]);
  expect((await applyAt(set, NOW)).code).toBe(0);
  expect(idsIn(set)).toEqual(truth);
  expect((await workspace.state()).values("data.sectigo_inventory.all").total).toBe(truth.length);
});

it("S31 is stopped by Ctrl-C in the middle of an import, keeps what arrived, and goes on", async () => {
  const main = `${HEADER}${inventory(SSL, { store: JSON.stringify(STORE), limit: "0" })}`;
  await using set = await stage(
    { "main.tf": main },
    { now: Date.parse(NOW), records: 10_000, latencyMs: 200 },
  );
  const { workspace, scm } = set;
  await workspace.init();
  const isReport = ({ path }: { readonly path: string }): boolean => path.includes("/report/");
  const reports = async () => (await scm.control.requests()).filter(isReport).length;
  const run = workspace.start(APPLY, { SECTIGO_TEST_CLOCK: NOW });
  while ((await reports()) < 4) await new Promise((resolve) => setImmediate(resolve));
  run.child.kill("SIGINT");
  const stopped = await run.done;
  expect(stopped.code).toBe(1);
  expect(`${stopped.stdout}${stopped.stderr}`).not.toMatch(/plugin crashed|panic|\bbug\./i);
  const truth = (await scm.control.certificates()).map(({ sslId }) => sslId);
  const kept = idsIn(set).length;
  expect([kept > 0, kept < truth.length]).toEqual([true, true]);
  expect((await applyAt(set, NOW)).code).toBe(0);
  expect(idsIn(set)).toEqual(truth);
});

it("says that the store can't be written to", async () => {
  // No user may make a file there, root neither.
  await using set = await inventoryOf(5, { store: '"/sys/inventory.sqlite"' });
  const { code, stderr } = await applyAt(set, NOW);
  expect(code).toBe(1);
  expect(flat(stderr)).toMatch(/inventory\.sqlite can't be used: .*write.*SECTIGO_INVENTORY_STORE/);
  expect(stderr).toContain("[store.read_only]");
});

it("refuses a result that is too large for Terraform, with what to do about it", async () => {
  await using set = await inventoryOf(60_000, { limit: "1000000" });
  const { code, stderr } = await applyAt(set, NOW);
  expect(code).toBe(1);
  expect(flat(stderr)).toMatch(/rows are more than Terraform takes in one answer \(64 MB\)/);
  expect(flat(stderr)).toMatch(/Lower `limit`, narrow `filter`, or set `limit = 0`/);
  set.workspace.write("main.tf", `${HEADER}${inventory(SSL, { store: JSON.stringify(STORE), limit: "0" })}`);
  expect((await applyAt(set, NOW)).code).toBe(0);
  expect(Number((await set.workspace.state()).values("data.sectigo_inventory.all").total)).toBe(60_000);
});

it("answers nothing from a damaged copy, says where it lies, and imports anew", async () => {
  await using set = await inventoryOf(300, { limit: "0" });
  expect((await applyAt(set, NOW)).code).toBe(0);
  const path = `${set.workspace.folder}/${STORE}`;
  const content = readFileSync(path);
  const at = content.indexOf("example.test", Math.floor(content.length / 2));
  content[at] = (content[at] ?? 0) ^ 1;
  writeFileSync(path, content);
  const { code, stdout } = await applyAt(set, NOW);
  expect(code).toBe(0);
  expect(flat(stdout)).toMatch(/The inventory's copy was damaged.*inventory\.sqlite\.damaged/);
  expect((await set.workspace.state()).values("data.sectigo_inventory.all")).toMatchObject({
    ...{ total: 300, complete: true, warnings: [] },
  });
});

it("refuses a folder, a link and another's file as its store, and leaves their modes as they were", async () => {
  for (const [store, words] of [
    [".", "there is a folder"],
    ["main.tf", "not a store of this provider"],
    ["/dev/null", "there is no plain file"],
  ] as const) {
    await using set = await inventoryOf(10, { store: JSON.stringify(store) });
    const { folder } = set.workspace;
    chmodSync(folder, 0o755);
    const { code, stderr } = await applyAt(set, NOW);
    expect({ code, text: flat(stderr) }).toMatchObject({ code: 1, text: expect.stringContaining(words) });
    expect(statSync(folder).mode & 0o777).toBe(0o755);
    expect(statSync(`${folder}/main.tf`).mode & 0o777).toBe(0o644);
    expect(statSync("/dev/null").mode & 0o666).toBe(0o666);
  }
});
