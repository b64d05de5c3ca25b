import { signIn } from "../acceptance/support/scm.ts";
import { Workspace } from "../acceptance/support/terraform.ts";
import { startFakeScm } from "../fake-scm/server.ts";
import { builtIn, certificates, measureState, times } from "./plan.ts";
import { watchProvider } from "./resident.ts";
import type { Figure } from "./timing.ts";

/** Two looks for the same order by name, the order, a look for another run's, the record, the certificate. */
const REQUESTS_EACH = 6;
/** What one process asks once: sign-in, terms, what lives in the place, revoked orders; and the look of the first order for all. */
const REQUESTS_ONCE = 40;
const CPU_MS_EACH = 12;
const PARALLEL = "-parallelism=20";

/** A first `terraform apply` of certificates that are issued at once, beside that of `terraform_data` of as many members and bytes. */
export async function benchApply(count: number): Promise<readonly Figure[]> {
  const scm = await startFakeScm({ issueDelayMs: 0 });
  const ours = new Workspace({ environment: signIn(scm), files: certificates(count) });
  await ours.init();
  const watched = watchProvider(ours.folder);
  const oursMs = await timed(() => ours.apply(PARALLEL));
  const { cpuMs, coreMs } = watched.stop();
  const requests = (await scm.control.requests()).length;

  const yardstick = new Workspace({ environment: {}, files: builtIn(count, measureState(ours, count)) });
  await yardstick.init();
  const besideMs = await timed(() => yardstick.apply(PARALLEL));
  ours.remove();
  yardstick.remove();
  await scm.close();
  const what = (text: string): string => `terraform apply of ${count} new certificates: ${text}`;
  return [
    {
      what: what("all of it, state in a local file"),
      ...{ value: Math.round(oursMs), unit: "ms", limit: null },
      yardstick: `${times(oursMs, besideMs)} terraform_data: ${Math.round(besideMs)} ms; ${coreMs} ms of processor time are Terraform's own`,
    },
    {
      what: what("processor time of the provider for each"),
      ...{ value: Math.round((10 * cpuMs) / count) / 10, unit: "ms", limit: CPU_MS_EACH },
      yardstick: `${times(cpuMs, coreMs)} what Terraform itself computes`,
    },
    {
      what: what("requests to SCM"),
      ...{ value: requests, unit: "", limit: REQUESTS_EACH * count + REQUESTS_ONCE },
      yardstick: `${REQUESTS_EACH} for each order, ${REQUESTS_ONCE} once`,
    },
  ];
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
