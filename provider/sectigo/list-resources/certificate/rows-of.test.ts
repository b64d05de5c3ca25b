import { expect, it } from "vitest";
import { importView } from "../../../../core/index.ts";
import { ListStage } from "../../../../test/support/list-stage.ts";
import { accountOf } from "../../inventory/account-of.ts";
import { lookedAt } from "./list-request.ts";
import { countWanted, wantedBy, wantedRows } from "./rows-of.ts";

const NOTHING = {
  ...{ filter: null, except_ids: null, ordered_as_code: null, include_discovered: null, connector: null },
  ...{ refresh: null, store: null },
};

it.each([
  1, 7, 16, 1_000,
])("reads %i rows at once, each once, by rising id, and counts the same", async (atOnce) => {
  await using stage = await ListStage.of({ records: 20 });
  const { api } = stage;
  const { ids } = await stage.list();
  expect(ids.length).toBeGreaterThan(8);
  const wait = { signal: new AbortController().signal };
  const looked = await lookedAt({
    config: NOTHING,
    api,
    wait,
    warn: () => undefined,
    onGap: () => undefined,
  });
  const store = await api.inventories.at(stage.store);
  if (looked === null || store === null) throw new Error("nothing to look at");
  const view = importView(accountOf(api.identity), looked.settings);
  const rows = { store, atOnce, query: { view, filter: { statuses: ["Issued"] }, now: api.clock.now() } };
  const [first = 0, ...others] = ids;
  const isWanted = wantedBy({ except_ids: [first], ordered_as_code: null });
  const found: number[] = [];
  for await (const { certificateId } of wantedRows(rows, isWanted)) found.push(certificateId);
  expect(found).toEqual(others);
  expect(await countWanted(rows, isWanted)).toEqual({ total: others.length, succeeded: 0 });
});
