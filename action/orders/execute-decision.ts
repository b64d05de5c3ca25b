import {
  type Decision,
  endedOf,
  execute,
  type Followed,
  type Holding,
  type IssueOutcome,
  type LifeOutcome,
  type LifeRequest,
} from "../../core/index.ts";
import type { OrderInputs } from "../inputs/order.ts";
import { type Problem, problemOf } from "../problem.ts";
import { type ComparePolicy, reused } from "./compare-delivered.ts";
import { tellStop } from "./decision-words.ts";
import type { CertificateRequest } from "./judge-sources.ts";
import { lifeOf } from "./life.ts";
import type { OrderSession } from "./order-session.ts";
import { type Decided, type Prepared, servingOf } from "./prepared.ts";
import { type Outcome, type Result, resultOf, UNDELIVERED } from "./result.ts";

/** What is there already, and what its user accepts. */
interface Standing {
  readonly serving: Holding | null;
  readonly policy: ComparePolicy;
}

/** Does what was decided for one certificate, and waits for it. What goes wrong is in the result. */
export async function place(session: OrderSession, decided: Decided): Promise<Result> {
  const { request, decision } = decided;
  const serving = servingOf(decided);
  if (decision.act === "keep" || decision.act === "hold" || decision.act === "refuse")
    return stay(request, decision, { serving, policy: session.inputs });
  const life = lifeOf(session, decided, serving);
  const result = await after(() => execute(decision, life), decided, {
    ...{ serving, policy: session.inputs },
    isNothingLeft: endedOf(life) !== null,
  });
  const { problems, placed } = life.events;
  const isOldUsed = placed() !== null && result.outcome === "reused";
  return {
    ...result,
    ...(isOldUsed && { successor: result.successor ?? { sslId: placed(), status: null } }),
    // What failed after its order has its id all the same.
    sslId: result.sslId ?? placed(),
    problems: [...problems(), ...result.problems],
    isOrdered: placed() !== null,
  };
}

async function after(
  executed: () => Promise<LifeOutcome<LifeRequest>>,
  decided: Decided,
  standing: Standing & { readonly isNothingLeft: boolean },
): Promise<Result> {
  try {
    return resultAfter(await executed(), decided, standing);
  } catch (thrown) {
    const { request } = decided;
    const { serving } = standing;
    // Its time is not over: what went wrong is told, and it is delivered all the same.
    if (serving !== null) {
      const problems = [problemOf(thrown, request.source.path)];
      return reused(request, serving, { problems, policy: standing.policy });
    }
    const problem = problemOf(thrown, request.source.path);
    if (problem.code === "state.order_unproved" && !standing.isNothingLeft) return unproved(decided, problem);
    return resultOf(request, { outcome: "failed", problems: [problem] });
  }
}

/** It may be an earlier run's, and is on its way: a person or its key will say. The run neither claims it nor waits for it. */
function unproved({ request, decision, holdings }: Decided, problem: Problem): Result {
  const sslId = decision.act === "adopt" ? decision.sslId : null;
  const status = holdings?.line.find((each) => each.sslId === sslId)?.status ?? null;
  const problems = [{ ...problem, severity: "warning" } as const];
  return resultOf(request, { outcome: "pending", sslId, status, problems });
}

/** Nothing is ordered: the certificate that serves is delivered, where there is one. */
function stay(
  request: CertificateRequest,
  decision: Extract<Decision, { act: "keep" | "hold" | "refuse" }>,
  { serving, policy }: Standing,
): Result {
  if (decision.act === "keep" && serving !== null) return reused(request, serving, { problems: [], policy });
  const told = decision.act === "keep" ? null : tellStop(decision);
  const isError = decision.act === "refuse" || serving === null || isErrorOnHold(decision, policy);
  const problems: readonly Problem[] =
    told === null ? [] : [{ ...told, severity: isError ? "error" : "warning", path: request.source.path }];
  return serving === null || decision.act === "refuse"
    ? resultOf(request, { outcome: "failed", problems })
    : reused(request, serving, { problems, policy });
}

/** What must not be delivered fails the step as a name that is missing does, until it is accepted. */
function isErrorOnHold(decision: Decision, { onMismatch }: ComparePolicy): boolean {
  if (decision.act !== "hold") return false;
  return decision.isHard || (decision.reason.code === "successor_unusable" && onMismatch === "fail");
}

function resultAfter(outcome: LifeOutcome<LifeRequest>, decided: Decided, standing: Standing): Result {
  const { request, decision } = decided;
  const { serving } = standing;
  switch (outcome.kind) {
    case "issued": {
      const { issue, certificate } = outcome;
      const { sslId, status } = issue;
      return resultOf(request, { outcome: wordOf(decision), sslId, status, chain: certificate.chain });
    }
    case "unusable": {
      const { sslId, status } = outcome.issue;
      if (serving === null) return resultOf(request, { outcome: "failed", sslId, status });
      const used = reused(request, serving, { problems: [], policy: standing.policy });
      return { ...used, successor: { sslId, status } };
    }
    case "not_issued":
      return notIssued(outcome.issue, decided, standing);
    case "nothing_valid":
      return nothingValid(outcome, request);
    case "left": {
      const { sslId } = outcome.order;
      return resultOf(request, { outcome: "pending", sslId });
    }
    case "not_followed":
      if (serving === null || decision.act !== "renew" || !decision.isSoft) throw outcome.error;
      return usedOn(request, { serving, policy: standing.policy }, outcome.error);
    case "unchanged":
    case "left_to_others":
      if (serving === null) throw outcome.error;
      return usedOn(request, { serving, policy: standing.policy }, outcome.error);
  }
}

