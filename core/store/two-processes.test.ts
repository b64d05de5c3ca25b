import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { describe, expect, it } from "vitest";
import { testScm } from "../../test/fake-scm/testing.ts";
import { openPlace, storePlace, viewOf } from "../../test/support/inventory.ts";

const PROGRAM = new URL("../../test/support/import-process.ts", import.meta.url).pathname;

async function stage(records: number) {
  const fake = await testScm({ records });
  const place = await storePlace();
  const { path } = place;
  const { username, customerUri } = fake;
  const account = { host: "fake", customerUri, administrator: username };
  const task = { path, apiUrl: fake.apiUrl, ...fake.credentials };
  return {
    fake,
    path,
    account,
    start: (): ChildProcess =>
      spawn(process.execPath, [PROGRAM, JSON.stringify(task)], { stdio: ["ignore", "pipe", "inherit"] }),
    open: () => openPlace(path),
    async [Symbol.asyncDispose]() {
      await fake[Symbol.asyncDispose]();
      await place[Symbol.asyncDispose]();
    },
  };
}

async function linesOf(child: ChildProcess): Promise<string[]> {
  const lines: string[] = [];
  if (child.stdout === null) throw new Error("the process has no output");
  for await (const line of createInterface(child.stdout)) lines.push(line);
  return lines;
}

async function firstLine(child: ChildProcess): Promise<void> {
  if (child.stdout === null) throw new Error("the process has no output");
  await once(createInterface(child.stdout), "line");
}

async function idsIn(it: Awaited<ReturnType<typeof stage>>): Promise<number[]> {
  const store = await it.open();
  const view = viewOf({ account: it.account });
  const { rows, total } = await store.query({ view, now: new Date(), limit: 100_000 });
  const { total: counted } = await store.count({ view, now: new Date() });
  await store.close();
  expect([total, counted]).toEqual([rows.length, rows.length]);
  return rows.map(({ certificateId }) => certificateId).sort((a, b) => a - b);
}

async function truth(it: Awaited<ReturnType<typeof stage>>): Promise<number[]> {
  return (await it.fake.control.certificates()).map(({ sslId }) => sslId).sort((a, b) => a - b);
}

describe("one store, several processes", () => {
  it("S31 two imports at once: one imports, the other finds it done, no row is lost", async () => {
    await using it = await stage(3_000);
    const both = await Promise.all([linesOf(it.start()), linesOf(it.start())]);
    const results = both.map((lines) => lines.at(-1)).sort();
    expect(results).toEqual(['{"imported":["ssl"]}', '{"imported":[]}']);
    expect(await idsIn(it)).toEqual(await truth(it));
  }, 60_000);

  it("S31 an import that is killed gives its lock back, keeps its rows, and the next one completes them", async () => {
    await using it = await stage(6_000);
    for (let round = 0; round < 2; round += 1) {
      const child = it.start();
      await firstLine(child);
      child.kill("SIGKILL");
      await once(child, "exit");
      const store = await it.open();
      expect(await store.isImporting(it.account)).toBe(false);
      await store.close();
      expect((await idsIn(it)).length).toBeGreaterThan(0);
    }
    expect((await linesOf(it.start())).at(-1)).toBe('{"imported":["ssl"]}');
    expect(await idsIn(it)).toEqual(await truth(it));
  }, 60_000);

  it("reads while another process imports, and says that it does", async () => {
    await using it = await stage(6_000);
    const child = it.start();
    await firstLine(child);
    const store = await it.open();
    expect(await store.isImporting(it.account)).toBe(true);
    const { total } = await store.query({ view: viewOf({ account: it.account }), now: new Date() });
    expect(total).toBeGreaterThan(0);
    await store.close();
    child.kill("SIGKILL");
    await once(child, "exit");
  }, 60_000);

  it("opens one new store from several places at the same moment", async () => {
    await using it = await stage(1);
    const stores = await Promise.all(Array.from({ length: 6 }, () => it.open()));
    const pages = await Promise.all(stores.map((store) => store.query({ view: viewOf(), now: new Date() })));
    expect(pages).toEqual(Array(6).fill({ rows: [], total: 0 }));
    await Promise.all(stores.map((store) => store.close()));
  });
});
