/**
 * Builds the npm packages for CDKTF (`dist/cdk/cdktf`) and CDK Terrain (`dist/cdk/cdktn`) from the schema of the built
 * provider: the one that terraform is told, so that bindings and provider can't disagree. Needs terraform and no network.
 * Nothing is made when schema, constructs and tools are those of the packages that are there.
 *
 * `--check` says whether they are: it builds nothing, and exits with code 1 when they are missing or old.
 * `--mirror <folder>` takes the provider from another filesystem mirror.
 */
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { MIRROR } from "../build/package-layout.ts";
import { areBindingsFresh, buildBindings } from "./build-bindings.ts";
import { CDK } from "./flavour.ts";

const { values } = parseArgs({
  options: { check: { type: "boolean", default: false }, mirror: { type: "string" } },
});
try {
  if (areBindingsFresh()) {
    console.log(`${CDK} is up to date`);
  } else if (values.check) {
    console.error(`${CDK} is missing or not what the provider's schema gives; repair: npm run build`);
    process.exitCode = 1;
  } else {
    // An old provider would give an old schema under the new schema's stamp. Builds only what is not up to date.
    if (values.mirror === undefined) await import("../build/package.ts");
    await buildBindings(resolve(values.mirror ?? MIRROR));
    console.log(`built ${CDK}`);
  }
} catch (problem) {
  console.error(problem instanceof Error ? problem.message : problem);
  process.exitCode = 1;
}
