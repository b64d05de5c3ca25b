import { expect, it } from "vitest";
import { ACCOUNT, sslPart, testStore, viewOf } from "../../test/support/inventory.ts";
import type { RowPart } from "../domain/merge-parts.ts";

const NOW = new Date("2026-09-01T00:00:00Z");
const one = { serialNumber: "0A", issuer: "CN=One", organizationId: 7 };
const PARTS: readonly RowPart[] = [
  sslPart(1, one),
  sslPart(2, { ...one, origin: "discovered", organizationId: 8 }),
  // The same number of another CA is another certificate.
  sslPart(3, { ...one, issuer: "CN=Two" }),
  sslPart(4, { serialNumber: "0B", sha1Hash: "AB", origin: "uploaded" }),
  sslPart(5, { sha1Hash: "ab", origin: "discovered" }),
  sslPart(6, { serialNumber: "0C" }),
  sslPart(7, {}),
];

it("S86 shows a certificate once, by the record that was ordered, whatever else found it", async () => {
  await using it = await testStore();
  const session = await it.store.tryImport(ACCOUNT);
  await session?.put("bulk", PARTS, NOW);
  await session?.put("bulk", [{ ...sslPart(1, one), type: "device" }], NOW);
  const ids = async (filter: object, view: object = {}) => {
    const asked = { view: viewOf(view), filter, now: NOW };
    const { rows, total } = await it.store.query(asked);
    expect([total, (await it.store.count(asked)).total]).toEqual([rows.length, rows.length]);
    return rows.map(({ type, certificateId }) => `${type} ${certificateId}`);
  };
  const ssl = [1, 3, 5, 6, 7].map((id) => `ssl ${id}`);
  expect(await ids({ isUnique: true })).toEqual([...ssl, "device 1"]);
  expect(await ids({})).toHaveLength(8);
  // A record that is not shown stands for no other.
  expect(await ids({ isUnique: true }, { organizationIds: [8] })).toEqual(["ssl 2"]);
  const businessUnits = { forAll: null, byOrganizationId: new Map([[8, "Retail"]]) };
  expect(await ids({ isUnique: true, businessUnits: ["Retail"] }, { businessUnits })).toEqual(["ssl 2"]);
});

it("S86 shows a record again when the better one of its certificate has left or is another's, and once more when one comes", async () => {
  await using it = await testStore();
  const session = await it.store.tryImport(ACCOUNT);
  const shown = async () => {
    const asked = { view: viewOf(), filter: { isUnique: true }, now: NOW };
    const { rows, total } = await it.store.query(asked);
    const { byOrganization } = await it.store.count(asked);
    expect([total, Object.values(byOrganization).reduce((sum, n) => sum + n, 0)]).toEqual([
      rows.length,
      total,
    ]);
    return rows.map(({ certificateId }) => certificateId);
  };
  await session?.put("bulk", [sslPart(2, { ...one, origin: "discovered" })], NOW);
  await session?.put("bulk", [sslPart(1, one)], NOW);
  expect(await shown()).toEqual([1]);
  await session?.put("bulk", [sslPart(1, { ...one, serialNumber: "0D" })], NOW);
  expect(await shown()).toEqual([1, 2]);
  await session?.put("bulk", [sslPart(3, { serialNumber: "0D", issuer: "CN=One" })], NOW);
  await session?.put("bulk", [sslPart(4, { sha1Hash: "AB" }), sslPart(5, { sha1Hash: "ab" })], NOW);
  expect(await shown()).toEqual([1, 2, 4]);
  await session?.openWalk("ssl", { now: NOW, notBefore: NOW });
  await session?.put("bulk", [sslPart(2, one), sslPart(5, { sha1Hash: "ab" })], NOW);
  await session?.closeWalk("ssl", { type: "ssl", origins: null, organizationIds: null });
  expect(await shown()).toEqual([2, 5]);
});
