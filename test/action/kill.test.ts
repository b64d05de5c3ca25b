import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { describe, expect, it } from "vitest";
import { readCertificatePem, readCsr, readPrivateKey, sameKey } from "../../core/index.ts";
import { makeCsr } from "../fake-scm/testing.ts";
import { killPoints } from "../support/kill-points.ts";
import { type Job, startJob } from "./support/job.ts";
import type { Inputs, StepRun } from "./support/runner.ts";

const START = "2026-04-01T00:00:00Z";
const DUE = "2026-10-10T00:00:00Z";

/** A step that orders, what stood before it, and what all its runs together may have cost. */
interface Flow {
  readonly name: string;
  /** Files of the repository when the first run begins; none when the flow enrolls. */
  readonly before: Readonly<Record<string, string>> | null;
  readonly files: Readonly<Record<string, string>>;
  readonly inputs: Inputs;
  /** Records that SCM holds in the end, by its own count. */
  readonly records: number;
  /** Reissues under one id that the flow needs when nothing goes wrong. */
  readonly reissues: number;
  /** How long a new record stays out of SCM's lists. */
  readonly lagMs?: number;
  /** The order of before is what the flow takes over, and nothing is due. */
  readonly isAdopted?: boolean;
  /** Whether keys are on a runner that is thrown away: then what it had made is lost with it. */
  readonly isEphemeral?: boolean;
}

const SHOP = { "certs/shop.csr": makeCsr("shop.example.test").csr };
const OTHER_KEY = { "certs/shop.csr": makeCsr("shop.example.test").csr };
const TWO = { ...SHOP, "certs/api.csr": makeCsr("api.example.test").csr };
const csr = { csr: "certs/*.csr", "output-directory": "out" };
const key = { key: "ec-p256", "common-name": "shop.example.test", name: "shop" };
const onHost = { ...key, "agent-directory": "HOST" };
const onRunner = { ...key, "output-directory": "out" };

const LAG = { lagMs: 60_000 };

const FLOWS: readonly Flow[] = [
  { name: "enroll", before: null, files: SHOP, inputs: csr, records: 1, reissues: 0 },
  {
    ...{ name: "enroll, with a list that lags", before: null, files: SHOP, inputs: csr },
    ...{ records: 1, reissues: 0, ...LAG },
  },
  {
    ...{ name: "renew, with a list that lags", before: SHOP, files: SHOP, inputs: csr },
    ...{ records: 2, reissues: 0, ...LAG },
  },
  {
    ...{ name: "replace, with a list that lags", before: SHOP, files: OTHER_KEY },
    inputs: { ...csr, "on-existing": "replace" },
    ...{ records: 1, reissues: 1, ...LAG },
  },
  {
    ...{ name: "adopt", before: SHOP, files: SHOP, inputs: csr, records: 1, reissues: 0 },
    isAdopted: true,
  },
  { name: "enroll two at once", before: null, files: TWO, inputs: csr, records: 2, reissues: 0 },
  { name: "renew", before: SHOP, files: SHOP, inputs: csr, records: 2, reissues: 0 },
  {
    name: "replace for another key",
    before: SHOP,
    files: OTHER_KEY,
    inputs: { ...csr, "on-existing": "replace" },
    records: 1,
    reissues: 1,
  },
  { name: "enroll with a key on the host", before: null, files: {}, inputs: onHost, records: 1, reissues: 0 },
  { name: "renew with a key on the host", before: {}, files: {}, inputs: onHost, records: 2, reissues: 0 },
  {
    name: "enroll with a key on a runner that is thrown away",
    before: null,
    files: {},
    inputs: onRunner,
    records: 1,
    reissues: 1,
    isEphemeral: true,
  },
];

/** A job of one flow with what stands before it, and a host with a directory for keys. */
class Stage {
  readonly job: Job;
  readonly #inputs: Inputs;
  readonly #host: string;
  #now = START;

  private constructor(job: Job, inputs: Inputs, host: string) {
    this.job = job;
    this.#inputs = inputs;
    this.#host = host;
  }

  static async start(flow: Flow): Promise<Stage> {
    const host = mkdtempSync(join(tmpdir(), "sectigo-host-"));
    const { lagMs: listLagMs = 0, isAdopted = false } = flow;
    const scm = { now: Date.parse(START), listLagMs, autoApprove: !isAdopted };
    const job = await startJob({ scm, files: flow.before ?? {} });
    const inputs = Object.entries({ ...job.inputs, ...flow.inputs }).map(([name, value]) => [
      name,
      value === "HOST" ? host : value,
    ]);
    const stage = new Stage(job, Object.fromEntries(inputs), host);
    if (isAdopted) await stage.orderedBefore();
    else if (flow.before !== null) {
      expect(await stage.run()).toMatchObject({ code: 0 });
      await stage.pass(listLagMs);
      // A replacement is ordered at any time, a renewal when it is due.
      if (flow.reissues === 0) await stage.#moveTo(DUE);
    }
    for (const [path, content] of Object.entries(flow.files)) job.runner.write(path, content);
    await job.scm.control.clearRequests();
    return stage;
  }

