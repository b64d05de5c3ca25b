import { type Decision, keyText } from "../../core/index.ts";
import { markdownCode } from "../escape.ts";
import { ordersOf, type Prepared, sslIdOf } from "../orders/prepared.ts";
import { sayDecision } from "../orders/say-decision.ts";
import type { Problem } from "../problem.ts";
import { problemList, table } from "../summary.ts";

/** What a check has found, for summary and comment. */
export interface CheckReport {
  readonly prepared: readonly Prepared[];
  /** Of the step as a whole, as a sign-in that is missing. */
  readonly problems: readonly Problem[];
  readonly scm: ScmAnswer;
}

/**
 * Whether SCM has told all that the plan takes. Else what the merge would order is not known: nothing was asked, SCM could
 * not be reached to the end, or what it said stops the step.
 */
type ScmAnswer = "whole" | "not_asked" | "away" | "stopped";

/** One page of Markdown: what the merge would order, and what stands in its way. */
export function checkMarkdown({ prepared, problems, scm }: CheckReport): string {
  const rows = prepared.map((each) => [
    markdownCode(each.source.path ?? each.source.name),
    each.request === null ? "–" : markdownCode(namesText(each.request.names.map(({ value }) => value))),
    each.request === null ? "–" : markdownCode(keyText(each.request.csr.key)),
    verdict(each, scm),
  ]);
  const faults = [...problems, ...prepared.flatMap((each) => each.problems)];
  const requests = rows.length === 0 ? "" : table(["Request", "Names", "Key", "After the merge"], rows);
  return `## Certificates\n\n${lead(prepared, scm)}\n\n${requests}${problemList(faults)}`;
}

/** How many, and for how long: what the approver of the merge decides on. */
function lead(prepared: readonly Prepared[], scm: ScmAnswer): string {
  if (scm !== "whole") return UNKNOWN[scm];
  const orders = ordersOf(prepared);
  // A renewal has the term of the certificate before it; the others of one step have one term.
  const term = orders.find(({ decision }) => decision?.act === "enroll")?.request?.order.termDays;
  const count = orders.length === 1 ? "1 certificate" : `${orders.length || "no"} certificates`;
  return `**The merge would order ${count}${term === undefined ? "" : `, new for ${term} days`}.**`;
}

const UNKNOWN: Readonly<Record<Exclude<ScmAnswer, "whole">, string>> = {
  not_asked: "**SCM was not asked**, so what the merge would order is not known.",
  away: "**SCM could not be reached to the end**, so what the merge would order is not known.",
  stopped: "**What the merge would order is not known**: see the first error below.",
};

const SIGNS: Readonly<Record<Decision["act"], string>> = {
  keep: "✅",
  enroll: "🆕",
  renew: "🔁",
  replace: "♻️",
  adopt: "⏳",
  await: "⏳",
  hold: "✋",
  refuse: "⛔",
};

function verdict(prepared: Prepared, scm: ScmAnswer): string {
  const { decision, isBeyondLimit, problems: faults } = prepared;
  const isFaulty = faults.some(({ severity }) => severity === "error");
  // What stands there is delivered, and fails the step all the same.
  if (isFaulty)
    return decision?.act === "keep" ? "❌ stays, with an error: see below" : "⛔ can't be ordered";
  if (isBeyondLimit) {
    const serves = prepared.holdings?.valid.find((each) => each.serves)?.details.sslId;
    return serves === undefined
      ? "⛔ not ordered: beyond max-orders"
      : `✋ ${serves} stays: its renewal is beyond max-orders`;
  }
  if (decision === null) return scm === "whole" ? "–" : "❔";
  return `${SIGNS[decision.act]} ${sayDecision(decision, sslIdOf(prepared))}`;
}

function namesText(names: readonly string[]): string {
  const shown = names.slice(0, 5).join(", ");
  return names.length > 5 ? `${shown} and ${names.length - 5} more` : shown;
}
