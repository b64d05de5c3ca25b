import { BugError } from "../../core/index.ts";
import { writeCertificate } from "../certificate-files.ts";
import { connect } from "../connect.ts";
import type { CsrSource } from "../csr-files.ts";
import type { ExitCode } from "../exit.ts";
import type { ActionInputs } from "../inputs.ts";
import { noticed } from "../inventory/notice-acts.ts";
import { mapBounded, WIDTH } from "../map-bounded.ts";
import { judgePlaces, namedSources } from "../named-sources.ts";
import { sayDecision } from "../orders/decision-words.ts";
import { place, withoutOrder } from "../orders/execute-decision.ts";
import { isFirstDelivery } from "../orders/first-delivery.ts";
import { nameOf } from "../orders/judge-sources.ts";
import { type OrderSession, openSession } from "../orders/order-session.ts";
import { type Plan, planOrders } from "../orders/plan.ts";
import { type Prepared, sslIdOf } from "../orders/prepared.ts";
import type { Result } from "../orders/result.ts";
import { problemOf } from "../problem.ts";
import { placeLine } from "../report-place.ts";
import type { Step } from "../step.ts";
import { reportResults } from "./report-results.ts";

/** Brings a certificate for every request: the one that is there, its renewal, or a new one. */
export async function enroll(inputs: ActionInputs, step: Step): Promise<ExitCode> {
  if (inputs.agent !== null) {
    const { runAgent } = await import("../agent/run-agent.ts");
    return runAgent(inputs.agent, inputs, step);
  }
  const sources = await namedSources(inputs, step);
  await judgePlaces(sources, inputs.files, step);
  if (sources.length === 0) return await reportResults([], inputs.order, step);
  const client = noticed(connect(inputs.connection, step), inputs, step);
  try {
    const session = openSession(step, client, inputs);
    const { prepared, problems } = await step.log.group(
      `Judge ${sources.length === 1 ? "1 request" : `${sources.length} requests`}`,
      () => judge(sources, inputs, session),
    );
    const results = await step.log.group("Order and collect", () =>
      mapBounded(prepared, WIDTH, (each) => deliver(each, inputs, session)),
    );
    return await reportResults(results, inputs.order, step, {
      ...{ isBounded: true, problems, where: placeLine(inputs, step.variables) },
    });
  } finally {
    await client.close();
  }
}

async function judge(
  sources: readonly CsrSource[],
  inputs: ActionInputs,
  session: OrderSession,
): Promise<Plan> {
  const plan = await planOrders(sources, inputs.order, session);
  for (const each of plan.prepared) {
    const { request, source, decision } = each;
    const what = request === null ? source.name : nameOf(request);
    session.step.log.say(
      `${what}: ${decision === null ? "can't be ordered, see below" : sayDecision(decision, sslIdOf(each))}`,
    );
  }
  return plan;
}

/** Never throws: one certificate that fails must not keep the others from being delivered. */
async function deliver(prepared: Prepared, inputs: ActionInputs, session: OrderSession): Promise<Result> {
  const { decision } = prepared;
  const reason = decision === null ? null : sayDecision(decision, sslIdOf(prepared));
  const done = withoutOrder(prepared, inputs.order) ?? (await ordered(prepared, session));
  const result = { ...done, reason };
  try {
    const isFirst = (): Promise<boolean> => isFirstDelivery(result, prepared, session);
    return await writeCertificate(result, inputs.files, { step: session.step, isFirst });
  } catch (thrown) {
    const problem = problemOf(thrown, prepared.source.path);
    return { ...result, outcome: "failed", problems: [...result.problems, problem] };
  }
}

async function ordered(prepared: Prepared, session: OrderSession): Promise<Result> {
  const { request, decision, problems } = prepared;
  // What can't be read, or must not be ordered, has its result without an order.
  if (request === null || decision === null)
    throw new BugError("order a request that was refused", {
      code: "bug.refused_order",
      hint: "Report this.",
    });
  const placed = await place(session, { ...prepared, request, decision });
  return { ...placed, problems: [...problems, ...placed.problems] };
}
