import { readFileSync } from "node:fs";
import { makeCsr } from "../../fake-scm/testing.ts";
import { type Stage, stage } from "./scm.ts";

const EXAMPLES = new URL("../../../examples/methods/", import.meta.url);

type ScmOptions = Parameters<typeof stage>[1];

/** The example of an enrollment method in a folder of its own, with the request that some of them read. */
export async function methodStage(method: string, options: ScmOptions = {}): Promise<Stage> {
  const main = readFileSync(new URL(`${method}/main.tf`, EXAMPLES), "utf8");
  return stage({ "main.tf": main, "shop.csr": makeCsr("shop.example.test").csr }, options);
}

/** What a user exports for the examples: the connector comes from elsewhere. */
export function connectorOf({ scm }: Stage): Record<string, string> {
  const { host } = new URL(scm.apiUrl);
  return { TF_VAR_connector: JSON.stringify({ host, customer_uri: scm.customerUri }) };
}