  /** A run before left its order to an administrator, who has approved it since. */
  private async orderedBefore(): Promise<void> {
    const { scm, runner } = this.job;
    const left = await runner.run({ ...this.#inputs, wait: "0" }, { SECTIGO_TEST_CLOCK: this.#now });
    expect(left.outputs).toMatchObject({ outcome: "pending" });
    await scm.control.act(Number(left.outputs["ssl-id"]), "approve");
  }

  async pass(ms: number): Promise<void> {
    await this.#moveTo(new Date(Date.parse(this.#now) + ms).toISOString());
  }

  async #moveTo(instant: string): Promise<void> {
    this.#now = instant;
    await this.job.scm.control.setClock(instant);
  }

  run(): Promise<StepRun> {
    return this.job.runner.run(this.#inputs, { SECTIGO_TEST_CLOCK: this.#now });
  }

  /** The process is gone at exactly one request: before SCM has worked on it (`hang`), or after (`hang-after`). */
  async killAt(kind: "hang" | "hang-after", request: number): Promise<StepRun> {
    const { control } = this.job.scm;
    await control.plantFault({ route: "* *", kind, after: request });
    const { child, done } = this.job.runner.start("main.cjs", this.#inputs, {
      SECTIGO_TEST_CLOCK: this.#now,
    });
    const isHit = async (): Promise<boolean> => ((await control.faults())[0]?.hits ?? 0) > 0;
    while (!(await isHit())) if (child.exitCode !== null) throw new Error("the step ended by itself");
    child.kill("SIGKILL");
    const killed = await done;
    await control.clearFaults();
    return killed;
  }

  /** The next run; where what was ordered is not listed yet, it may refuse to order, and the one after it heals. */
  async heal({ lagMs }: Flow): Promise<StepRun> {
    const run = await this.run();
    const refused = run.annotations.filter(({ message }) => message.includes("Nothing was ordered"));
    if (lagMs === undefined || refused.length === 0) return run;
    await this.pass(lagMs);
    return this.run();
  }

  /** What SCM does not list can't be found; so there may be a second record, and then the next run says so. */
  async expectTold(twins: number, where: string): Promise<void> {
    await this.pass(LAG.lagMs);
    const { annotations } = await this.run();
    const told = annotations.filter(({ message }) => message.includes("The same order was placed twice"));
    expect(twins, where).toBeLessThanOrEqual(1);
    expect(told.length, where).toBe(twins);
  }

  /** Whether every certificate that was delivered belongs to the key, or to the request, that it was ordered for. */
  isPaired(flow: Flow): boolean {
    const { workspace } = this.job.runner;
    const read = (...path: readonly string[]) => readFileSync(join(...path), "utf8");
    if ("key" in flow.inputs) {
      const directory = flow.isEphemeral ? join(workspace, "out") : this.#host;
      const { publicKey } = readPrivateKey(read(directory, "shop.key.pem"));
      return sameKey(publicKey, readCertificatePem(read(directory, "shop.leaf.pem")).publicKey);
    }
    return Object.entries(flow.files).every(([path, csr]) => {
      const leaf = read(workspace, "out", `${basename(path, ".csr")}.leaf.pem`);
      return sameKey(readCsr(csr).publicKey, readCertificatePem(leaf).publicKey);
    });
  }

  async reissues(): Promise<number> {
    const requests = await this.job.scm.control.requests();
    return requests.filter(({ method, path }) => method === "POST" && path.includes("/replace/")).length;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.job[Symbol.asyncDispose]();
    rmSync(this.#host, { recursive: true });
  }
}

/** The methods of the requests that the flow makes when nothing disturbs it. */
async function methodsOf(flow: Flow): Promise<readonly string[]> {
  await using stage = await Stage.start(flow);
  expect(await stage.run()).toMatchObject({ code: 0 });
  return (await stage.job.scm.control.requests()).map(({ method }) => method);
}

const ORDERED = { pending: "0", failed: "0" };

describe.concurrent("S15 S49 killed at a request, the next run orders nothing twice and loses nothing", () => {
  it.each(FLOWS)("$name", { timeout: 1_800_000 }, async (flow) => {
    const methods = await methodsOf(flow);
    expect(methods.length).toBeGreaterThan(2);
    for (const { kind, request } of killPoints(methods)) {
      await using stage = await Stage.start(flow);
      const killed = await stage.killAt(kind, request);
      expect(killed.signal).toBe("SIGKILL");
      if (flow.isEphemeral) await stage.job.runner.post(killed);

      const where = `${flow.name}, ${kind} at request ${request + 1} of ${methods.length}`;
      const healed = await stage.heal(flow);
      expect(healed, where).toMatchObject({ code: 0, outputs: ORDERED });
      const truth = (await stage.job.scm.control.certificates()).length;
      if (flow.lagMs === undefined) expect(truth, where).toBe(flow.records);
      else await stage.expectTold(truth - flow.records, where);
      expect(await stage.reissues(), where).toBeLessThanOrEqual(flow.reissues + (kind === "hang" ? 1 : 0));
      expect(stage.isPaired(flow), where).toBe(true);

      await stage.job.scm.control.clearRequests();
      const after = await stage.run();
      expect(after.outputs, where).toMatchObject({ ...ORDERED, ordered: "0" });
      expect(await stage.job.orders(), where).toBe(0);
    }
  });
});

describe.concurrent("S15 a connection that is cut while an order is under way orders nothing twice", () => {
  const cases = FLOWS.flatMap((flow) =>
    (["reset-before", "reset-after", "truncated"] as const).map((kind) => ({ ...flow, kind })),
  );
  it.each(cases)("$name, $kind", async ({ kind, ...flow }) => {
    await using stage = await Stage.start(flow);
    for (const route of ["POST /ssl/v1/enroll", "POST /ssl/v1/renewById/{id}", "POST /ssl/v1/replace/{id}"])
      await stage.job.scm.control.plantFault({ route, kind });
    await stage.run();
    await stage.job.scm.control.clearFaults();
    const healed = await stage.heal(flow);
    expect(healed).toMatchObject({ code: 0, outputs: ORDERED });
    const truth = (await stage.job.scm.control.certificates()).length;
    if (flow.lagMs === undefined) expect(truth).toBe(flow.records);
    else await stage.expectTold(truth - flow.records, `${flow.name}, ${kind}`);
    expect(stage.isPaired(flow)).toBe(true);
  });
});
