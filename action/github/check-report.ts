import { type Decision, keyText, renewalWindow } from "../../core/index.ts";
import { markdownCode, markdownText } from "../escape.ts";
import type { OrderInputs } from "../inputs/order.ts";
import { sayDecision } from "../orders/decision-words.ts";
import { ordersOf, type Prepared, servingOf, sslIdOf } from "../orders/prepared.ts";
import type { Problem } from "../problem.ts";
import { folded, problemList, table } from "../summary.ts";

const DAY_MS = 86_400_000;

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

/** How the page names what it speaks of. */
interface PageParts {
  /** A file as Markdown. */
  readonly linked: (path: string) => string;
  /** Where orders would go, as Markdown. */
  readonly where: string;
  readonly now: Date;
  /** As the step has it; null: by the lifetime. */
  readonly renewBefore: OrderInputs["renewBefore"];
}

/**
 * One page of Markdown: what the merge would order, what stands in its way, each change with all its names, and what stays,
 * folded. What is cut from its end is what a person needs least.
 */
export function checkMarkdown(
  { prepared, problems, scm }: CheckReport,
  { linked, where, ...dates }: PageParts,
): string {
  const faults = [...problems, ...prepared.flatMap((each) => each.problems)];
  const isQuiet = ({ decision, problems: own, isBeyondLimit = false }: Prepared): boolean =>
    decision?.act === "keep" && own.length === 0 && !isBeyondLimit;
  const listed = (some: readonly Prepared[]): string =>
    some.length === 0
      ? ""
      : table(
          ["Request", "After the merge"],
          some.map((each) => rowOf(each, { linked, scm, isShort: isQuiet(each) })),
        );
  const quiet = prepared.filter(isQuiet);
  const loud = prepared.filter((each) => !isQuiet(each));
  return (
    `## Certificates: ${headline(prepared, scm)}\n\n${lead(prepared, scm)}\n${datesOf(prepared, scm, dates)}${problemList(faults)}\n` +
    `${listed(loud)}${folded(`${quiet.length} unchanged`, listed(quiet))}\n${where}`
  );
}

/** Two columns, so that a phone shows the names that are approved. */
function rowOf(
  each: Prepared,
  {
    linked,
    scm,
    isShort,
  }: Pick<PageParts, "linked"> & { readonly scm: ScmAnswer; readonly isShort: boolean },
): readonly string[] {
  const { source, request } = each;
  const file = source.path === null ? markdownCode(source.name) : linked(source.path);
  const what = markdownText(verdict(each, scm));
  if (request === null) return [file, what];
  const names = request.names.map(({ value }) => value);
  return [`${file}<br>${markdownCode(keyText(request.csr.key))}`, `${what}<br>${namesText(names, isShort)}`];
}

const COUNTED: readonly (readonly [string, readonly Decision["act"][]])[] = [
  ["new", ["enroll"]],
  ["to renew", ["renew"]],
  ["to replace", ["replace"]],
  ["on the way", ["adopt", "await"]],
  ["held", ["hold"]],
  ["unchanged", ["keep"]],
];

/** The same for the log: a line for each request, and one for all. */
export function checkLines({ prepared, scm }: CheckReport): readonly string[] {
  const each = prepared.map((one) => `${one.source.path ?? one.source.name}: ${verdict(one, scm)}`);
  return [...each, `Certificates: ${headline(prepared, scm)}`];
}

/** Counts by what happens; what can't be ordered first. */
function headline(prepared: readonly Prepared[], scm: ScmAnswer): string {
  const refused = prepared.filter(isRefused);
  const rest = prepared.filter((each) => !isRefused(each));
  const counts = COUNTED.map(([word, acts]): [string, number] => [
    word,
    rest.filter(({ decision }) => decision !== null && acts.includes(decision.act)).length,
  ]);
  const texts = [["can't be ordered", refused.length] as const, ...counts]
    .filter(([, count]) => count > 0)
    .map(([word, count]) => `${count} ${word}`);
  const judged = prepared.length === 0 ? "nothing was judged" : `${prepared.length} judged without SCM`;
  const unknown = scm === "whole" ? "none" : judged;
  return texts.join(", ") || unknown;
}

function isRefused({ decision, isBeyondLimit, problems }: Prepared): boolean {
  if (decision?.act === "keep") return false;
  return (
    isBeyondLimit === true ||
    decision?.act === "refuse" ||
    problems.some(({ severity }) => severity === "error")
  );
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

/** What the term means in days of the calendar, were the order placed today. */
function datesOf(
  prepared: readonly Prepared[],
  scm: ScmAnswer,
  { now, renewBefore }: Pick<PageParts, "now" | "renewBefore">,
): string {
  const order = ordersOf(prepared).find(({ decision }) => decision?.act === "enroll")?.request?.order;
  if (scm !== "whole" || order === undefined) return "";
  const notAfter = new Date(now.getTime() + order.termDays * DAY_MS);
  const { opensAt } = renewalWindow({ notBefore: now, notAfter }, { window: renewBefore ?? undefined });
  const [end, renewal] = [notAfter, opensAt].map((date) => date.toISOString().slice(0, 10));
  return `\nOrdered today, that ends on ${end} and is renewed from ${renewal} on.\n`;
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
    const serves = servingOf(prepared)?.details.sslId;
    return serves === undefined
      ? "⛔ not ordered: beyond max-orders"
      : `✋ ${serves} stays: its renewal is beyond max-orders`;
  }
  if (decision === null) return scm === "whole" ? "–" : "❔";
  return `${SIGNS[decision.act]} ${sayDecision(decision, sslIdOf(prepared))}`;
}

/** All names of what a person approves; of what stays, the first. */
function namesText(names: readonly string[], isShort: boolean): string {
  const shown = isShort ? names.slice(0, 5) : names;
  const more = names.length - shown.length;
  return `${shown.map(markdownCode).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}
