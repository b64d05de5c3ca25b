import { spawnSync } from "node:child_process";
import {
  chmodSync,
  closeSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { writeLauncher } from "./launcher.ts";

const room = mkdtempSync(join(tmpdir(), "launcher test-"));
const bin = join(room, "bin");
const loader = join(room, "ld-linux.so");
const alpineMark = join(room, "alpine-release");
const folder = join(room, "package");
const program = join(folder, "lib", "provider");
const bundle = join(folder, "lib", "provider.cjs");
const launcher = join(folder, "terraform-provider-x_v1.0.0");
/** The shells of Debian and Alpine (dash has busybox' ways), and of Red Hat. */
const SHELLS = ["/bin/dash", "/bin/bash"];

function writeScript(path: string, text: string): void {
  writeFileSync(path, `#!/bin/sh\n${text}\n`, { mode: 0o755 });
}

// A whole package on a machine with glibc and without Node.
beforeEach(() => {
  for (const path of [bin, loader, alpineMark, folder]) rmSync(path, { recursive: true, force: true });
  mkdirSync(bin);
  mkdirSync(join(folder, "lib"), { recursive: true });
  // `exec` keeps the process, so a program that was execed has the process id of what was started.
  writeScript(
    program,
    'echo "executable $$ $* [$BUN_BE_BUN$BUN_OPTIONS] $BUN_JSC_thresholdForFTLOptimizeAfterWarmUp"',
  );
  writeFileSync(bundle, "");
  installLauncher(null);
  writeScript(loader, '[ "$1" = --list ]');
});
afterAll(() => rmSync(room, { recursive: true }));

function installLauncher(processorFlag: string | null): void {
  const text = writeLauncher({
    glibc: { loader, alpineMark, processorFlag },
    leastNode: { major: 22, minor: 19 },
  });
  writeFileSync(launcher, text, { mode: 0o755 });
}

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

/** What it says before it gives up: one line, on standard output. */
function lastWord(shell = "/bin/sh"): string {
  const { status, stdout } = launch(shell, [launcher]);
  expect([status, stdout.split("\n").length]).toEqual([1, 1]);
  return stdout;
}

describe("the launcher", () => {
  it.each([
    ["by its path", () => launch(launcher, ["a b", "c"])],
    [
      "by a relative path, as Terraform does",
      () => launch("package/terraform-provider-x_v1.0.0", ["a b", "c"]),
    ],
    ["by sh in its own folder", () => launch("/bin/sh", ["terraform-provider-x_v1.0.0", "a b", "c"], folder)],
    ["by bash, which is sh elsewhere", () => launch("/bin/bash", [launcher, "a b", "c"])],
  ])("becomes the executable on glibc, with none of Bun's own variables but ours: %s", (_name, start) => {
    installNode("v24.0.0");
    expect(start()).toEqual({ status: 0, stderr: "", stdout: "executable PID a b c [] 1000000" });
  });

  it("finds its files through linked folders and links to itself, as mirrors and caches make them", () => {
    const linked = join(room, "linked");
    const elsewhere = mkdtempSync(join(room, "elsewhere-"));
    symlinkSync(folder, linked);
    symlinkSync(join(linked, "terraform-provider-x_v1.0.0"), join(elsewhere, "absolute"));
    symlinkSync("absolute", join(elsewhere, "relative"));
    symlinkSync("/usr/bin/readlink", join(bin, "readlink"));
    for (const start of [join(linked, "terraform-provider-x_v1.0.0"), join(elsewhere, "relative")]) {
      expect(launch(start, []).stdout).toBe("executable PID  [] 1000000");
    }
    rmSync(linked);
  });

  it.each([
    ["without glibc's loader", () => rmSync(loader)],
    ["on Alpine with a loader of glibc's name", () => writeFileSync(alpineMark, "3.23.0\n")],
    ["where the loader refuses", () => writeScript(loader, "exit 1")],
    ["where the processor lacks what the executable needs", () => installLauncher("no_such_flag")],
  ])("becomes the bundle in Node %s", (_name, arrange) => {
    arrange();
    installNode("v22.19.0");
    expect(launch(launcher, ["a"])).toEqual({ status: 0, stderr: "", stdout: `node PID ${bundle} a` });
  });

  it.each([
    ["v22.19.0", true],
    ["v22.20.1", true],
    ["v24.0.0", true],
    ["v100.1.0-nightly", true],
    ["v22.18.9", false],
    ["v22.4.1", false],
    ["v20.19.0", false],
    ["unknown", false],
    ["v22", false],
  ])("judges Node %s by major and minor version", (version, isEnough) => {
    rmSync(loader);
    installNode(version);
    expect(launch(launcher, []).stdout.startsWith("node PID")).toBe(isEnough);
  });

  it("says what to install where there is no Node, and no command that brings an old one where one was found", () => {
    rmSync(loader);
    const wanted = "This system has no glibc, so the provider needs Node.js 22.19 or newer on PATH";
    expect(lastWord()).toBe(
      `${wanted} (found: none). On Alpine 3.23 or newer: apk add nodejs. Elsewhere take an image with glibc, for example debian:stable-slim.`,
    );
    installNode("v20.15.1");
    expect(lastWord()).toBe(
      `${wanted} (found: v20.15.1). Alpine 3.23 and newer have such a Node.js; or take an image with glibc, for example debian:stable-slim.`,
    );
  });
});

describe.each(SHELLS)("the launcher in %s says", (shell) => {
  it("that the rest of the package is missing", () => {
    const lonely = join(mkdtempSync(join(room, "lonely-")), "terraform-provider-x_v1.0.0");
    cpSync(launcher, lonely);
    const { status, stdout } = launch(shell, [lonely]);
    expect(status).toBe(1);
    expect(stdout).toMatch(/package is not whole: .*\/lib lacks provider or provider\.cjs\. Copy the whole/);
  });

  it("that the executable may not be executed", () => {
    chmodSync(program, 0o644);
    expect(lastWord(shell)).toMatch(/lib\/provider may not be executed \(chmod \+x restores that; .*noexec/);
  });

  it("that the executable is being written", () => {
    cpSync("/bin/true", program);
    const writer = openSync(program, "r+");
    try {
      expect(lastWord(shell)).toMatch(
        /can't start .*\/lib\/provider: Text file busy\. Where it is being written/,
      );
    } finally {
      closeSync(writer);
    }
  });

  it("why the loader refuses", () => {
    writeScript(loader, "echo \"provider: version 'GLIBC_2.17' not found\" >&2; echo more; exit 1");
    expect(lastWord(shell)).toMatch(
      /^This system's loader refuses the provider \(provider: version 'GLIBC_2\.17' not found\), so .*Node\.js/,
    );
  });

  it("what the processor lacks", () => {
    installLauncher("sse4_99");
    expect(lastWord(shell)).toMatch(/^This processor has no SSE4\.99, so the provider needs Node\.js 22\.19/);
  });
});
