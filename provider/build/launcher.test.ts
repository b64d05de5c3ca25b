import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { writeLauncher } from "./launcher.ts";

const room = mkdtempSync(join(tmpdir(), "launcher test-"));
const bin = join(room, "bin");
const loader = join(room, "ld-linux.so");
const alpineMark = join(room, "alpine-release");
const launcher = join(room, "package", "terraform-provider-x_v1.0.0");

function writeScript(path: string, text: string): void {
  writeFileSync(path, `#!/bin/sh\n${text}\n`, { mode: 0o755 });
}

beforeAll(() => {
  mkdirSync(join(room, "package", "lib"), { recursive: true });
  // `exec` keeps the process, so a program that was execed has the process id of what was started.
  writeScript(join(room, "package", "lib", "provider"), 'echo "executable $$ $* [$BUN_BE_BUN$BUN_OPTIONS]"');
  writeFileSync(launcher, writeLauncher({ loader, alpineMark }), { mode: 0o755 });
});
beforeEach(() => {
  for (const path of [bin, loader, alpineMark]) rmSync(path, { recursive: true, force: true });
  mkdirSync(bin);
});
afterAll(() => rmSync(room, { recursive: true }));

function launch(command: string, args: readonly string[], cwd = room) {
  const { pid, status, stderr, stdout } = spawnSync(command, [...args], {
    cwd,
    encoding: "utf8",
    env: { PATH: bin, BUN_BE_BUN: "1", BUN_OPTIONS: "--inspect" },
  });
  return { status, stderr, stdout: stdout.trimEnd().replace(String(pid), "PID") };
}

function installNode(version: string): void {
  const text = `if [ "$1" = --version ]; then echo "${version}"; else echo "node $$ $*"; fi`;
  writeScript(join(bin, "node"), text);
}

describe("the launcher", () => {
  it.each([
    ["by its path", () => launch(launcher, ["a b", "c"])],
    [
      "by a relative path, as Terraform does",
      () => launch("package/terraform-provider-x_v1.0.0", ["a b", "c"]),
    ],
    [
      "by sh in its own folder",
      () => launch("/bin/sh", ["terraform-provider-x_v1.0.0", "a b", "c"], join(room, "package")),
    ],
  ])("becomes the executable on glibc, without Bun's own variables: %s", (_name, start) => {
    writeFileSync(loader, "");
    installNode("v24.0.0");
    expect(start()).toEqual({ status: 0, stderr: "", stdout: "executable PID a b c []" });
  });

  it("finds its files through a linked folder, as Terraform links a mirror", () => {
    writeFileSync(loader, "");
    const linked = join(room, "linked");
    symlinkSync(join(room, "package"), linked);
    expect(launch(join(linked, "terraform-provider-x_v1.0.0"), []).stdout).toBe("executable PID  []");
    rmSync(linked);
  });

  it.each([
    ["without glibc's loader", () => undefined],
    [
      "on Alpine with a loader of glibc's name",
      () => {
        writeFileSync(loader, "");
        writeFileSync(alpineMark, "3.22.0\n");
      },
    ],
  ])("becomes the bundle in Node %s", (_name, arrange) => {
    arrange();
    installNode("v22.0.0");
    expect(launch(launcher, ["a"])).toEqual({
      status: 0,
      stderr: "",
      stdout: `node PID ${join(room, "package", "lib", "provider.cjs")} a`,
    });
  });

  it.each([
    ["no Node", null, "none"],
    ["a Node that is too old", "v20.19.0", "v20.19.0"],
    ["a Node that says nothing sensible", "unknown", "unknown"],
  ])("says in one line what to install with %s", (_name, version, found) => {
    if (version !== null) installNode(version);
    expect(launch(launcher, [])).toEqual({
      status: 1,
      stderr: "",
      stdout: `This system has no glibc, so the provider needs Node.js 22 or newer on PATH (found: ${found}). On Alpine: apk add nodejs`,
    });
  });
});
