import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import packageJson from "../../package.json" with { type: "json" };
import { ROOT } from "../build/package-layout.ts";
import { declaredProvider } from "../sectigo/declared-provider.ts";
import { findEnumerations } from "./enumerations.ts";
import { CDK, FLAVOURS } from "./flavour.ts";
import { makeBindings } from "./make-bindings.ts";
import { readSchema } from "./read-schema.ts";
import { stampBindings } from "./stamp.ts";

const CONSTRUCTS = join(ROOT, "provider", "cdktf", "constructs");
const STAMP = "stamp.sha256";

/** Whether the packages that are there are what a build would make. */
export function areBindingsFresh(): boolean {
  const file = join(CDK, STAMP);
  const isWhole = FLAVOURS.every(({ folder }) => existsSync(join(folder, "package.json")));
  return isWhole && existsSync(file) && readFileSync(file, "utf8") === stampBindings();
}

/**
 * Builds the packages of both kits and moves them in whole, so that the binding of a resource that is gone goes as well.
 * @param mirror  filesystem mirror with the built provider
 * @throws Error with what terraform or the compiler said
 */
export async function buildBindings(mirror: string): Promise<void> {
  const stamp = stampBindings();
  const work = mkdtempSync(join(tmpdir(), "cdk-bindings-"));
  // Beside its place, since only there moving is one step.
  const site = `${CDK}.${process.pid}`;
  try {
    const schema = readSchema({ mirror, version: packageJson.version, folder: join(work, "schema") });
    mkdirSync(site, { recursive: true });
    for (const { kit, facts } of FLAVOURS) {
      const made = await makeBindings({
        kit,
        schema,
        enumerations: findEnumerations(declaredProvider()),
        facts,
        constructs: CONSTRUCTS,
        folder: join(work, kit),
      });
      cpSync(made, join(site, kit), { recursive: true });
    }
    writeFileSync(join(site, STAMP), stamp);
    rmSync(CDK, { recursive: true, force: true });
    renameSync(site, CDK);
  } finally {
    rmSync(site, { recursive: true, force: true });
    rmSync(work, { recursive: true });
  }
}
