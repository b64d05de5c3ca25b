import { expect, it } from "vitest";
import { ACCOUNT, sslPart, storeFolder, storeOf, viewOf } from "../../test/support/inventory.ts";
import { openFile } from "./open-file.ts";

const NOW = new Date("2026-06-15T12:00:00.000Z");

const parts = (batch: number) => Array.from({ length: 100 }, (_, index) => sslPart(batch * 100 + index + 1));

it("S31 a full disk: says so, keeps each batch that was stored, none by half, and goes on when there is room", async () => {
  using place = storeFolder();
  const opened = await openFile(place.path);
  const store = await storeOf(opened);
  const session = await store.tryImport(ACCOUNT);
  // SQLite then answers as on a disk that is full.
  opened.exec("pragma max_page_count = 120");
  let stored = 0;
  const fill = async (): Promise<void> => {
    for (; stored < 200; stored += 1) await session?.put("bulk", parts(stored), NOW);
  };
  await expect(fill()).rejects.toMatchObject({
    code: "store.full",
    message: expect.stringContaining(
      "store certificates: the inventory store by hand can't be used: the disk is full",
    ),
  });
  expect(stored).toBeGreaterThan(0);
  const total = async () => [
    (await store.query({ view: viewOf(), now: NOW })).total,
    (await store.count({ view: viewOf(), now: NOW })).total,
  ];
  expect(await total()).toEqual([stored * 100, stored * 100]);
  opened.exec("pragma max_page_count = 100000");
  const before = stored;
  await session?.put("bulk", parts(stored), NOW);
  expect(await total()).toEqual([(before + 1) * 100, (before + 1) * 100]);
  await store.close();
});
