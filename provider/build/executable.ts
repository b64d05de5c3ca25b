import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { judgeExecutable } from "./inspect/judge-executable.ts";
import { OWN_RUNTIME } from "./runtime.ts";
import { signAdHoc } from "./sign-ad-hoc.ts";
import type { Target } from "./target.ts";
import { describeProgram } from "./windows-resources.ts";

const PROGRAM = {
  product: "terraform-provider-sectigo",
  description: "Terraform and OpenTofu provider for Sectigo Certificate Manager",
  company: "scm-as-code",
  copyright: "MPL-2.0; what else is inside, and its licences: lib/third-party-licenses.txt",
} as const;

/**
 * How the executable is compiled. Without the four `no` flags it would load `.env` and run the preloads of a
 * `bunfig.toml` in the working directory, and the working directory may be a checkout of a stranger's branch.
 */
export const COMPILE_FLAGS = [
  "--compile",
  "--bytecode",
  "--minify",
  "--no-compile-autoload-dotenv",
  "--no-compile-autoload-bunfig",
  "--no-compile-autoload-tsconfig",
  "--no-compile-autoload-package-json",
] as const;

/**
 * Compiles a bundle into one executable file, the same octets for the same bundle and target.
 * @param input.runtime  path of Bun's program for the target; its x64 programs are those for processors without AVX2
 * @throws Error with what Bun said, or when the target's system would refuse the file
 */
export function compileExecutable(input: {
  readonly code: Uint8Array;
  readonly target: Target;
  readonly version: string;
  readonly runtime: string;
  readonly output: string;
}): void {
  const { code, output, target } = input;
  // On the same file system as the output, so that the executable arrives by renaming. Under fixed names inside, since
  // they end up in the executable.
  const workshop = mkdtempSync(`${output}.`);
  try {
    writeFileSync(join(workshop, "provider.cjs"), code);
    const runtime = runtimeIn(workshop, input);
    const { error, status, stderr, stdout } = spawnSync(
      OWN_RUNTIME,
      [
        "build",
        "./provider.cjs",
        ...COMPILE_FLAGS,
        `--compile-executable-path=${runtime}`,
        `--target=${target.bunTarget}`,
        "--outfile=provider",
      ],
      { cwd: workshop, encoding: "utf8", env: { ...process.env, BUN_OPTIONS: "" } },
    );
    if (error !== undefined) throw error;
    if (status !== 0) throw new Error(`bun build ended with ${status}:\n${stdout}${stderr}`);
    const made = join(workshop, `provider${target.suffix}`);
    finish(made, target);
    renameSync(made, output);
  } finally {
    rmSync(workshop, { recursive: true });
  }
}

/** The program to build on: Bun's own, and for Windows a copy that says whose it is. */
function runtimeIn(workshop: string, input: { target: Target; version: string; runtime: string }): string {
  const { target, version, runtime } = input;
  if (target.suffix !== ".exe") return runtime;
  const copy = join(workshop, "runtime.exe");
  writeFileSync(copy, describeProgram(readFileSync(runtime), { ...PROGRAM, version }));
  return copy;
}

/** What Bun leaves undone, and a look at the result, since few of the machines are here to try it. */
function finish(made: string, target: Target): void {
  let octets: Buffer = readFileSync(made);
  if (target.platform.startsWith("darwin_")) {
    octets = signForMacOs(octets, target);
    writeFileSync(made, octets);
  }
  const complaints = judgeExecutable(octets, target);
  if (complaints.length === 0) return;
  throw new Error(`the executable for ${target.platform} would not start: ${complaints.join("; ")}`);
}

/**
 * Bun leaves a broken signature on programs for Intel Macs, and calls those for Apple silicon `a.out`. There its
 * signature is right, so it is what ours is held against before it is exchanged.
 */
function signForMacOs(octets: Buffer, target: Target): Buffer {
  if (target.platform === "darwin_arm64" && !signAdHoc(octets, "a.out").equals(octets)) {
    throw new Error("the compiler signs for macOS in another way than sign-ad-hoc.ts does");
  }
  return signAdHoc(octets, PROGRAM.product);
}
