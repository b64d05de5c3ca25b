import { readFileSync } from "node:fs";
import { systemClock } from "../../core/base/clock.ts";
import { silentLogger } from "../../core/base/log.ts";
import { runImport } from "../../core/domain/import/run-import.ts";
import { IMPORT_DEFAULTS } from "../../core/domain/import/settings.ts";
import { createScmClient } from "../../core/scm/client.ts";
import { openStore } from "../../core/store/open-store.ts";

/**
 * An import in a process of its own, as a run of Terraform or a step has it, so that its memory is its own. Compiled as the
 * provider is. Prints one line of JSON.
 */
interface Task {
  readonly path: string;
  readonly apiUrl: string;
  readonly customerUri: string;
  readonly username: string;
  readonly password: string;
}

/** Most memory the process has held so far, in MB. Source: proc_pid_status(5), VmHWM. */
function peakMb(): number {
  const kb = /VmHWM:\s+(\d+)/.exec(readFileSync("/proc/self/status", "utf8"))?.[1];
  return Math.round(Number(kb) / 1_000);
}

async function main(): Promise<void> {
  // Only the benchmark writes it.
  const { path, apiUrl, customerUri, username, password } = JSON.parse(process.argv.at(-1) ?? "") as Task;
  const clock = systemClock();
  const store = await openStore({ path, clock, log: silentLogger });
  const login = { kind: "password", username, password, customerUri } as const;
  const scm = createScmClient({ baseUrl: apiUrl, login });
  const start = performance.now();
  const before = process.cpuUsage();
  const { rows, added } = await runImport({
    scm,
    store,
    clock,
    account: { host: "fake", customerUri, administrator: username },
    settings: { ...IMPORT_DEFAULTS, certificateTypes: ["ssl"] },
    when: "always",
  });
  const ms = Math.round(performance.now() - start);
  const { user, system } = process.cpuUsage(before);
  const cpuMs = Math.round((user + system) / 1_000);
  console.log(JSON.stringify({ ms, cpuMs, rows, added, peakMb: peakMb() }));
  await scm.close();
  await store.close();
}

main();
