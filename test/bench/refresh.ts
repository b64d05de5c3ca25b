import { HEADER } from "../acceptance/support/configuration.ts";
import { OV_SSL_199, signIn } from "../acceptance/support/scm.ts";
import { Workspace } from "../acceptance/support/terraform.ts";
import { type TestScm, testScm } from "../fake-scm/testing.ts";
import { makeCsr } from "../fake-scm/x509/make-csr.ts";
import { mergeStates, type StateFile } from "./merge-states.ts";
import { builtIn, emptyPlan, measureState } from "./plan.ts";
import { watchProvider } from "./resident.ts";
import { type Figure, medians } from "./timing.ts";

/** What a plan may take beside Terraform's own work on the state, which the yardstick shows. */
const FACTOR = 1.3;
const EXTRA_MS = 2_000;
const MOST_JUDGED = 1_000;
const MEMORY_LIMIT_MB = 250;
const ANSWER_LIMIT_MB = 16;

/** The account: ours are in the first two of these organizations, issued over some months. */
const ACCOUNT = { records: 200_000, organizations: 400, latencyMs: 50 };
const ORGANIZATIONS = [20_011, 20_018] as const;
const START = Date.parse("2026-03-16T10:00:00Z");
const DAY_MS = 86_400_000;
/** Short enough that none is due for renewal. */
const ISSUED_OVER_DAYS = 100;
const AT_ONCE = 50;
/** Terraform writes the whole state after each instance that it applies, so a large state is put together from parts. */
const CHUNK = 100;

/** `terraform plan` with certificates of a large account that answers slowly, beside as much of `terraform_data`. */
export async function benchRefresh(wanted: {
  readonly count: number;
  readonly mostRequests: number;
  readonly runs: number;
}): Promise<readonly Figure[]> {
  const { count, mostRequests, runs } = wanted;
  const scm = await testScm({ ...ACCOUNT, now: START });
  const ours = await inState(scm, count);
  const yardstick = await yardstickOf(ours, count);
  await scm.control.clearRequests();
  const resident = watchProvider(ours.folder);
  const time = await medians({ ours: () => emptyPlan(ours), yardstick: () => emptyPlan(yardstick) }, runs);
  const { residentMb, cpuMs } = resident.stop();
  const requests = await scm.control.requests();
  const largest = Math.max(...requests.map(({ answerBytes }) => answerBytes));
  ours.remove();
  yardstick.remove();
  await scm.close();
  const what = (text: string): string => `refresh of ${count}: ${text}`;
  const beside = `terraform_data of as many members and octets: ${Math.round(time.yardstick)} ms`;
  return [
    {
      what: what(`terraform plan, SCM answers after ${ACCOUNT.latencyMs} ms`),
      ...{ value: Math.round(time.ours), unit: "ms" },
      // Beyond, Terraform's own work grows with the square of the state and drowns ours: told, not judged.
      limit: count > MOST_JUDGED ? null : Math.round(FACTOR * time.yardstick + EXTRA_MS),
      yardstick: `${beside}; limit ${FACTOR} × that + ${EXTRA_MS} ms up to ${MOST_JUDGED}`,
    },
    {
      // Terraform's own work grows with the square of the state, so how ours grows is told by what the provider computes.
      what: what("processor time of the provider for each certificate"),
      ...{ value: Math.round((100 * cpuMs) / runs / count) / 100, unit: "ms", limit: null },
      yardstick: "the same figure for other counts in this table",
    },
    {
      what: what("requests to SCM"),
      ...{ value: requests.length / runs, unit: "", limit: mostRequests },
      yardstick: `${count} certificates`,
    },
    {
      what: what("largest answer"),
      ...{ value: Math.round(largest / 10_000) / 100, unit: "MB", limit: ANSWER_LIMIT_MB },
      yardstick: `${ACCOUNT.records} records in ${ACCOUNT.organizations} organizations`,
    },
    {
      what: what("resident memory of the provider"),
      ...{ value: residentMb, unit: "MB", limit: MEMORY_LIMIT_MB },
      yardstick: "its peak in those plans",
    },
  ];
}

/** Enrolls them past Terraform, since applies would take minutes, and takes them into a state by import. */
async function inState(scm: TestScm, count: number): Promise<Workspace> {
  const days = Math.min(ISSUED_OVER_DAYS, count);
  const members: Member[] = [];
  for (let day = 0; day < days; day += 1) {
    const until = Math.round((count * (day + 1)) / days);
    while (members.length < until) {
      const places = Array.from({ length: Math.min(AT_ONCE, until - members.length) }, (_none, i) => i);
      members.push(...(await Promise.all(places.map((place) => enroll(scm, members.length + place)))));
    }
    await scm.control.advanceClock(DAY_MS);
  }
  const { now } = await scm.control.clock();
  const environment = { ...signIn(scm), SECTIGO_TEST_CLOCK: now };
  const parts: StateFile[] = [];
  for (let at = 0; at < count; at += CHUNK) {
    const part = new Workspace({ environment, files: importing(members.slice(at, at + CHUNK)) });
    await part.init();
    await part.apply("-parallelism=50");
    parts.push(JSON.parse(part.read("terraform.tfstate")));
    part.remove();
  }
  return withState(environment, certificates(members), mergeStates(parts));
}

/** As much of `terraform_data`, every instance alike. */
async function yardstickOf(ours: Workspace, count: number): Promise<Workspace> {
  const [file = "", text = ""] = Object.entries(builtIn(1, measureState(ours, count)))[0] ?? [];
  const one = new Workspace({ environment: {}, files: { [file]: text } });
  await one.init();
  await one.apply();
  const state: StateFile = JSON.parse(one.read("terraform.tfstate"));
  one.remove();
  const many = text.replace("count = 1\n", `count = ${count}\n`).replaceAll(`\${count.index}`, "0");
  return withState({}, { [file]: many }, mergeStates(Array.from({ length: count }, () => state)));
}

async function withState(
  environment: Readonly<Record<string, string>>,
  files: Readonly<Record<string, string>>,
  state: StateFile,
): Promise<Workspace> {
  const workspace = new Workspace({ environment, files });
  workspace.write("terraform.tfstate", JSON.stringify(state));
  await workspace.init();
  return workspace;
}

interface Member {
  readonly sslId: number;
  readonly csr: string;
}

async function enroll(scm: TestScm, place: number): Promise<Member> {
  const { csr } = makeCsr(`host${place}.example.test`);
  const body = { orgId: ORGANIZATIONS[place % 2], csr, certType: OV_SSL_199, term: 199 };
  const { json, text } = await scm.call("POST", "/ssl/v1/enroll", body);
  if (typeof json !== "object" || json === null || !("sslId" in json)) throw new Error(text);
  return { sslId: Number(json.sslId), csr };
}

function certificates(members: readonly Member[]): Record<string, string> {
  const requests = members.map(({ csr }, place) => [`csr/${place}.csr`, csr]);
  return {
    ...Object.fromEntries(requests),
    "main.tf": `${HEADER}
resource "sectigo_certificate" "bench" {
  count           = ${members.length}
  organization_id = [${ORGANIZATIONS.join(", ")}][count.index % 2]
  scm_profile_id  = ${OV_SSL_199}
  csr_pem         = file("csr/\${count.index}.csr")
}
`,
  };
}

function importing(members: readonly Member[]): Record<string, string> {
  const blocks = members.map(
    ({ sslId }, place) => `import {\n  to = sectigo_certificate.bench[${place}]\n  id = "${sslId}"\n}\n`,
  );
  return { ...certificates(members), "import.tf": blocks.join("\n") };
}
