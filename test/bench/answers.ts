import { spawn } from "node:child_process";
import { once } from "node:events";
import { certificate } from "../acceptance/support/configuration.ts";
import { Workspace } from "../acceptance/support/terraform.ts";
import { makeCsr } from "../fake-scm/testing.ts";
import { type Answers, answersIn } from "./core-trace.ts";
import { type Figure, median } from "./timing.ts";

const ROUNDS = 9;
/** Times the start of a bare Node, which takes 30 ms where this provider is to take 60 and 90. */
const LIMITS = { schema: 2, validated: 3 } as const;

/**
 * How long a user's Terraform waits for the provider, by Terraform's own trace: from the start of the process to its schema, and
 * in the next process, from the start to the judgement of one resource's configuration. Beside a bare Node that prints a line.
 */
export async function benchAnswers(): Promise<readonly Figure[]> {
  const files = { "main.tf": certificate(), "shop.csr": makeCsr("shop.example.test").csr };
  const workspace = new Workspace({ environment: {}, files });
  await workspace.init();
  const answers: Answers[] = [];
  const node: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const { stderr } = await workspace.must(["validate", "-no-color"], { TF_LOG: "trace" });
    answers.push(answersIn(stderr, "sectigo_certificate.shop"));
    node.push(await startNode());
  }
  workspace.remove();
  const bareMs = median(node);
  const figure = (what: string, name: keyof Answers): Figure => {
    const times = answers.map((found) => found[name]);
    return {
      what: `start to ${what}, median`,
      value: Math.round(median(times)),
      unit: "ms",
      limit: Math.round(LIMITS[name] * bareMs),
      yardstick: `least ${Math.min(...times)} ms; a bare node that prints a line: ${Math.round(bareMs)} ms; limit ${LIMITS[name]} × that`,
    };
  };
  return [
    figure("GetProviderSchema answered", "schema"),
    figure("ValidateResourceConfig answered", "validated"),
  ];
}

async function startNode(): Promise<number> {
  const begun = performance.now();
  const child = spawn(process.execPath, ["-e", "console.log(1)"], { stdio: ["ignore", "pipe", "inherit"] });
  await once(child.stdout, "data");
  const ms = performance.now() - begun;
  await once(child, "close");
  return ms;
}
