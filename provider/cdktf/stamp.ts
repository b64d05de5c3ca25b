import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import packageJson from "../../package.json" with { type: "json" };
import { ROOT } from "../build/package-layout.ts";
import { describeProvider } from "../describe-provider.ts";
import { declaredProvider } from "../sectigo/declared-provider.ts";
import { findEnumerations } from "./enumerations.ts";
import { FLAVOURS } from "./flavour.ts";

/**
 * What decides over the octets of the CDK packages, as one hash: the schema, its enumerations, the code that makes them
 * of it, the constructs, and the versions of the tools. It is told without terraform, so that a build with nothing to do is quick.
 */
export function stampBindings(): string {
  const hash = createHash("sha256").update(describeProvider().answers.getProviderSchema);
  hash.update(JSON.stringify(findEnumerations(declaredProvider())));
  hash.update(JSON.stringify([FLAVOURS.map(({ facts }) => facts), packageJson.devDependencies]));
  for (const file of [join(ROOT, "LICENSE"), ...sourcesIn(import.meta.dirname)])
    hash.update(readFileSync(file));
  return hash.digest("hex");
}

function sourcesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
    .sort()
    .map((file) => join(folder, file));
}
