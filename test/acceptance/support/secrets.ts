import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import type { FakeScm } from "../../fake-scm/server.ts";
import type { Workspace } from "./terraform.ts";
import { unzipText } from "./zip.ts";

/** Terraform and the provider write all they ever log into this file of a workspace. */
export const TRACE_LOG = "trace.log";

/** What a test leaves behind on purpose. */
export interface Leaving {
  /** It says `private_key = {}`: keys stand in state by choice, and in saved plans, which hold the state; nowhere else. */
  readonly keepsKeysInState?: boolean;
}

/**
 * Looks for every planted secret, and for private keys, wherever a run leaves text: state, saved plans, the log at TRACE,
 * all terminal output, and the fake's request log. Runs after every acceptance test.
 */
export async function expectNoSecret(
  scm: FakeScm,
  workspace: Workspace,
  { keepsKeysInState = false }: Leaving = {},
): Promise<void> {
  const places = {
    ...leftFiles(workspace),
    "terminal output": workspace.transcript,
    "request log of the fake": JSON.stringify(await scm.control.requests()),
  };
  for (const [place, text] of Object.entries(places)) {
    for (const { name, value } of secretsOf(scm)) {
      expect(text.includes(value), `${name} stands in ${place}`).toBe(false);
    }
    const isChosen = keepsKeysInState && /\.(tfstate|tfplan|backup)$/.test(place);
    if (isChosen) continue;
    expect(/BEGIN [A-Z ]*PRIVATE KEY/.test(text), `a private key stands in ${place}`).toBe(false);
  }
}

/** Looks for further secrets, which a test made itself, in the same files and in all terminal output. */
export function expectNowhere(workspace: Workspace, secrets: Readonly<Record<string, string>>): void {
  const places = { ...leftFiles(workspace), "terminal output": workspace.transcript };
  for (const [place, text] of Object.entries(places)) {
    for (const [name, value] of Object.entries(secrets)) {
      expect(text.includes(value), `${name} stands in ${place}`).toBe(false);
    }
  }
}

/** What a healthy run must not have in its log: Terraform's warnings and errors about the plugin. */
export function complaints(workspace: Workspace): readonly string[] {
  const log = workspace.read(TRACE_LOG);
  return log.split("\n").filter((line) => /\[(WARN|ERROR)\]/.test(line) && /provider|plugin/i.test(line));
}

function leftFiles(workspace: Workspace): Record<string, string> {
  if (!existsSync(workspace.folder)) return {};
  const names = readdirSync(workspace.folder).filter((name) =>
    /\.(tfstate|tfplan|bin|log|backup)$/.test(name),
  );
  return Object.fromEntries(
    names.map((name) => {
      const content = readFileSync(join(workspace.folder, name));
      const isArchive = content.subarray(0, 2).toString() === "PK";
      return [name, isArchive ? unzipText(content) : content.toString("latin1")] as const;
    }),
  );
}

function secretsOf({ logins }: FakeScm): readonly { readonly name: string; readonly value: string }[] {
  return logins.flatMap(({ login, password, clientSecret }) => [
    { name: `the password of ${login}`, value: password },
    { name: `the client secret of ${login}`, value: clientSecret },
  ]);
}
