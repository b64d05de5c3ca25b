import { HEADER } from "../acceptance/support/configuration.ts";
import { EXAMPLE_LTD, OV_SSL_199, signIn } from "../acceptance/support/scm.ts";
import { Workspace } from "../acceptance/support/terraform.ts";
import { startFakeScm } from "../fake-scm/server.ts";
import { makeCsr } from "../fake-scm/testing.ts";
import { watchProvider } from "./resident.ts";
import { type Figure, medians } from "./timing.ts";

/** Single plans differ by a tenth on a machine that others share. */
const RUNS = 5;
/** What a plan may take: most of it is Terraform's own work on the state, which the yardstick shows. */
const FACTOR = 1.3;
const EXTRA_MS = 600;
/** What the provider may compute for each certificate of many; of few, its start and the warming up of its code are most. */
const CPU_MS_EACH = 2;
const MANY = 1_000;

/** `terraform plan` with existing certificates, beside the same plan with `terraform_data` of as many members and bytes. */
export async function benchPlan(count: number): Promise<readonly Figure[]> {
  const scm = await startFakeScm({ issueDelayMs: 0 });
  const ours = new Workspace({ environment: signIn(scm), files: certificates(count) });
  await ours.init();
  await ours.apply("-parallelism=20");
  const { bytes, members } = measureState(ours, count);

  const yardstick = new Workspace({ environment: {}, files: builtIn(count, { bytes, members }) });
  await yardstick.init();
  await yardstick.apply();
  await scm.control.clearRequests();
  const watched = watchProvider(ours.folder);
  const watchedBeside = watchProvider(yardstick.folder);
  const time = await medians({ ours: () => emptyPlan(ours), yardstick: () => emptyPlan(yardstick) }, RUNS);
  const { cpuMs, coreMs } = watched.stop();
  const besideMs = watchedBeside.stop().coreMs;
  const requests = (await scm.control.requests()).length / RUNS;
  const beside = measureState(yardstick, count);
  ours.remove();
  yardstick.remove();
  await scm.close();
  return [
    {
      what: `terraform plan, ${count} certificates (${members} members, ${bytes} bytes of state each)`,
      value: Math.round(time.ours),
      unit: "ms",
      limit: Math.round(FACTOR * time.yardstick + EXTRA_MS),
      yardstick: `${times(time.ours, time.yardstick)} terraform_data (${beside.members} members, ${beside.bytes} bytes each): ${Math.round(time.yardstick)} ms; limit 1.3 × that + 600 ms`,
    },
    {
      what: "processor time of the provider in that plan",
      value: Math.round(cpuMs / RUNS),
      unit: "ms",
      limit: count < MANY ? null : CPU_MS_EACH * count,
      yardstick: `the three processes that Terraform starts; limit ${CPU_MS_EACH} ms for each certificate, from ${MANY} on`,
    },
    {
      what: "processor time of Terraform itself in that plan",
      value: Math.round(coreMs / RUNS),
      unit: "ms",
      limit: null,
      yardstick: `${times(coreMs, besideMs)} that of terraform_data, and with the provider's ${times(coreMs + cpuMs, besideMs)} it; the slowest is ${coreMs > cpuMs ? "Terraform" : "the provider"}`,
    },
    {
      what: "requests to SCM in that plan",
      value: requests,
      unit: "",
      limit: null,
      yardstick: "one for each certificate when they are read one by one",
    },
  ];
}

export function times(one: number, other: number): string {
  return `${(one / other).toFixed(2)} times`;
}

export async function emptyPlan(workspace: Workspace): Promise<void> {
  const plan = await workspace.plan();
  if (plan.code !== 0) throw new Error(`the plan is not empty\n${plan.stdout}\n${plan.stderr}`);
}

/** So many certificates with requests of their own, none of them ordered yet. */
export function certificates(count: number): Record<string, string> {
  const requests = Array.from({ length: count }, (_, index) => [
    `csr/${index}.csr`,
    makeCsr(`host${index}.example.test`).csr,
  ]);
  const resource = `provider "sectigo" {
  max_orders_per_run = ${count}
}

resource "sectigo_certificate" "bench" {
  count           = ${count}
  organization_id = ${EXAMPLE_LTD}
  scm_profile_id  = ${OV_SSL_199}
  csr_pem         = file("csr/\${count.index}.csr")
}
`;
  return { ...Object.fromEntries(requests), "main.tf": `${HEADER}\n${resource}` };
}

/** Terraform stores the input of `terraform_data` twice, as input and as output; so half of it goes in. */
export function builtIn(
  count: number,
  size: { readonly bytes: number; readonly members: number },
): Record<string, string> {
  const members = Math.round(size.members / 2);
  // Each member also costs its name, quotes and separators.
  const length = Math.max(1, Math.floor(size.bytes / 2 / members) - 18);
  const lines = Array.from(
    { length: members },
    (_, index) => `    member_${index} = "\${count.index} ${"x".repeat(length)}"`,
  );
  return {
    "main.tf": `resource "terraform_data" "bench" {\n  count = ${count}\n  input = {\n${lines.join("\n")}\n  }\n}\n`,
  };
}

/** Per instance, as JSON without white space. */
export function measureState(
  workspace: Workspace,
  count: number,
): { readonly bytes: number; readonly members: number } {
  const state = JSON.parse(workspace.read("terraform.tfstate")) as {
    resources: { instances: { attributes: Record<string, unknown> }[] }[];
  };
  const instances = state.resources.flatMap((resource) =>
    resource.instances.map(({ attributes }) => bare(attributes)),
  );
  const bytes = instances.reduce<number>((sum, attributes) => sum + JSON.stringify(attributes).length, 0);
  return { bytes: Math.round(bytes / count), members: countMembers(instances[0]) };
}

/** `terraform_data` stores its values with their types; only the values count, or it would be given more than we have. */
function bare(attributes: Record<string, unknown>): unknown {
  const { input, output, ...others } = attributes as {
    input?: { value: unknown };
    output?: { value: unknown };
  };
  return input === undefined ? attributes : { ...others, input: input.value, output: output?.value };
}

function countMembers(value: unknown): number {
  if (typeof value !== "object" || value === null) return 1;
  return Object.values(value).reduce((sum: number, member) => sum + countMembers(member), 0);
}
