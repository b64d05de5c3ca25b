import { join } from "node:path";
import { build } from "esbuild";
import { description } from "./description.ts";
import { forgeParts } from "./forge-parts.ts";
import { nodeText, OWN_LEAST_NODE } from "./least-node.ts";
import { ROOT } from "./package-layout.ts";
import { readyDescriptors } from "./ready-descriptors.ts";

/** The whole program as one file of JavaScript. */
export interface Bundle {
  readonly code: Uint8Array;
  /** What is in it: path relative to the root of the checkout → octets in the bundle. */
  readonly parts: ReadonlyMap<string, number>;
}

/**
 * Bundles an entry point into one CommonJS file: the only form of which Bun makes bytecode, and one that Node starts
 * without resolving anything. Modules behind a dynamic import are in the file but run only when imported.
 */
export async function bundle(entryPoint: string): Promise<Bundle> {
  const { metafile, outputFiles } = await build({
    absWorkingDir: ROOT,
    entryPoints: [entryPoint],
    outfile: join(ROOT, "dist", "provider.cjs"),
    write: false,
    metafile: true,
    bundle: true,
    minify: true,
    platform: "node",
    format: "cjs",
    target: `node${nodeText(OWN_LEAST_NODE)}`,
    // Licences are gathered in a file of their own.
    legalComments: "none",
    plugins: [forgeParts, description, readyDescriptors],
    // A dependency looks for files beside itself; it would find the folder of the build, which users must not see
    // and makes the output differ from checkout to checkout. No such file is needed.
    define: { __dirname: '"/"' },
    logLevel: "warning",
  });
  const [output] = Object.values(metafile.outputs);
  const [file] = outputFiles;
  if (output === undefined || file === undefined) throw new Error(`esbuild made nothing of ${entryPoint}`);
  const parts = Object.entries(output.inputs).map(
    ([path, { bytesInOutput }]) => [path, bytesInOutput] as const,
  );
  return { code: file.contents, parts: new Map(parts) };
}
