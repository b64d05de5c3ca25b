/** Both built front ends behind one face, each with an account of its own, for tests that compare what they decide. */
import { startJob } from "../action/support/job.ts";
import { type FakeScm, startFakeScm } from "../fake-scm/server.ts";
import { PROGRAMS, Providers } from "../protocol/packaged-provider.ts";
import { type Outcome, ProviderCalls } from "../protocol/provider-calls.ts";

type ScmOptions = NonNullable<Parameters<typeof startFakeScm>[0]>;

export interface FrontEndOptions {
  /** ISO 8601, of the fake and of the front end. */
  readonly now: string;
  /** PEM. */
  readonly csr: string;
  readonly scm?: ScmOptions;
}

/** One front end that cares for one certificate. */
export interface FrontEnd extends AsyncDisposable {
  readonly scm: FakeScm;
  /** Orders the certificate, or its renewal, and waits for nothing. */
  order(): Promise<void>;
  /** @returns what it would do now, as its log says: `decision=renew reason=due` */
  ask(): Promise<string>;
  /** Moves both clocks. @param instant ISO 8601 */
  moveTo(instant: string): Promise<void>;
  /** From now on another request is the wanted one. */
  want(csr: string): void;
}

const DECISION = /decision=\w+ reason=\w+/g;

/** The one decision that a log tells. @throws when it tells none, or several */
function decisionIn(log: string): string {
  const found = [...new Set(log.match(DECISION) ?? [])];
  if (found.length !== 1) throw new Error(`${found.length} decisions are told:\n${found.join("\n")}\n${log}`);
  return found[0] as string; // there is exactly one
}

/** The packaged provider, spoken to as Terraform does: a process for each walk, refreshed before it plans. */
export async function providerFrontEnd({ now, csr, scm: options }: FrontEndOptions): Promise<FrontEnd> {
  const [program] = PROGRAMS;
  if (program === undefined) throw new Error("no package for this machine");
  const scm = await startFakeScm({ issueDelayMs: 0, now: Date.parse(now), ...options });
  const providers = new Providers();
  let at = now;
  let wanted = csr;
  let held: Outcome | null = null;
  const walk = async () => {
    const environment = { SECTIGO_TEST_CLOCK: at, SECTIGO_ORDER_SCOPE: "example/infra", TF_LOG: "DEBUG" };
    const provider = await providers.start(program, { environment });
    return { provider, calls: await ProviderCalls.configured(provider, scm) };
  };
  const config = () => ({ organization_id: 7003, scm_profile_id: 3312, csr_pem: wanted });
  // What an administrator has to approve is not waited for; nothing else differs between order and question.
  const ordering = options?.autoApprove === false ? { on_pending: "return" } : {};
  return {
    scm,
    async order() {
      const { calls } = await walk();
      const before = held === null ? null : await calls.read(held);
      held = await calls.apply({ ...config(), ...ordering }, before);
      if (held.errors.length > 0) throw new Error(held.errors.join("\n"));
      await providers.endAll();
    },
    async ask() {
      const { provider, calls } = await walk();
      if (held !== null) held = await calls.read(held);
      await calls.plan({ ...config(), on_pending: null }, held);
      await providers.endAll();
      return decisionIn(provider.plugin.stderr.join("\n"));
    },
    async moveTo(instant) {
      at = instant;
      await scm.control.setClock(instant);
    },
    want(other) {
      wanted = other;
    },
    async [Symbol.asyncDispose]() {
      await providers.endAll();
      await scm.close();
    },
  };
}

/** The Action's bundle, run as GitHub's runner does: a step for each look, without memory of the ones before. */
export async function actionFrontEnd({ now, csr, scm: options }: FrontEndOptions): Promise<FrontEnd> {
  const job = await startJob({ files: { "shop.csr": csr }, scm: { now: Date.parse(now), ...options } });
  let at = now;
  const run = (command: string) =>
    job.runner.run({ ...job.inputs, command, csr: "shop.csr", wait: "0" }, { SECTIGO_TEST_CLOCK: at });
  return {
    scm: job.scm,
    async order() {
      const step = await run("enroll");
      if (step.code !== 0) throw new Error(step.log);
    },
    ask: async () => decisionIn((await run("check")).log),
    async moveTo(instant) {
      at = instant;
      await job.scm.control.setClock(instant);
    },
    want: (other) => job.runner.write("shop.csr", other),
    [Symbol.asyncDispose]: () => job[Symbol.asyncDispose](),
  };
}
