import { expect, it } from "vitest";
import { ACCOUNT, sslPart, testStore, viewOf } from "../../test/support/inventory.ts";
import { countWithoutSuccessor, filterBySuccessor } from "./by-successor.ts";

const NOW = new Date("2026-09-01T00:00:00Z");

it("refuses to compare more than it can, and counts nothing then", async () => {
  await using it = await testStore();
  const session = await it.store.tryImport(ACCOUNT);
  const parts = Array.from({ length: 20_001 }, (_, index) =>
    sslPart(index + 1, {
      ...{ expires: "2026-09-10T00:00:00.000Z", organizationId: 7 },
      issuer: index === 0 ? null : "CN=One",
    }),
  );
  await session?.put("bulk", parts, NOW);
  const asked = { store: it.store, view: viewOf(), now: NOW, filter: {} };
  await expect(filterBySuccessor(asked, false)).rejects.toMatchObject({
    code: "config.has_successor",
    message: expect.stringContaining("20000 certificates at most; the rest of the filter leaves 20001"),
  });
  expect(await countWithoutSuccessor(asked)).toBeNull();
  const narrow = { ...asked, filter: { text: "h7.example" } };
  expect(await filterBySuccessor(narrow, false)).toMatchObject({
    filter: { certificateIds: [7] },
    unknown: 0,
  });
  expect(await countWithoutSuccessor(narrow)).toEqual({ within_7: 0, within_30: 1, unknown: 0 });
  // Without its issuer nobody can tell: it is neither found nor forgotten.
  const untold = { ...asked, filter: { certificateIds: [1] } };
  for (const isWanted of [true, false])
    expect(await filterBySuccessor(untold, isWanted)).toMatchObject({
      filter: { certificateIds: [] },
      unknown: 1,
    });
  expect(await countWithoutSuccessor(untold)).toEqual({ within_7: 0, within_30: 0, unknown: 1 });
});
