import { ConfigError, quoted } from "../../core/index.ts";
import { writeCertificate } from "../certificate-files.ts";
import { connect } from "../connect.ts";
import type { ExitCode } from "../exit.ts";
import type { ActionInputs } from "../inputs.ts";
import { makeFolders, namedSources } from "../named-sources.ts";
import { compareDelivered } from "../orders/compare-delivered.ts";
import { type Desk, openDesk } from "../orders/desk.ts";
import { isFirstDelivery } from "../orders/first-delivery.ts";
import { mapBounded } from "../orders/map-bounded.ts";
import { place } from "../orders/place.ts";
import { prepare, WIDTH } from "../orders/prepare.ts";
import { ordersOf, type Prepared, sslIdOf } from "../orders/prepared.ts";
import { type Result, resultOf, UNDELIVERED } from "../orders/result.ts";
import { sayDecision } from "../orders/say-decision.ts";
import { nameOf } from "../orders/wanted.ts";
import { problemOf } from "../problem.ts";
import type { Step } from "../step.ts";
import { reportResults } from "./report-results.ts";

/** Brings a certificate for every request: the one that is there, its renewal, or a new one. */
export async function enroll(inputs: ActionInputs, step: Step): Promise<ExitCode> {
  if (inputs.agent !== null) {
    const { runAgent } = await import("../agent/run-agent.ts");
    return runAgent(inputs.agent, inputs, step);
  }
  const sources = await namedSources(inputs, step);
  await makeFolders(sources, inputs.files.outputDirectory, step);
  if (sources.length === 0) return await reportResults([], inputs.order, step);
  const client = connect(inputs.connection, step);
  try {
    const desk = openDesk(step, client, inputs);
    const prepared = await step.log.group(
      `Judge ${sources.length === 1 ? "1 request" : `${sources.length} requests`}`,
      () => judge(sources, inputs, desk),
    );
    refuseTooMany(prepared, inputs.order.maxOrders);
    const results = await step.log.group("Order and collect", () =>
      mapBounded(prepared, WIDTH, (each) => deliver(each, inputs, desk)),
    );
    return await reportResults(results, inputs.order, step, { isBounded: true });
  } finally {
    await client.close();
  }
}

async function judge(
  sources: Parameters<typeof prepare>[0],
  inputs: ActionInputs,
  desk: Desk,
): Promise<readonly Prepared[]> {
  const prepared = await prepare(sources, inputs.order, desk);
  for (const each of prepared) {
    const { wanted, source, decision } = each;
    const what = wanted === null ? source.name : nameOf(wanted);
    desk.step.log.say(
      `${what}: ${decision === null ? "can't be ordered, see below" : sayDecision(decision, sslIdOf(each))}`,
    );
  }
  return prepared;
}

/** All or nothing: a repository that suddenly orders hundreds has most likely made a mistake. */
function refuseTooMany(prepared: readonly Prepared[], most: number): void {
  const orders = ordersOf(prepared);
  if (orders.length <= most) return;
  const names = orders
    .slice(0, 20)
    .map(({ source }) => quoted(source.name))
    .join(", ");
  const more = orders.length > 20 ? ` and ${orders.length - 20} more` : "";
  throw new ConfigError(`order ${orders.length} certificates: max-orders allows ${most} in one run`, {
    code: "config.max_orders",
    path: "max-orders",
    hint: `Nothing was ordered. If all are meant, raise max-orders: ${names}${more}.`,
  });
}

/** Never throws: one certificate that fails must not keep the others from being delivered. */
async function deliver(prepared: Prepared, inputs: ActionInputs, desk: Desk): Promise<Result> {
  const { source, wanted, problems, decision } = prepared;
  if (wanted === null || decision === null) {
    const known = { name: source.name, csrPath: source.path, commonName: wanted?.csr.commonName ?? null };
    const nothing = { sslId: null, status: null, chain: null, paths: {}, ...UNDELIVERED };
    return { ...known, ...nothing, outcome: "failed", problems };
  }
  const placed = await place(desk, { ...prepared, wanted, decision });
  const known = { ...placed, problems: [...problems, ...placed.problems] };
  const result = compareDelivered(known, wanted, inputs.order);
  try {
    const isFirst = (): Promise<boolean> => isFirstDelivery(result, prepared, desk);
    return await writeCertificate(result, inputs.files, { step: desk.step, isFirst });
  } catch (thrown) {
    const failed = {
      ...result,
      outcome: "failed",
      problems: [...result.problems, problemOf(thrown, source.path)],
    } as const;
    return resultOf(wanted, failed);
  }
}
