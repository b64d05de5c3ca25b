import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

const ROOT = new URL("../../../", import.meta.url);
const PROGRAM = fileURLToPath(new URL("test/support/stand-in-provider.ts", ROOT));
/** Runs TypeScript as it stands, whatever Node runs the tests. */
const NODE = fileURLToPath(new URL("node_modules/.bin/node", ROOT));

export interface StandIn extends AsyncDisposable {
  /** What tells Terraform where the provider already runs. */
  readonly environment: Readonly<Record<string, string>>;
}

/** Serves the stand-in for other providers. */
export async function standIn(): Promise<StandIn> {
  const child = spawn(NODE, [PROGRAM, "--debug"], { stdio: ["ignore", "pipe", "inherit"] });
  const ended = once(child, "exit");
  let said = "";
  for await (const chunk of child.stdout) {
    said += String(chunk);
    if (said.includes("\n")) break;
  }
  const [, json] = /TF_REATTACH_PROVIDERS='(.*)'/.exec(said) ?? [];
  if (json === undefined) throw new Error(`the stand-in does not say where it is: ${said}`);
  return {
    environment: { TF_REATTACH_PROVIDERS: json },
    async [Symbol.asyncDispose]() {
      child.kill("SIGTERM");
      await ended;
    },
  };
}
