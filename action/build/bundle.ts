/**
 * Builds the Action's bundles into `action/dist`, which is committed: GitHub runs an Action from its repository as it is.
 * `--check` builds nothing and fails when what is committed is not what the sources make.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { build, type Plugin } from "esbuild";
import { forgeParts } from "../../provider/build/forge-parts.ts";
import { leastNode, nodeText } from "../../provider/build/least-node.ts";
import { gatherNotices } from "../../provider/build/notices.ts";
import { helpOf } from "./help.ts";
import { buildInventoryPage } from "./inventory-page.ts";
import { nodeGuard } from "./node-guard.ts";

const ROOT = join(import.meta.dirname, "../..");
const DIST = join(ROOT, "action/dist");

/** GitHub's toolkit does not say so, but its files do nothing when they are loaded, and ours neither: what is unused may go. */
const loadingDoesNothing: Plugin = {
  name: "loading does nothing",
  setup({ onResolve, resolve }) {
    onResolve({ filter: /.*/ }, async ({ path, importer, resolveDir, kind, pluginData }) => {
      const isPure =
        path.startsWith("@actions/") ||
        // From the root: the checkout itself may lie in a folder of such a name.
        /^(?:node_modules\/@actions|core|action)\//.test(relative(ROOT, importer));
      if (!isPure || pluginData === "resolving") return undefined;
      const resolved = await resolve(path, { importer, resolveDir, kind, pluginData: "resolving" });
      return { ...resolved, sideEffects: false };
    });
  },
};

const oneUndici: Plugin = {
  name: "one undici",
  setup({ onResolve }) {
    onResolve({ filter: /^undici$/ }, ({ importer }) =>
      /\/node_modules\/@actions\//.test(importer)
        ? { path: join(import.meta.dirname, "toolkit-undici.ts"), sideEffects: false }
        : undefined,
    );
  },
};

/** What packages of the bundle ask for; the runner that knows `node24` has more. */
const LEAST = { major: 22, minor: 19 };

const { outputFiles, metafile } = await build({
  absWorkingDir: ROOT,
  entryPoints: ["action/main.ts", "action/post.ts"],
  outdir: "action/dist",
  outExtension: { ".js": ".cjs" },
  write: false,
  metafile: true,
  bundle: true,
  minify: true,
  platform: "node",
  format: "cjs",
  target: `node${nodeText(LEAST)}`,
  banner: { js: nodeGuard(LEAST) },
  define: { ACTION_HELP: JSON.stringify(helpOf(readFileSync(join(ROOT, "action.yml"), "utf8"))) },
  // Licences are gathered in a file of their own.
  legalComments: "none",
  plugins: [forgeParts, oneUndici, loadingDoesNothing],
  logLevel: "warning",
});

const page = await buildInventoryPage();
const parts = Object.values(metafile.outputs).flatMap(({ inputs }) => Object.keys(inputs));
// tunnel names two old versions of Node that it does not work with.
const needed = leastNode(parts.filter((path) => !path.startsWith("node_modules/tunnel/")));
if (needed.major !== LEAST.major || needed.minor !== LEAST.minor)
  throw new Error(
    `packages of the bundle need Node ${nodeText(needed)}, and it is built for ${nodeText(LEAST)}`,
  );
const files = new Map<string, string>([
  ...outputFiles.map(({ path, text }) => [path, text] as const),
  [join(DIST, "THIRD-PARTY-NOTICES.txt"), gatherNotices([...parts, ...page.parts], null)],
  [join(DIST, "inventory-page.html"), page.html],
]);

if (process.argv.includes("--check")) {
  const stale = [...files].filter(([path, text]) => !existsSync(path) || readFileSync(path, "utf8") !== text);
  for (const [path] of stale) console.log(`${path} is not what its sources make`);
  process.exitCode = stale.length === 0 ? 0 : 1;
} else {
  mkdirSync(DIST, { recursive: true });
  for (const [path, text] of files) writeFileSync(path, text);
  console.log(`built ${DIST}`);
}
