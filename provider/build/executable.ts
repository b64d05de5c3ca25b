import { spawnSync } from "node:child_process";
import { mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./package-layout.ts";
import type { Target } from "./target.ts";

const BUN = join(ROOT, "node_modules", "bun", "bin", "bun.exe");

/**
 * How the executable is compiled. Without the four `no` flags it would load `.env` and run the preloads of a
 * `bunfig.toml` in the working directory, and the working directory is a checkout of somebody's branch.
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
 * @param input.isNative  the target is this machine; then Bun builds on itself (its x64 program is the one for
 *                        processors without AVX2) and needs no network, else it fetches the other machine's program
 */
export function compileExecutable(input: {
  readonly code: Uint8Array;
  readonly target: Target;
  readonly isNative: boolean;
  readonly output: string;
}): void {
  const { code, isNative, output, target } = input;
  // On the same file system as the output, so that the executable arrives by renaming. Under fixed names inside, since
  // they end up in the executable.
  const workshop = mkdtempSync(`${output}.`);
  try {
    writeFileSync(join(workshop, "provider.cjs"), code);
    const base = isNative ? [`--compile-executable-path=${BUN}`] : [];
    const { error, status, stderr, stdout } = spawnSync(
      BUN,
      [
        "build",
        "./provider.cjs",
        ...COMPILE_FLAGS,
        ...base,
        `--target=${target.bunTarget}`,
        "--outfile=provider",
      ],
      { cwd: workshop, encoding: "utf8", env: { ...process.env, BUN_OPTIONS: "" } },
    );
    if (error !== undefined) throw error;
    if (status !== 0) throw new Error(`bun build ended with ${status}:\n${stdout}${stderr}`);
    renameSync(join(workshop, `provider${target.suffix}`), output);
  } finally {
    rmSync(workshop, { recursive: true });
  }
}
