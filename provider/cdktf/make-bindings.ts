import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../build/package-layout.ts";
import { compile } from "./compile.ts";
import { declareArguments } from "./declare-arguments.ts";
import { describePackage, writeReadme } from "./describe-package.ts";
import type { Enumerations } from "./enumerations.ts";
import type { Flavour, PackageFacts } from "./flavour.ts";
import { loadGenerator, type ProviderSchema } from "./load-generator.ts";

interface Wanted {
  readonly kit: Flavour["kit"];
  readonly schema: ProviderSchema;
  readonly facts: PackageFacts;
  /** The arguments that take a few words only. */
  readonly enumerations: Enumerations;
  /** Folder with constructs by hand, to go into the package; null for none. */
  readonly constructs: string | null;
  /** Folder to work in; made here. */
  readonly folder: string;
}

/**
 * Generates TypeScript from the schema and compiles it, with the constructs on top of it: one CommonJS package, which `require` and `import` both load.
 * The same schema gives the same bytes, wherever the folder is.
 * @returns path of the folder with the package
 */
export async function makeBindings(wanted: Wanted): Promise<string> {
  const { kit, schema, facts, constructs, folder } = wanted;
  const output = join(folder, "package");
  mkdirSync(output, { recursive: true });
  const manifest = `${JSON.stringify(describePackage(facts), null, 2)}\n`;
  writeFileSync(join(output, "package.json"), manifest);
  writeFileSync(join(output, "README.md"), writeReadme(kit, facts));
  cpSync(join(ROOT, "LICENSE"), join(output, "LICENSE"));
  // The compiler looks for the kit's types, and for the kind of module, from where the sources are.
  writeFileSync(join(folder, "package.json"), manifest);
  symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"), "junction");

  const { CodeMaker, TerraformProviderGenerator } = await loadGenerator(kit);
  const code = new CodeMaker();
  new TerraformProviderGenerator(code, schema).generateAll();
  await code.save(folder);
  compile({ folder, sources: join("providers", "sectigo"), output });
  declareArguments(output, wanted.enumerations);
  if (constructs !== null) addConstructs(kit, constructs, folder);
  return output;
}

/** Compiled after the rest, on the declarations that users see. */
function addConstructs(kit: Flavour["kit"], constructs: string, folder: string): void {
  // Beside the bindings, so that paths to them are the same before and after.
  const sources = join("package", "constructs-sources");
  copyConstructs(kit, constructs, join(folder, sources));
  compile({ folder, sources, output: join(folder, "package", "constructs") });
  rmSync(join(folder, sources), { recursive: true });
}

/** Constructs are written once, for CDKTF and beside its bindings; here they move in with those of their kit. */
function copyConstructs(kit: Flavour["kit"], from: string, to: string): void {
  mkdirSync(to);
  for (const file of readdirSync(from).filter((name) => !name.endsWith(".test.ts"))) {
    const text = readFileSync(join(from, file), "utf8")
      .replaceAll('from "cdktf"', `from "${kit}"`)
      .replaceAll('from "../../../dist/cdk/cdktf/', 'from "../')
      .replace(/(from "\.\/[\w-]+)\.ts"/g, '$1.js"');
    writeFileSync(join(to, file), text);
  }
}
