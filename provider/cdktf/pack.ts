import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { areBindingsFresh, buildBindings } from "./build-bindings.ts";
import { FLAVOURS } from "./flavour.ts";

/**
 * Packs the npm packages of both kits, as `npm publish` would; they are built first when they are old.
 * @param mirror  filesystem mirror with the built provider
 * @param folder  where the archives go; must be there
 * @returns paths of the archives
 */
export async function packBindings(mirror: string, folder: string): Promise<readonly string[]> {
  if (!areBindingsFresh()) await buildBindings(mirror);
  return FLAVOURS.map((flavour) => {
    const args = ["pack", flavour.folder, "--json", "--ignore-scripts", "--pack-destination", folder];
    const { status, stdout, stderr, error } = spawnSync("npm", args, { encoding: "utf8" });
    if (error !== undefined) throw error;
    if (status !== 0) throw new Error(`npm ${args.join(" ")} ended with ${status}:\n${stderr}`);
    const [packed] = JSON.parse(stdout) as { readonly filename: string }[];
    if (packed === undefined) throw new Error(`npm packed nothing of ${flavour.folder}`);
    return join(folder, packed.filename);
  });
}
