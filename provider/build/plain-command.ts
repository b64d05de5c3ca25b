import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./package-layout.ts";
import { makeZip } from "./zip.ts";

/** Called by its own name outside of GitHub. */
const NAMES: Readonly<Record<string, string>> = { "main.cjs": "sectigo-certificates.cjs" };

/** The Action's bundle for other pipelines: what is committed, with what lies beside it and the licence. */
export function packPlainCommand(): Promise<Buffer> {
  const folder = join(ROOT, "action/dist");
  // The post step is GitHub's.
  const files = readdirSync(folder).filter((name) => name !== "post.cjs");
  const entries = files.map((name) => ({ name: NAMES[name] ?? name, path: join(folder, name) }));
  return makeZip(
    [...entries, { name: "LICENSE", path: join(ROOT, "LICENSE") }].map(({ name, path }) => ({
      ...{ name, content: readFileSync(path), isExecutable: false },
    })),
  );
}
