import {
  chmodSync,
  closeSync,
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  rmSync,
  symlinkSync,
  truncateSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { Provider } from "../../provider/protocol/gen/tfplugin6_pb.js";
import { COOKIE, PACKAGE_FOLDER, PACKAGE_LAYOUT, Providers, shutDown } from "./packaged-provider.ts";
import { startPlugin } from "./plugin-process.ts";

/** The package as users have it, in a folder where it can be spoilt. The texts of the launcher have tests beside it. */
const room = mkdtempSync(join(tmpdir(), "launcher-"));
const folder = join(room, "package");
const entry = join(folder, PACKAGE_LAYOUT.entry);
const program = join(folder, PACKAGE_LAYOUT.executable);
/** What the launcher calls besides the shell's own. */
const withoutNode = join(room, "bin");
const providers = new Providers();

beforeAll(() => {
  cpSync(PACKAGE_FOLDER, folder, { recursive: true });
  mkdirSync(withoutNode);
  symlinkSync("/usr/bin/readlink", join(withoutNode, "readlink"));
});
beforeEach(() => {
  copyFileSync(join(PACKAGE_FOLDER, PACKAGE_LAYOUT.executable), program);
  chmodSync(program, 0o755);
});
afterEach(() => providers.endAll());
afterAll(() => rmSync(room, { recursive: true }));

/** Its only line on standard output, where Terraform looks; what the shell itself says goes to standard error. */
async function lastWord(command: string): Promise<string> {
  const plugin = startPlugin({ command, cookie: COOKIE, client: null, environment: { PATH: withoutNode } });
  const handshake = plugin.handshake.catch(() => null);
  expect(await plugin.ended).toEqual({ code: 1, signal: null });
  expect(await handshake).toBeNull();
  expect(plugin.stdout).toHaveLength(1);
  return plugin.stdout[0] ?? "";
}

/** @param environment  with Node on PATH unless told otherwise */
async function serves(command: string, environment: Readonly<Record<string, string>> = {}): Promise<void> {
  const provider = await providers.start({ name: command, command, args: [] }, { environment });
  await provider.connection.call(Provider, "getProviderSchema", {});
  expect(await shutDown(provider)).toEqual({ code: 0, signal: null });
}

describe("the packaged provider", () => {
  it("serves through a symbolic link as the entry", async () => {
    const link = join(mkdtempSync(join(room, "elsewhere-")), PACKAGE_LAYOUT.entry);
    symlinkSync(entry, link);
    await serves(link, { PATH: withoutNode });
  });

  it("serves by Node where the loader refuses the executable", async () => {
    truncateSync(program, 1_000);
    await serves(entry, { PATH: `${dirname(process.execPath)}:${withoutNode}` });
  });
});

describe("the packaged provider says", () => {
  it("that its entry was copied without lib/", async () => {
    const lonely = join(mkdtempSync(join(room, "lonely-")), PACKAGE_LAYOUT.entry);
    copyFileSync(entry, lonely);
    expect(await lastWord(lonely)).toMatch(/^The provider's package is not whole: .*\/lib lacks/);
  });

  it("that its executable has lost the right to be executed", async () => {
    chmodSync(program, 0o644);
    expect(await lastWord(entry)).toMatch(/may not be executed \(chmod \+x restores that/);
  });

  it("that its executable is being written", async () => {
    const writer = openSync(program, "r+");
    try {
      expect(await lastWord(entry)).toMatch(/can't start .*: Text file busy\. Where it is being written/);
    } finally {
      closeSync(writer);
    }
  });

  it.each([
    ["what the loader has against it", 10, "file too short"],
    ["that its executable is cut short", 1_000, "it broke off: the file may be cut short"],
  ])("%s", async (_what, length, reason) => {
    truncateSync(program, length);
    const said = await lastWord(entry);
    expect(said).toMatch(/^This system's loader refuses the provider \(.+\), so .* Node\.js/);
    expect(said).toContain(reason);
  });
});
