/**
 * `node get-bindings.ts` in the folder of an app makes bindings as its `cdktf.json` says, by the classes that `cdktf get`
 * itself calls: the command line is 200 MB of packages beyond them. The schema comes from terraform, so
 * `TF_CLI_CONFIG_FILE` must lead it to the built provider.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type * as Generator from "@cdktf/provider-generator";

const { language, codeMakerOutput, terraformProviders } = JSON.parse(readFileSync("cdktf.json", "utf8"));
// The generator asks for terraform's version while it loads, so it is loaded after the environment was set by the caller.
const { ConstructsMaker, TerraformProviderConstraint } = createRequire(import.meta.url)(
  "@cdktf/provider-generator",
) as typeof Generator;
const constraints = terraformProviders.map((text: string) => new TerraformProviderConstraint(text));
const maker = new ConstructsMaker({ targetLanguage: language, codeMakerOutput });
await maker.generate(constraints);
