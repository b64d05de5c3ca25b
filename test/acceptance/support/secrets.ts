import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import type { Stage } from "./scm.ts";

/**
 * Looks for the planted password, and for private keys, wherever a run leaves text: state, plan file, provider's and
 * Terraform's log at TRACE, terminal output, and the fake's request log. Also for Terraform's complaints about the provider.
 */
export async function expectNoSecret({ scm, workspace }: Stage): Promise<void> {
  const log = join(workspace.folder, "trace.log");
  const run = await workspace.run(["plan", "-no-color", "-out=plan.bin"], {
    TF_LOG: "TRACE",
    TF_LOG_PATH: log,
  });
  expect(run.code).toBe(0);
  await workspace.must(["apply", "-no-color", "plan.bin"], { TF_LOG: "TRACE", TF_LOG_PATH: log });
  const shown = await workspace.must(["show", "-json", "plan.bin"]);
  const places: Record<string, string> = {
    "terminal output": run.stdout + run.stderr,
    "plan as JSON": shown.stdout,
    "request log of the fake": JSON.stringify(await scm.control.requests()),
  };
  for (const name of readdirSync(workspace.folder)) {
    if (/\.(tfstate|bin|log|backup)$/.test(name))
      places[name] = readFileSync(join(workspace.folder, name), "latin1");
  }
  for (const [place, text] of Object.entries(places)) {
    expect(text.includes(scm.credentials.password), `the password stands in ${place}`).toBe(false);
    expect(/BEGIN [A-Z ]*PRIVATE KEY/.test(text), `a private key stands in ${place}`).toBe(false);
  }
  expect(complaints(places["trace.log"] ?? "")).toEqual([]);
}

/** Warnings and errors in Terraform's log that speak of the plugin. */
function complaints(log: string): readonly string[] {
  return log.split("\n").filter((line) => /\[(WARN|ERROR)\]/.test(line) && /provider|plugin/i.test(line));
}
