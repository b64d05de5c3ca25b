import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../build/package-layout.ts";

const TSC = join(ROOT, "node_modules", ".bin", "tsc");

interface Job {
  /** Folder with node_modules; the compiler's settings are put here. */
  readonly folder: string;
  /** Folder of the sources, relative to it. */
  readonly sources: string;
  readonly output: string;
}

/**
 * Compiles generated TypeScript to .js and .d.ts, with options of its own: the project's strict ones refuse it.
 * Two runs, since documentation belongs into the declarations, where editors look, and only there.
 * @throws Error with what the compiler said
 */
export function compile({ folder, sources, output }: Job): void {
  const compilerOptions = {
    target: "es2022",
    lib: ["es2022"],
    types: ["node"],
    module: "nodenext",
    strict: true,
    skipLibCheck: true,
    // node_modules is a link: resolved, its real path could show in a declaration.
    preserveSymlinks: true,
    // Declared fields must not become assignments of undefined, as the generator's own compiler (jsii) does not make them.
    useDefineForClassFields: false,
    newLine: "lf",
    rootDir: sources,
    outDir: output,
  };
  // lazy-index spares CommonJS users of huge providers the loading of all; subpath exports do that for us, with types.
  const settings = { compilerOptions, include: [sources], exclude: [join(sources, "lazy-index.ts")] };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(settings));
  runCompiler(folder, "--removeComments");
  runCompiler(folder, "--declaration", "--emitDeclarationOnly");
}

function runCompiler(folder: string, ...args: readonly string[]): void {
  const { status, stdout, error } = spawnSync(TSC, ["--project", folder, ...args], { encoding: "utf8" });
  if (error !== undefined) throw error;
  if (status !== 0) throw new Error(`the generated bindings don't compile:\n${stdout}`);
}
