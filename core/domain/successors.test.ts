import { expect, it } from "vitest";
import { ACCOUNT, sslPart, testStore, viewOf } from "../../test/support/inventory.ts";
import { inventoryRow } from "../../test/support/inventory-row.ts";
import type { InventoryRow } from "./inventory-row.ts";
import { findSuccessors, isSuccessor } from "./successors.ts";

const NOW = new Date("2026-09-01T00:00:00Z");
const later = { certificateId: 9, expires: "2027-03-01" };

it.each<[string, Partial<InventoryRow>, boolean]>([
  ["with the same names", {}, true],
  [
    "with more names",
    { subjectAlternativeNames: ["shop.example.test", "www.shop.example.test", "x.test"] },
    true,
  ],
  ["with a wildcard", { subjectAlternativeNames: ["shop.example.test", "*.shop.example.test"] }, true],
  ["with fewer names", { subjectAlternativeNames: ["shop.example.test"] }, false],
  ["of another organization", { organizationId: 1 }, false],
  ["of another issuer", { issuer: "CN=Other" }, false],
  ["of no known organization", { organizationId: null }, false],
  ["that waits", { status: "Requested" }, false],
  ["that is revoked", { status: "Revoked" }, false],
  ["that ends the same day", { expires: "2026-09-16T23:00:00.000Z" }, false],
  ["without an end", { expires: null }, false],
])("a later certificate %s", (_what, change, is) => {
  expect(isSuccessor(inventoryRow({ ...later, ...change }), inventoryRow(), NOW)).toBe(is);
});

it("are found in bulk by common name or its wildcard", async () => {
  await using it = await testStore();
  const session = await it.store.tryImport(ACCOUNT);
  const same = { organizationId: 7, issuer: "CN=One" };
  const old = { ...same, expires: "2026-09-10T00:00:00.000Z" };
  const parts = [
    ...[1, 2, 3].map((id) => sslPart(id, old)),
    sslPart(11, {
      ...same,
      commonName: "h1.example.test",
      subjectAlternativeNames: ["H1.example.test", "www.h1.example.test"],
    }),
    sslPart(12, { ...same, commonName: "*.example.test", subjectAlternativeNames: ["www.h2.example.test"] }),
  ];
  await session?.put("bulk", parts, NOW);
  const asked = { view: viewOf(), now: NOW };
  const { rows } = await it.store.query({ ...asked, filter: { expiresWithinDays: 30 } });
  const has = await findSuccessors({ ...asked, store: it.store, rows });
  expect(rows.map((row) => [row.certificateId, has(row)])).toEqual([
    [1, true],
    [2, true],
    [3, false],
  ]);
});
