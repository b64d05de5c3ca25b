import { systemClock } from "../../core/base/clock.ts";
import { silentLogger } from "../../core/base/log.ts";
import { runImport } from "../../core/domain/import/run-import.ts";
import { IMPORT_DEFAULTS } from "../../core/domain/import/settings.ts";
import { createScmClient } from "../../core/scm/client.ts";
import { openInventoryStore } from "../../core/store/load-store.ts";

/**
 * An import in a process of its own, to be killed or to run beside another: `node import-process.ts '<JSON>'`. Prints a
 * line when the first rows are stored, and one when it is done.
 */
interface Task {
  readonly path: string;
  readonly apiUrl: string;
  readonly customerUri: string;
  readonly username: string;
  readonly password: string;
}

// Only tests write it.
const task = JSON.parse(process.argv[2] ?? "") as Task;
const { path, apiUrl, customerUri, username, password } = task;
const clock = systemClock();
const store = await openInventoryStore({ path, clock, log: silentLogger, variables: {} });
const login = { kind: "password", username, password, customerUri } as const;
const scm = createScmClient({ baseUrl: apiUrl, login });
let hasBegun = false;
const outcome = await runImport({
  scm,
  store,
  clock,
  account: { host: "fake", customerUri, administrator: username },
  settings: { ...IMPORT_DEFAULTS, certificateTypes: ["ssl"], includeDiscovered: true },
  when: "due",
  onProgress() {
    if (!hasBegun) console.log("begun");
    hasBegun = true;
  },
});
console.log(JSON.stringify({ imported: outcome.imported }));
await scm.close();
await store.close();
