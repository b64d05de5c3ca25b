import {
  closeSync,
  copyFileSync,
  existsSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, it } from "vitest";
import { budget } from "../../test/support/budget.ts";
import { ACCOUNT, sslPart, storeFolder, viewOf } from "../../test/support/inventory.ts";
import { systemClock } from "../base/clock.ts";
import { silentLogger } from "../base/log.ts";
import type { InventoryStore } from "./inventory-store.ts";
import { openStore } from "./open-store.ts";

const NOW = new Date("2026-06-15T12:00:00.000Z");
const DAMAGES = budget({ usual: 200, full: 2_000 });

async function opened(path: string): Promise<InventoryStore> {
  return openStore({ path, clock: systemClock(), log: silentLogger });
}

async function answersOf(store: InventoryStore): Promise<unknown> {
  const asked = { view: viewOf(), now: NOW };
  const text = { ...asked, filter: { text: "h7" } };
  return [
    await store.query(asked),
    await store.count(asked),
    await store.query(text),
    await store.coverages(ACCOUNT),
  ];
}

/** A seeded generator, so that a failure can be repeated. Source: G. Marsaglia, Xorshift RNGs, 2003. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return Math.abs(state) % below;
  };
}

it(
  `answers right, or not at all, after each of ${DAMAGES} damages`,
  async () => {
    using place = storeFolder();
    const whole = await opened(place.path);
    const session = await whole.tryImport(ACCOUNT);
    await session?.put(
      "bulk",
      Array.from({ length: 60 }, (_, index) => sslPart(index + 1)),
      NOW,
    );
    await session?.advance("ssl", NOW);
    await session?.release();
    const right = await answersOf(whole);
    await whole.close();
    const next = numbers(20_261_129);
    const copy = join(place.folder, "copy.sqlite");
    const size = statSync(place.path).size;
    let noticed = 0;
    for (let damage = 0; damage < DAMAGES; damage += 1) {
      const content = readFileSync(place.path);
      const at = next(size);
      if (damage % 2 === 0) content[at] = (content[at] ?? 0) ^ (1 << next(8));
      else for (let octet = at; octet < Math.min(at + 64, size); octet += 1) content[octet] = next(256);
      for (const rest of ["", "-wal", "-shm", ".damaged"]) rmSync(`${copy}${rest}`, { force: true });
      writeFileSync(copy, content);
      const store = await opened(copy).catch((error: unknown) => {
        // A header that no longer says whose file it is: it is left alone.
        expect([damage, at, String(error)]).toEqual([damage, at, expect.stringContaining("[store.foreign]")]);
        expect(at).toBeLessThan(100);
        return null;
      });
      if (store === null) continue;
      const isAside = store.damaged !== null;
      expect([damage, at, existsSync(`${copy}.damaged`)]).toEqual([damage, at, isAside]);
      if (isAside) noticed += 1;
      else expect([damage, at, await answersOf(store)]).toEqual([damage, at, right]);
      expect(isAside ? await store.coverages(ACCOUNT) : []).toEqual([]);
      await store.close();
    }
    expect(noticed).toBeGreaterThan(DAMAGES * 0.9);
  },
  budget({ usual: 120_000, full: 600_000 }),
);

it("answers nothing when a text that rows share is not what was written", async () => {
  using place = storeFolder();
  const store = await opened(place.path);
  const session = await store.tryImport(ACCOUNT);
  await session?.put("bulk", [sslPart(1, { organizationName: "Example Ltd" })], NOW);
  await session?.release();
  const other = new DatabaseSync(place.path);
  other.exec("update word set text = 'Example Lid' where text = 'Example Ltd'");
  other.close();
  await expect(store.query({ view: viewOf(), now: NOW })).rejects.toMatchObject({ code: "store.damaged" });
  await store.close();
});

it("is sealed by the process that closes it last, and checked again by the next", async () => {
  using place = storeFolder();
  const first = await opened(place.path);
  const second = await opened(place.path);
  const session = await first.tryImport(ACCOUNT);
  await session?.put("bulk", [sslPart(1)], NOW);
  await session?.release();
  await first.close();
  await second.close();
  const copy = join(place.folder, "copy.sqlite");
  copyFileSync(place.path, copy);
  const file = openSync(copy, "r+");
  writeSync(file, Buffer.from("h9"), 0, 2, readFileSync(copy).indexOf("h1.example"));
  const again = await opened(copy);
  expect(again.damaged).toBe(`${copy}.damaged`);
  await again.close();
  const kept = await opened(place.path);
  expect([kept.damaged, (await kept.query({ view: viewOf(), now: NOW })).total]).toEqual([null, 1]);
  await kept.close();
});

it("is sealed as soon as an import ends, so that a run that is killed later leaves a store that can be checked", async () => {
  using place = storeFolder();
  const store = await opened(place.path);
  const session = await store.tryImport(ACCOUNT);
  await session?.put("bulk", [sslPart(1)], NOW);
  await session?.release();
  // As the killed run leaves it: never closed.
  const copy = join(place.folder, "killed.sqlite");
  copyFileSync(place.path, copy);
  const file = openSync(copy, "r+");
  writeSync(file, Buffer.from("h9"), 0, 2, readFileSync(copy).indexOf("h1.example"));
  closeSync(file);
  const again = await opened(copy);
  expect(again.damaged).toBe(`${copy}.damaged`);
  await again.close();
  expect((await store.query({ view: viewOf(), now: NOW })).total).toBe(1);
  await store.close();
});

it("is sealed anew with the labels of a later run, so that a damaged label is found", async () => {
  using place = storeFolder();
  const imported = await opened(place.path);
  const session = await imported.tryImport(ACCOUNT);
  await session?.put("bulk", [sslPart(1)], NOW);
  await session?.release();
  await imported.close();
  const labelling = await opened(place.path);
  const labelOf = () => ({ tags: ["payments"], owners: [], attributes: {} });
  expect(await labelling.label({ account: ACCOUNT, ruleSet: "later", labelOf })).toBe(1);
  await labelling.close();
  const content = readFileSync(place.path);
  const at = content.indexOf('"payments"');
  expect(at).toBeGreaterThan(0);
  const copy = join(place.folder, "labelled.sqlite");
  content.write("paymints", at + 1);
  writeFileSync(copy, content);
  const again = await opened(copy);
  expect(again.damaged).toBe(`${copy}.damaged`);
  await again.close();
  const kept = await opened(place.path);
  const asked = { view: { ...viewOf(), ruleSet: "later" }, filter: { tags: ["payments"] }, now: NOW };
  expect([kept.damaged, (await kept.query(asked)).total]).toEqual([null, 1]);
  await kept.close();
});