/** What a renewal brought is one, also where it had to be enrolled. */
function wordOf({ act }: Decision): Outcome {
  if (act === "renew") return "renewed";
  return act === "replace" ? "replaced" : "enrolled";
}

function notIssued(
  issue: Exclude<IssueOutcome, { kind: "issued" }>,
  decided: Decided,
  { serving, policy }: Standing,
): Result {
  const { request, decision } = decided;
  const { sslId, status } = issue;
  if (issue.kind !== "pending") {
    const problem = refusal(issue, request);
    if (serving === null || decision.act !== "renew")
      return resultOf(request, { outcome: "failed", sslId, status, problems: [problem] });
    const problems = [{ ...problem, severity: decision.isSoft ? "warning" : "error" } as const];
    return { ...reused(request, serving, { problems, policy }), successor: { sslId, status } };
  }
  if (decision.act !== "renew" || serving === null)
    return resultOf(request, { outcome: "pending", sslId, status, problems: hindranceOf(issue, request) });
  // The certificate before serves on, and what is told is of it.
  const used = reused(request, serving, { problems: hindranceOf(issue, request), policy });
  const outcome = used.outcome === "reused" ? "pending" : used.outcome;
  return { ...used, outcome, successor: { sslId, status } };
}

type Pending = Extract<IssueOutcome, { kind: "pending" }>;

/** Why it could not be collected, unless SCM only said that it is not ready. */
function hindranceOf({ hindrance }: Pending, { source }: CertificateRequest): readonly Problem[] {
  return hindrance === null ? [] : [{ ...problemOf(hindrance, source.path), severity: "warning" }];
}

/** What is on its way is not a failure, unless the certificate that it follows has ended. */
function nothingValid(
  { ended, cause }: Extract<LifeOutcome<LifeRequest>, { kind: "nothing_valid" }>,
  request: CertificateRequest,
): Result {
  if (cause.kind === "not_followed") throw cause.error;
  const { sslId, status } = cause.issue;
  const problem =
    cause.issue.kind === "pending" ? delayOf(ended, cause.issue, request) : refusal(cause.issue, request);
  return resultOf(request, { outcome: "failed", sslId, status, problems: [problem] });
}

function delayOf(ended: Followed, issue: Pending, request: CertificateRequest): Problem {
  const { sslId, status } = issue;
  const [hindrance] = hindranceOf(issue, request);
  const next = "the next run goes on from there and orders nothing.";
  return {
    severity: "error",
    summary: `Certificate ${ended.sslId} has ended, and ${sslId}, which is to follow, is still ${status}`,
    detail:
      hindrance === undefined
        ? `Have an administrator approve it in SCM; ${next}`
        : `${hindrance.summary}. ${hindrance.detail} Then ${next}`,
    path: request.source.path,
  };
}

type Refused = Exclude<IssueOutcome, { kind: "issued" | "pending" }>;

function refusal({ sslId, status, kind }: Refused, { source }: CertificateRequest): Problem {
  const why = kind === "refused" ? "Its comments in SCM may say why." : "";
  return {
    severity: "error",
    summary: `Certificate ${sslId} is ${status}`,
    detail:
      `${why} Mend the cause (CSR, names, validation), or have it approved in SCM, then run again.`.trim(),
    path: source.path,
  };
}

/** A failure while the old certificate is good for long is a warning, and the old one is delivered. */
function usedOn(
  request: CertificateRequest,
  { serving, policy }: Standing & { readonly serving: Holding },
  thrown: unknown,
): Result {
  const problem = problemOf(thrown, request.source.path);
  const until = serving.chain.leaf.notAfter.toISOString().slice(0, 10);
  const detail = `${problem.detail} The certificate is valid until ${until} and is used on; the next run tries again.`;
  return reused(request, serving, { problems: [{ ...problem, severity: "warning", detail }], policy });
}

/**
 * What becomes of a request for which nothing is ordered and nothing is awaited: `check` tells it, `enroll` delivers it.
 * Where an order is refused, the certificate that still serves is delivered all the same.
 * @returns null when an order, or a look at one under way, comes first
 */
export function withoutOrder(prepared: Prepared, policy: OrderInputs): Result | null {
  const { source, request, problems, decision } = prepared;
  if (request === null) {
    const nothing = { sslId: null, status: null, chain: null, paths: {}, ...UNDELIVERED };
    return {
      ...nothing,
      ...{ name: source.name, csrPath: source.path, commonName: null, outcome: "failed", problems },
    };
  }
  const serving = servingOf(prepared);
  if (decision === null)
    return serving === null
      ? resultOf(request, { outcome: "failed", problems })
      : reused(request, serving, { problems, policy });
  if (decision.act !== "keep" && decision.act !== "hold" && decision.act !== "refuse") return null;
  const result = stay(request, decision, { serving, policy });
  return { ...result, problems: [...problems, ...result.problems] };
}
