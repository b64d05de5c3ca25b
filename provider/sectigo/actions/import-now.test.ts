import { readFileSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { silentLog } from "../../../test/support/library-provider.ts";
import { ListStage } from "../../../test/support/list-stage.ts";
import { encodeObject } from "../../framework/attribute.ts";
import { runAction } from "../../framework/run-action.ts";
import { importNowAction } from "./import-now.ts";

/** Its progress, and then what it completes with: severity, summary and detail. */
async function run(stage: ListStage, given: Readonly<Record<string, unknown>>): Promise<readonly string[]> {
  const { api } = stage;
  const config = encodeObject(importNowAction.spec.attributes, given);
  const environment = { api, signal: new AbortController().signal, log: silentLog, explain: api.explain };
  const said: string[] = [];
  for await (const event of runAction(importNowAction, config, environment))
    said.push(
      ...("progress" in event
        ? [event.progress]
        : event.completed.map(({ severity, summary, detail }) => `${severity}: ${summary}\n${detail}`)),
    );
  return said;
}

describe('action "sectigo_import_now"', () => {
  it("refuses a run that could keep nothing, since neither store, environment nor home say where", async () => {
    await using stage = await ListStage.of({ records: 6 });
    expect(await run(stage, {})).toEqual([expect.stringMatching(/^error: Import now: .*config\.no_store/)]);
  });

  it("says what it could not read as usual, and why", async () => {
    await using stage = await ListStage.of({ records: 6 });
    const route = "POST /report/v1/ssl-certificates";
    await stage.scm.control.plantFault({ route, kind: "status", status: 403, times: 100 });
    const said = await run(stage, { store: stage.store });
    expect(said.at(-2)).toMatch(/^in all: /);
    expect(said.at(-1)).toMatch(
      /^warning: Certificates of type ssl can't .*\nThey were read one by one\. Make/,
    );
  });

  it("asks SCM again though nothing is due, and keeps names for lists that ask nothing", async () => {
    await using stage = await ListStage.of({ records: 60 });
    const { store } = stage;
    const counted = expect.stringMatching(/^in all: [1-9]\d* rows, /);
    for (const _ of ["first", "second"]) expect((await run(stage, { store })).at(-1)).toEqual(counted);
    await stage.scm.control.clearRequests();
    const { ids } = await stage.list({ refresh: "never", filter: { organizations: ["Example Ltd/Web"] } });
    expect(ids.length).toBeGreaterThan(0);
    expect(await stage.scm.control.requests()).toEqual([]);
  });

  it("fills a new store in place of a damaged one, and says so", async () => {
    await using stage = await ListStage.of({ records: 60 });
    const { store } = stage;
    await run(stage, { store });
    await stage.api.inventories.close();
    const content = readFileSync(store);
    const at = content.indexOf("example.test", Math.floor(content.length / 2));
    content[at] = (content[at] ?? 0) ^ 1;
    writeFileSync(store, content);
    const said = await run(stage, { store });
    expect(said).toContainEqual(expect.stringMatching(/^warning: The inventory's copy was damaged\n/));
    expect((await stage.list({ refresh: "never" })).ids.length).toBeGreaterThan(0);
  });

  it("imports what a connector imports, of this account only", async () => {
    await using stage = await ListStage.of({ records: 6 });
    const { store } = stage;
    const said = await run(stage, { store, connector: stage.connector() });
    expect(said.every((line) => /^(ssl|in all): /.test(line))).toBe(true);
    const nothing = { ...stage.connector(), import: null };
    expect(await run(stage, { store, connector: nothing })).toEqual([
      expect.stringMatching(/^warning: The connector imports nothing\n/),
    ]);
    const foreign = { ...stage.connector(), customer_uri: "another" };
    expect(await run(stage, { store, connector: foreign })).toEqual([
      expect.stringMatching(/^error: .*another/),
    ]);
  });
});
