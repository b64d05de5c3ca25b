import { mkdirSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { FLAVOURS } from "../../provider/cdktf/flavour.ts";
import { KitApp, type Stack } from "./kit-app.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** What the app in TypeScript synthesizes, on the built package. */
export async function typescriptStack(): Promise<Stack> {
  const app = new KitApp(null);
  try {
    linkModules(join(app.folder, "node_modules"));
    await app.run(process.execPath, "--preserve-symlinks", "main.ts");
    return app.stack();
  } finally {
    app[Symbol.dispose]();
  }
}

/** The kit that is here, and the built package beside it. */
function linkModules(modules: string): void {
  const [cdktf] = FLAVOURS;
  if (cdktf === undefined) throw new Error("there is no package of bindings");
  for (const name of ["cdktf", "constructs"]) {
    mkdirSync(modules, { recursive: true });
    symlinkSync(join(ROOT, "node_modules", name), join(modules, name));
  }
  mkdirSync(dirname(join(modules, cdktf.facts.name)), { recursive: true });
  symlinkSync(cdktf.folder, join(modules, cdktf.facts.name));
}

/** The stack as Terraform reads it: which constraint the version has, each kit says in words of its own. */
export function meaningOf({ terraform, ...rest }: Stack): unknown {
  const { required_providers } = terraform;
  const sources = Object.entries(required_providers).map(([name, { source }]) => [
    name,
    source.replace(/^registry\.terraform\.io\//, ""),
  ]);
  return { ...rest, terraform: { ...terraform, required_providers: Object.fromEntries(sources) } };
}
