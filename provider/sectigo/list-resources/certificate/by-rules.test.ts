import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { enroll, type TestScm, testScm } from "../../../../test/fake-scm/testing.ts";
import { connection, START } from "../../../../test/support/certificate-stage.ts";
import { silentLog } from "../../../../test/support/library-provider.ts";
import { encodeObject } from "../../../framework/attribute.ts";
import { type ListEvent, listObjects } from "../../../framework/list-objects.ts";
import type { Connection } from "../../connection.ts";
import { certificateResource } from "../../resources/certificate.ts";
import { certificateList } from "../certificate.ts";

let scm: TestScm;
let api: Connection;
let folder: string;

beforeEach(async () => {
  scm = await testScm({ now: START.getTime() });
  api = connection(scm);
  folder = mkdtempSync(join(tmpdir(), "sectigo-list-"));
  for (const name of ["shop.example.test", "api.example.test", "mail.example.test"]) await enroll(scm, name);
});
afterEach(async () => {
  await api.inventories.close();
  await api.client.close();
  await scm.close();
  rmSync(folder, { recursive: true });
});

const rule = (name: string, pattern: string) => ({
  ...{ name, match: "all", tags: [name], owners: [`${name}@example.test`] },
  conditions: [{ attribute: "common_name", operator: "matches", value: pattern }],
});
const RULES = [rule("web", "^(shop|api)\\."), rule("post", "^mail\\.")];

async function list(filter: object, imports: object = {}): Promise<readonly ListEvent[]> {
  const { host, customerUri } = api.identity;
  const settings = { certificate_types: ["ssl"], assignment_rules: RULES, ...imports };
  const connector = {
    host,
    customer_uri: customerUri,
    name: "Main",
    business_unit: "Retail",
    import: settings,
  };
  const given = { connector, filter, store: join(folder, "store.sqlite") };
  const config = encodeObject(certificateList.spec.attributes, given);
  const environment = { api, signal: new AbortController().signal, log: silentLog, explain: api.explain };
  const listing = { list: certificateList, resource: certificateResource };
  const events: ListEvent[] = [];
  for await (const event of listObjects(listing, { config, limit: 100, includeObject: false }, environment))
    events.push(event);
  expect(events.flatMap(({ diagnostics }) => diagnostics)).toEqual([]);
  return events;
}

const names = (events: readonly ListEvent[]) => events.map(({ displayName }) => displayName.split(" ")[0]);

describe('S89 list "sectigo_certificate" by a connector', () => {
  it.each([
    [{ tags: ["web"] }, ["shop.example.test", "api.example.test"]],
    [{ owners: ["POST@example.test"] }, ["mail.example.test"]],
    [
      {
        tags: ["web"],
        conditions: [{ attribute: "common_name", operator: "equals", value: "api.example.test" }],
      },
      ["api.example.test"],
    ],
    [{ tags: ["other"] }, []],
    [{ business_units: ["Retail"] }, ["shop.example.test", "api.example.test", "mail.example.test"]],
  ])("finds what its rules gave: %j", async (filter, found) => {
    expect(names(await list(filter))).toEqual(found);
  });

  it("goes by the rules as they are now, not by those of the last import", async () => {
    expect(names(await list({ tags: ["post"] }))).toEqual(["mail.example.test"]);
    const changed = [rule("post", "^shop\\.")];
    expect(names(await list({ tags: ["post"] }, { assignment_rules: changed }))).toEqual([
      "shop.example.test",
    ]);
    expect(names(await list({ tags: ["web"] }, { assignment_rules: changed }))).toEqual([]);
  });
});
