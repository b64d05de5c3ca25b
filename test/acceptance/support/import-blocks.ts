import { spawnSync } from "node:child_process";
import { findTerraform, type Run, type Workspace } from "./terraform.ts";

/** Terraform 1.16 generates nothing for an `import` block without `provider`, as docs/guides/opentofu.md says. */
let needsProvider: boolean | null = null;

function coreNeedsProvider(): boolean {
  needsProvider ??= /^Terraform v1\.16\./m.test(
    spawnSync(findTerraform(), ["version"], { encoding: "utf8" }).stdout,
  );
  return needsProvider;
}

/** A configuration or script whose `import` blocks have no resource yet, as the core that tests run with takes it. */
export function forGeneration(text: string): string {
  return coreNeedsProvider() ? text.replace(/^import \{$/gm, "import {\n  provider = sectigo") : text;
}

/** `plan -generate-config-out` by the blocks of import.tf, which is as it was afterwards: so the next plan wants it. */
export async function generate(
  workspace: Workspace,
  into: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<Run> {
  const blocks = workspace.read("import.tf");
  workspace.write("import.tf", forGeneration(blocks));
  const run = await workspace.must(["plan", "-no-color", `-generate-config-out=${into}`], environment);
  workspace.write("import.tf", blocks);
  return run;
}
