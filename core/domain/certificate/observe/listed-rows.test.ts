import { expect, it } from "vitest";
import type { FakeScmChoices } from "../../../../test/fake-scm/options.ts";
import { enroll, type TestScm, testScm } from "../../../../test/fake-scm/testing.ts";
import { LoginError } from "../../../base/errors.ts";
import { type Logger, silentLogger } from "../../../base/log.ts";
import { nameSet } from "../../../pki/names.ts";
import { createScmClient, type ScmClient } from "../../../scm/client.ts";
import type { OrderPlace } from "./find-orders.ts";
import { listRows } from "./listed-rows.ts";

const WHERE = { organizationId: 7003, scmProfileId: 3312 };

function clientOf({ apiUrl, credentials }: TestScm, retry = {}): ScmClient {
  return createScmClient({ baseUrl: apiUrl, login: { kind: "password", ...credentials }, retry });
}

function placeOf(commonName: string | null, ...others: readonly string[]): OrderPlace {
  const names = nameSet(commonName === null ? others : [commonName, ...others]);
  return { ...WHERE, commonName, names };
}

/** The lists asked for, by their status filter; the empty one is the whole list. */
async function listsOf(scm: TestScm): Promise<readonly string[]> {
  const asked = await scm.control.requests();
  return asked.filter(({ method }) => method === "GET").map(({ query }) => query.status ?? "");
}

it("a name is found by its common name and by its other names, whatever their case, and a longer name is not", async () => {
  await using scm = await testScm();
  const upper = await enroll(scm, "SHOP.example.test");
  const other = await enroll(scm, "api.example.test", { subjAltNames: "web.example.test" });
  await enroll(scm, "my.shop.example.test");
  const client = clientOf(scm);
  const listed = await listRows(client, WHERE, { orders: 4 });
  const idsOf = async (place: OrderPlace) => (await listed?.rowsOf(place))?.map(({ sslId }) => sslId);
  expect(await idsOf(placeOf("shop.example.test"))).toEqual([upper]);
  expect(await idsOf(placeOf(null, "web.example.test"))).toEqual([other]);
  expect(await idsOf(placeOf("new.example.test"))).toEqual([]);
  expect(await listsOf(scm)).toEqual([""]);
  await client.close();
});

it("is not asked for where looks by name cost as little, and left where it has more pages than they would save", async () => {
  await using scm = await testScm({ records: 6_000 });
  const client = clientOf(scm);
  expect(await listRows(client, WHERE, { orders: 3 })).toBeNull();
  expect(await scm.control.requests()).toEqual([]);
  // Its 222 rows are two pages.
  expect(await listRows(client, WHERE, { orders: 7 })).toBeNull();
  expect(await scm.control.requests()).toHaveLength(1);
  expect(await listRows(client, WHERE, { orders: 8 })).not.toBeNull();
  expect(await scm.control.requests()).toHaveLength(3);
  await client.close();
});

async function fiveLives(choices: FakeScmChoices) {
  const scm = await testScm({ now: Date.parse("2026-03-16T10:00:00Z"), ...choices });
  const [name, alone] = ["shop.example.test", "alone.example.test"];
  const expired = await enroll(scm, name, { term: 90 });
  const aloneExpired = await enroll(scm, alone, { term: 90 });
  const revoked = await enroll(scm, name);
  await scm.control.revoke(revoked, 4);
  await scm.control.setClock("2026-07-01T00:00:00Z");
  const living = await enroll(scm, name);
  const declined = await enroll(scm, name);
  await scm.control.act(declined, "decline");
  await scm.control.clearRequests();
  const client = clientOf(scm);
  const listed = await listRows(client, WHERE, { orders: 8 });
  const readFor = async (commonName: string) => {
    const place = placeOf(commonName);
    const rows = (await listed?.rowsOf(place)) ?? [];
    return (await listed?.worthReading(rows, place))?.map(({ sslId }) => sslId);
  };
  return { scm, client, readFor, name, alone, ids: { expired, aloneExpired, revoked, living, declined } };
}

it("records that are over are told by three lists for all names, unless they are the only ones of their name", async () => {
  const { scm, client, readFor, name, alone, ids } = await fiveLives({});
  await using _ = scm;
  expect(await readFor(alone)).toEqual([ids.aloneExpired]);
  expect(await listsOf(scm)).toEqual([""]);
  expect(await readFor(name)).toEqual([ids.living, ids.declined]);
  expect(await readFor(name)).toEqual([ids.living, ids.declined]);
  expect(await listsOf(scm)).toEqual(["", "Expired", "Revoked", "Issued"]);
  await client.close();
});

it("every record is read where SCM does not look at the status filter", async () => {
  const { scm, client, readFor, name, ids } = await fiveLives({ strict: { statusFilterIgnored: true } });
  await using _ = scm;
  expect(await readFor(name)).toEqual([ids.expired, ids.revoked, ids.living, ids.declined]);
  expect(await listsOf(scm)).toEqual(["", "Expired"]);
  await client.close();
});

it("a list that can't be read is left, and logged; one without a number of its rows is left; a wrong password ends all", async () => {
  await using scm = await testScm();
  const told: string[] = [];
  const log: Logger = { ...silentLogger, warn: (message) => told.push(message) };
  const many = { orders: 4, log };
  const client = clientOf(scm, { attempts: 1 });
  await scm.control.plantFault({ route: "GET /ssl/v1", kind: "truncated" });
  expect(await listRows(client, WHERE, many)).toBeNull();
  expect(told).toEqual(["could not list the certificates of the SCM profile at once"]);
  await scm.control.plantFault({ route: "GET /ssl/v1", kind: "no-total-count" });
  expect(await listRows(client, WHERE, many)).toBeNull();
  expect(await listRows(client, WHERE, many)).not.toBeNull();
  const stranger = createScmClient({
    baseUrl: scm.apiUrl,
    login: { kind: "password", ...scm.credentials, password: "not-the-password" },
  });
  await expect(listRows(stranger, WHERE, many)).rejects.toThrow(LoginError);
  await Promise.all([client.close(), stranger.close()]);
});
