import { cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { KitApp } from "./kit-app.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** Maven's own folder would keep a kit that we have made under the name of the published one. */
const REPOSITORY = join(ROOT, "dist/kits/maven");

/** Maven as the guide starts it, without questions, and with a folder of packages that holds our kit. */
export async function maven(app: KitApp, ...args: readonly string[]): Promise<string> {
  return await app.run("mvn", "-B", "-q", `-Dmaven.repo.local=${REPOSITORY}`, ...args);
}

/**
 * Makes and installs `com.hashicorp:cdktf` from the npm package of the kit: jsii makes the published one from the same
 * description, and not every mirror of Maven Central has it.
 */
export async function installKit(app: KitApp): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "java-kit-"));
  try {
    const pacmak = createRequire(import.meta.url).resolve("jsii-pacmak/bin/jsii-pacmak");
    // jsii looks for what a package needs beside it, and packs the package in its place.
    for (const name of ["cdktf", "constructs"]) {
      mkdirSync(join(folder, "node_modules"), { recursive: true });
      cpSync(join(ROOT, "node_modules", name), join(folder, "node_modules", name), { recursive: true });
    }
    const kit = join(folder, "node_modules/cdktf");
    await app.run(process.execPath, pacmak, "-t", "java", "--code-only", "-o", join(folder, "out"), kit);
    const left = ["-DskipTests", "-Dmaven.javadoc.skip=true", "-Dmaven.source.skip=true"];
    await maven(app, "-f", join(folder, "out/java/pom.xml"), ...left, "install");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
