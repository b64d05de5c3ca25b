import { expect, it } from "vitest";
import type { FakeScmChoices } from "../../../../test/fake-scm/options.ts";
import { enroll, type TestScm, testScm } from "../../../../test/fake-scm/testing.ts";
import { withIssued, withRowsTold } from "../../../../test/support/vast-list.ts";
import { nameSet } from "../../../pki/names.ts";
import { createScmClient, type ScmClient } from "../../../scm/client.ts";
import { findOrders } from "./find-orders.ts";
import { rowsLeftOut, rowsOfPlace } from "./rows-of-place.ts";

const NAME = "*.shop.example.test";
const PLACE = {
  organizationId: 7003,
  scmProfileId: 3312,
  commonName: NAME,
  names: nameSet([NAME, "api.shop.example.test"]),
};

function clientOf({ apiUrl, credentials }: TestScm): ScmClient {
  const login = { kind: "password", ...credentials } as const;
  return createScmClient({ baseUrl: apiUrl, login });
}

async function found(choices: FakeScmChoices, ordered: string, place = PLACE): Promise<readonly string[]> {
  await using scm = await testScm(choices);
  await enroll(scm, ordered, { subjAltNames: "api.shop.example.test" });
  const client = clientOf(scm);
  const orders = await findOrders(client, place, () => false);
  await client.close();
  return orders.map(({ commonName }) => commonName ?? "");
}

it.each<[string, FakeScmChoices["strict"]]>([
  ["as it is", {}],
  ["added to by the CA", { caAddsBareDomain: true }],
  ["short of a name", { caDropsName: true }],
  ["looked for by the beginning of names", { prefixNameFilter: true }],
  ["looked for by whole names", { exactNameFilter: true }],
  ["looked for with upper and lower case", { caseSensitiveNameFilter: true }],
])("an order is found %s", async (_name, strict) => {
  expect(await found({ strict: strict ?? {} }, NAME)).toEqual([NAME]);
});

it("an order is found by the spelling of its request where the filter tells upper from lower case", async () => {
  const spelt = "*.SHOP.example.test";
  const place = { ...PLACE, commonName: spelt };
  expect(await found({ strict: { caseSensitiveNameFilter: true } }, spelt, place)).toEqual([spelt]);
});

it("an order on its way is found in another spelling than its own, where the filter tells upper from lower case", async () => {
  const waiting = { autoApprove: false, strict: { caseSensitiveNameFilter: true } };
  const place = { ...PLACE, commonName: "*.shop.EXAMPLE.test" };
  expect(await found(waiting, "*.SHOP.example.test", place)).toEqual(["*.SHOP.example.test"]);
});

it("an order that is issued is found in another spelling than its own, also when it is in the middle of many", async () => {
  await using scm = await testScm({ strict: { caseSensitiveNameFilter: true } });
  for (let count = 0; count < 420; count += 1)
    await enroll(scm, count === 210 ? "*.SHOP.example.test" : `n${count}.example.test`);
  const client = clientOf(scm);
  const place = { ...PLACE, commonName: "*.shop.EXAMPLE.test" };
  const orders = await findOrders(client, place, () => false);
  expect(orders.map(({ commonName }) => commonName)).toEqual(["*.SHOP.example.test"]);
  await client.close();
});

it("a request without a common name is found where the filter by other names does not look at the common name", async () => {
  const choices = { strict: { sanFilterWithoutCommonName: true } };
  await using scm = await testScm(choices);
  await enroll(scm, "shop.example.test");
  const client = clientOf(scm);
  const place = { ...PLACE, commonName: null, names: nameSet(["shop.example.test"]) };
  expect(await findOrders(client, place, () => false)).toHaveLength(1);
  await client.close();
});

