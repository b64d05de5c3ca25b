import { expect, it } from "vitest";
import { Runner } from "../action/support/runner.ts";
import { startFakeScm } from "../fake-scm/server.ts";
import { budget } from "../support/budget.ts";
import { startPostgres } from "../support/postgres.ts";

const NOW = "2026-03-16T10:00:00Z";
/** Fifty of up to three connections are more than a server has. */
const RUNS = budget({ usual: 6, full: 50 });

it("S84 many runs at once on one database: one imports for each account, all show the same, and no connection stays", async () => {
  // What a server has when it is set up.
  await using server = await startPostgres({ settings: { max_connections: "100" } });
  const scm = await startFakeScm({ issueDelayMs: 0, now: Date.parse(NOW), records: 300 });
  const { apiUrl, credentials, logins } = scm;
  const passwords = new Map(logins.map(({ login, password }) => [login, password]));
  const accounts = [credentials.username, "requester"];
  const runs = Array.from({ length: RUNS }, async (_, index) => {
    const username = accounts[index % accounts.length] ?? "";
    const step = new Runner({ SECTIGO_INVENTORY_STORE: server.url("many"), SECTIGO_TEST_CLOCK: NOW });
    const run = await step.run({
      ...{ "base-url": apiUrl, "customer-uri": credentials.customerUri, limit: 5_000 },
      ...{ username, password: passwords.get(username) ?? "" },
      ...{ command: "inventory", refresh: "due" },
    });
    step.remove();
    return { username, run };
  });
  const done = await Promise.all(runs);
  await scm.close();
  for (const account of accounts) {
    const ours = done.filter(({ username }) => username === account).map(({ run }) => run);
    expect(ours.map(({ code, annotations }) => ({ code, annotations }))).toEqual(
      ours.map(() => ({ code: 0, annotations: [] })),
    );
    expect(ours.filter(({ log }) => log.includes(" rows of the whole list"))).toHaveLength(1);
    const [first] = ours;
    expect(Number(first?.outputs.total)).toBeGreaterThan(100);
    const shown = ({ outputs: { complete, total, inventory, counts } }: (typeof ours)[number]) => ({
      complete,
      total,
      inventory,
      counts,
    });
    expect(ours.map(shown)).toEqual(ours.map(() => ({ ...(first && shown(first)), complete: "true" })));
  }
  // The server notices the end of a process a moment later.
  const ask = "select 1 from pg_stat_activity where application_name like 'terraform%'";
  while ((await server.sql(ask)).length > 0);
}, 900_000);
