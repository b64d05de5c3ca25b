import { type Clock, systemClock } from "../../core/base/clock.ts";
import { type ImportRequest, runImport } from "../../core/domain/import/run-import.ts";
import { IMPORT_DEFAULTS, type ImportSettings, importView } from "../../core/domain/import/settings.ts";
import type { InventoryAccount } from "../../core/domain/inventory.ts";
import type { InventoryEntry } from "../../core/domain/inventory-row.ts";
import { createScmClient } from "../../core/scm/client.ts";
import type { FakeScmChoices } from "../fake-scm/options.ts";
import { testScm } from "../fake-scm/testing.ts";
import { testStore } from "./inventory.ts";

/** When stages begin. */
export const START = new Date("2026-06-15T09:30:00.000Z");

/** A clock that is moved by hand; waiting takes no time. */
function handClock(): Clock & { advance(ms: number): void } {
  const real = systemClock();
  let at = START.getTime();
  return {
    now: () => new Date(at),
    wait: (_ms, signal) => real.wait(1, signal),
    advance: (ms) => {
      at += ms;
    },
  };
}

/** A fake SCM with 600 server certificates, 60 of clients and 60 of devices, a store, and a clock for both. */
export async function importStage(choices: FakeScmChoices = {}) {
  const fake = await testScm({ records: 600, now: START.getTime(), ...choices });
  const clock = handClock();
  const it = await testStore(clock);
  const client = (login = fake.username) =>
    createScmClient({
      baseUrl: fake.apiUrl,
      login: {
        kind: "password",
        username: login,
        password: fake.logins.find((known) => known.login === login)?.password ?? "",
        customerUri: fake.customerUri,
      },
      retry: { baseMs: 1 },
      clock,
    });
  const scm = client();
  const account: InventoryAccount = {
    host: "fake",
    customerUri: fake.customerUri,
    administrator: fake.username,
  };
  const settings = (more: Partial<ImportSettings> = {}): ImportSettings => ({ ...IMPORT_DEFAULTS, ...more });
  return {
    fake,
    clock,
    store: it.store,
    path: it.path,
    client,
    scm,
    account,
    settings,
    import: (more: Partial<ImportSettings> = {}, request: Partial<ImportRequest> = {}, options = {}) =>
      runImport(
        { scm, store: it.store, account, settings: settings(more), when: "due", clock, ...request },
        options,
      ),
    rows: async (more: Partial<ImportSettings> = {}): Promise<readonly InventoryEntry[]> => {
      const view = importView(account, settings({ includeDiscovered: true, includeExpired: true, ...more }));
      return (await it.store.query({ view, now: clock.now(), limit: 10_000 })).rows;
    },
    /** Moves both clocks. */
    async pass(ms: number) {
      clock.advance(ms);
      await fake.control.setClock(clock.now().toISOString());
    },
    async calls() {
      const requests = await fake.control.requests();
      await fake.control.clearRequests();
      return requests.map(
        ({ method, path }) => `${method} ${path.replace(/^\/api/, "").replace(/\/\d+$/, "/{id}")}`,
      );
    },
    async [Symbol.asyncDispose]() {
      await scm.close();
      await it[Symbol.asyncDispose]();
      await fake[Symbol.asyncDispose]();
    },
  };
}
