import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import packageJson from "../../package.json" with { type: "json" };
import { lockedPackage } from "./lock-file.ts";
import { ROOT } from "./package-layout.ts";
import { type Target, targetOf } from "./target.ts";

/** Where other machines' programs are kept from one release to the next. */
const CACHE = join(ROOT, "dist", "runtimes");
const BUN_VERSION = packageJson.devDependencies.bun;

/** Bun's program for the machine that builds; npm installs it with the other packages. */
export const OWN_RUNTIME = join(ROOT, "node_modules", "bun", "bin", "bun.exe");

/**
 * Path of Bun's program for a target. That of another machine is fetched by npm once, and is taken only when its
 * archive is the one that package-lock.json names.
 * @throws Error with what npm said, or when the archive is another one
 */
export function runtimeFor(target: Target): string {
  if (target.platform === targetOf(process.platform, process.arch).platform) return OWN_RUNTIME;
  const { runtime: name, suffix } = target;
  const integrity = lockedPackage(`node_modules/${name}`)?.integrity ?? null;
  return join(fetchPackage({ name, version: BUN_VERSION, integrity }), "bin", `bun${suffix}`);
}

/** An npm package that is not installed here, and the checksum that its archive must have. */
interface WantedPackage {
  readonly name: string;
  readonly version: string;
  /** In the form of package-lock.json; null refuses any. */
  readonly integrity: string | null;
}

/** Folder with the package's files; fetched once, and kept from one release to the next. */
export function fetchPackage(wanted: WantedPackage): string {
  const kept = join(CACHE, `${wanted.name.replace("/", "+")}@${wanted.version}`);
  if (!existsSync(join(kept, "package"))) fetchInto(kept, wanted);
  return join(kept, "package");
}

function fetchInto(kept: string, wanted: WantedPackage): void {
  mkdirSync(CACHE, { recursive: true });
  const workshop = mkdtempSync(join(CACHE, ".fetch-"));
  const which = `${wanted.name}@${wanted.version}`;
  try {
    const told = run("npm", ["pack", "--json", "--prefer-offline", which], workshop);
    const [packed] = JSON.parse(told) as { filename: string }[];
    if (packed === undefined) throw new Error(`npm packed nothing of ${which}`);
    judgeIntegrity(wanted, readFileSync(join(workshop, packed.filename)));
    run("tar", ["-xzf", packed.filename], workshop);
    // Last and in one step, so that a fetch that broke off is done again; another process may have been first.
    rmSync(kept, { recursive: true, force: true });
    renameSync(workshop, kept);
  } finally {
    rmSync(workshop, { recursive: true, force: true });
  }
}

/** @throws Error when the archive is not the one that is wanted */
export function judgeIntegrity({ name, integrity }: WantedPackage, archive: Uint8Array): void {
  const found = `sha512-${createHash("sha512").update(archive).digest("base64")}`;
  if (integrity === found) return;
  throw new Error(`the archive of ${name} is ${found}, and what is wanted is ${integrity ?? "not known"}`);
}

function run(command: string, args: readonly string[], cwd: string): string {
  const { status, stdout, stderr, error } = spawnSync(command, [...args], { cwd, encoding: "utf8" });
  if (error !== undefined) throw error;
  if (status === 0) return stdout;
  throw new Error(`${command} ${args.join(" ")} ended with ${status}:\n${stdout}${stderr}`);
}
