import {
  type Decision,
  execute,
  type Holding,
  type IssueOutcome,
  type LifeOutcome,
  type LifeRequest,
  wasIssued,
} from "../../core/index.ts";
import { type Problem, problemOf } from "../problem.ts";
import type { Desk } from "./desk.ts";
import { lifeOf } from "./life.ts";
import { type Decided, servingOf } from "./prepared.ts";
import { type Outcome, type Result, resultOf } from "./result.ts";
import { tellStop } from "./tell-hold.ts";
import type { Wanted } from "./wanted.ts";

/** Does what was decided for one certificate, and waits for it. What goes wrong is in the result. */
export async function place(desk: Desk, decided: Decided): Promise<Result> {
  const { wanted, decision } = decided;
  const serving = servingOf(decided);
  if (decision.act === "keep" || decision.act === "hold" || decision.act === "refuse")
    return stay(wanted, decision, serving);
  const life = lifeOf(desk, decided, serving);
  const result = await after(() => execute(decision, life), decided, serving);
  const { problems, placed } = life.events;
  return {
    ...result,
    // What failed after its order has its id all the same.
    sslId: result.sslId ?? placed(),
    problems: [...problems(), ...result.problems],
    isOrdered: placed() !== null,
  };
}

async function after(
  executed: () => Promise<LifeOutcome<LifeRequest>>,
  decided: Decided,
  serving: Holding | null,
): Promise<Result> {
  try {
    return resultAfter(await executed(), decided, serving);
  } catch (thrown) {
    const { wanted } = decided;
    return resultOf(wanted, { outcome: "failed", problems: [problemOf(thrown, wanted.source.path)] });
  }
}

/** Nothing is ordered: the certificate that serves is delivered, where there is one. */
export function stay(
  wanted: Wanted,
  decision: Extract<Decision, { act: "keep" | "hold" | "refuse" }>,
  serving: Holding | null,
): Result {
  if (decision.act === "keep" && serving !== null) return reused(wanted, serving, []);
  const told = decision.act === "keep" ? null : tellStop(decision);
  const isError =
    decision.act === "refuse" || serving === null || (decision.act === "hold" && decision.isHard);
  const problems: readonly Problem[] =
    told === null ? [] : [{ ...told, severity: isError ? "error" : "warning", path: wanted.source.path }];
  return serving === null || isError
    ? resultOf(wanted, { outcome: "failed", problems })
    : reused(wanted, serving, problems);
}

function resultAfter(outcome: LifeOutcome<LifeRequest>, decided: Decided, serving: Holding | null): Result {
  const { wanted, decision } = decided;
  switch (outcome.kind) {
    case "issued": {
      const { sslId, status, chain } = outcome.issue;
      return resultOf(wanted, { outcome: wordOf(decision), sslId, status, chain });
    }
    case "not_issued":
      return notIssued(outcome.issue, decided, serving);
    case "left": {
      const { sslId } = outcome.order;
      return resultOf(wanted, { outcome: "pending", sslId });
    }
    case "not_followed":
      if (serving === null || decision.act !== "renew" || !decision.isSoft) throw outcome.error;
      return usedOn(wanted, serving, outcome.error);
    case "unchanged":
    case "left_to_others":
      if (serving === null) throw outcome.error;
      return usedOn(wanted, serving, outcome.error);
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
  serving: Holding | null,
): Result {
  const { wanted, decision } = decided;
  const { sslId, status } = issue;
  if (issue.kind !== "pending")
    return resultOf(wanted, { outcome: "failed", sslId, status, problems: [refusal(issue, wanted)] });
  const late = decision.act === "adopt" ? delayOf(issue, decided) : null;
  if (late !== null) return resultOf(wanted, { outcome: "failed", sslId, status, problems: [late] });
  if (decision.act !== "renew" || serving === null)
    return resultOf(wanted, { outcome: "pending", sslId, status });
  // The certificate before serves on, and what is told is of it.
  const { details, chain } = serving;
  const { sslId: servingId, status: servingStatus } = details;
  return resultOf(wanted, {
    ...{ outcome: "pending", sslId: servingId, status: servingStatus, chain },
    successor: { sslId, status },
  });
}

/** What is on its way is no failure, unless the certificate that it follows has ended: then nothing valid is left. */
function delayOf(
  { sslId, status }: Pick<IssueOutcome, "sslId" | "status">,
  { wanted, holdings }: Decided,
): Problem | null {
  const before = holdings?.line.find((each) => wasIssued(each.status));
  if (before === undefined) return null;
  return {
    severity: "error",
    summary: `Certificate ${before.sslId} has ended, and ${sslId}, which is to follow, is still ${status}`,
    detail: "Have an administrator approve it in SCM; the next run goes on from there and orders nothing.",
    path: wanted.source.path,
  };
}

type Refused = Exclude<IssueOutcome, { kind: "issued" | "pending" }>;

function refusal({ sslId, status, kind }: Refused, { source }: Wanted): Problem {
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
function usedOn(wanted: Wanted, serving: Holding, thrown: unknown): Result {
  const problem = problemOf(thrown, wanted.source.path);
  const until = serving.chain.leaf.notAfter.toISOString().slice(0, 10);
  const detail = `${problem.detail} The certificate is valid until ${until} and is used on; the next run tries again.`;
  return reused(wanted, serving, [{ ...problem, severity: "warning", detail }]);
}

export function reused(wanted: Wanted, { details, chain }: Holding, problems: readonly Problem[]): Result {
  const { sslId, status } = details;
  return resultOf(wanted, { outcome: "reused", sslId, status, chain, problems });
}