it("of more records than are compared both ends are, and how many were left out is known", async () => {
  await using scm = await testScm({});
  const client = clientOf(scm);
  const asked: number[] = [];
  const vast = withIssued(client, 60_000, asked);
  expect(await findOrders(vast, { ...PLACE, commonName: "new.example.test" }, () => false)).toEqual([]);
  expect(asked).toEqual([0, 0, 50_000]);
  const other = clientOf(scm);
  expect([await rowsLeftOut(vast, PLACE), await rowsLeftOut(other, PLACE)]).toEqual([40_000, 0]);
  await Promise.all([client.close(), other.close()]);
});

it("an order that is placed does not fail with the look of another one", async () => {
  await using scm = await testScm({});
  const client = clientOf(scm);
  const stop = new AbortController();
  const look = rowsOfPlace(client, { ...PLACE, names: [] }, { signal: stop.signal });
  const leftOut = rowsLeftOut(client, PLACE);
  stop.abort();
  await expect(look).rejects.toThrow();
  expect(await leftOut).toBe(0);
  await client.close();
});

it("what lives is asked for once for all orders that nothing is found for", async () => {
  await using scm = await testScm({});
  const client = clientOf(scm);
  for (const name of ["a.example.test", "b.example.test", "c.example.test"])
    expect(
      await findOrders(client, { ...PLACE, commonName: name, names: nameSet([name]) }, () => false),
    ).toEqual([]);
  // Two filters by name for each, and a list for each state of what lives.
  expect(await scm.control.requests()).toHaveLength(3 * 2 + 5);
  await client.close();
});

it("names of what lives are read once for all orders, however many there are", async () => {
  await using scm = await testScm({ strict: { caseSensitiveNameFilter: true } });
  const ordered = ["a.SHOP.example.test", "b.SHOP.example.test", "c.SHOP.example.test"];
  for (const name of ordered) await enroll(scm, name);
  const client = clientOf(scm);
  const read: string[] = [];
  const told = withRowsTold(client, ({ commonName }) => read.push(commonName ?? ""));
  for (const name of ["a.shop.EXAMPLE.test", "b.shop.EXAMPLE.test", "new.shop.EXAMPLE.test"]) {
    const orders = await findOrders(
      told,
      { ...PLACE, commonName: name, names: nameSet([name]) },
      () => false,
    );
    expect(orders).toHaveLength(name.startsWith("new") ? 0 : 1);
  }
  expect(read.toSorted()).toEqual(ordered);
  await client.close();
});

it("the youngest of many records are read although they have ended, and none that lives is missed", async () => {
  await using scm = await testScm({ now: Date.parse("2026-03-16T10:00:00Z") });
  const ids: number[] = [];
  for (let count = 0; count < 20; count += 1) ids.push(await enroll(scm, NAME, { term: 90 }));
  const revoked = ids[3] ?? 0;
  await scm.control.revoke(revoked, 1);
  await scm.control.setClock("2026-07-01T00:00:00Z");
  const client = clientOf(scm);
  const orders = await findOrders(client, PLACE, () => false);
  expect(orders.map(({ sslId }) => sslId)).toEqual([revoked, ...ids.slice(-8)]);
  await client.close();
});

it("sixty records of one wildcard that ended cost two lists, and calls for the youngest only", async () => {
  for (const statusFilterIgnored of [false, true]) {
    await using scm = await testScm({
      now: Date.parse("2026-03-16T10:00:00Z"),
      strict: { statusFilterIgnored },
    });
    for (let count = 0; count < 60; count += 1) await enroll(scm, NAME, { term: 90 });
    await scm.control.setClock("2026-07-01T00:00:00Z");
    const living = await enroll(scm, NAME);
    const client = clientOf(scm);
    await scm.control.clearRequests();
    const orders = await findOrders(client, PLACE, () => false);
    // Where SCM ignores the filter it is asked for each, rather than overlooking one.
    expect(orders).toHaveLength(statusFilterIgnored ? 61 : 8);
    expect(orders.at(-1)?.sslId).toBe(living);
    const asked = (await scm.control.requests()).map(({ path }) => path.replace(/\d+/, "{id}"));
    if (!statusFilterIgnored) expect(asked.length).toBe(11);
    await client.close();
  }
});
