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
