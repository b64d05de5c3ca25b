/**
 * Regenerates the protobuf code of every folder that has .proto files: `<folder>/proto` → `<folder>/gen`.
 * Works without a network: the compiler, the plugin and the well-known types come with node_modules.
 *
 * `--check` writes nothing and exits with code 1 when a committed file is not what the .proto files say.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const tools = join(root, "node_modules", ".bin");
const folders = ["provider/plugin", "provider/protocol"];

if (process.argv.includes("--check")) {
  const stale = folders.flatMap(findStale);
  for (const file of stale) console.error(`${file} is not what its .proto says; repair: npm run generate`);
  process.exitCode = stale.length === 0 ? 0 : 1;
} else {
  for (const folder of folders) {
    generate(folder, join(root, folder, "gen"));
    console.log(`${folder}/gen is up to date`);
  }
}

function generate(folder: string, output: string): void {
  const { status, error } = spawnSync(
    join(tools, "buf"),
    ["generate", `${folder}/proto`, "--template", "provider/build/buf.gen.yaml", "-o", output],
    {
      cwd: root,
      stdio: "inherit",
      // buf starts protoc-gen-es by its name; it must be ours even when the caller did not come through npm.
      env: { ...process.env, PATH: `${tools}${delimiter}${process.env.PATH ?? ""}` },
    },
  );
  if (error !== undefined) throw error;
  if (status !== 0) throw new Error(`buf generate failed for ${folder} with exit code ${status}`);
}

/** Paths of the committed files that differ from a fresh generation: changed, missing or left over. */
function findStale(folder: string): readonly string[] {
  const fresh = mkdtempSync(join(tmpdir(), "generated-"));
  try {
    generate(folder, fresh);
    const want = readAll(fresh);
    const have = readAll(join(root, folder, "gen"));
    const names = new Set([...want.keys(), ...have.keys()]);
    return [...names].filter((name) => want.get(name) !== have.get(name)).map((n) => `${folder}/gen/${n}`);
  } finally {
    rmSync(fresh, { recursive: true });
  }
}

function readAll(folder: string): ReadonlyMap<string, string> {
  return new Map(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), "utf8")]));
}
