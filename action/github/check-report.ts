import { keyText } from "../../core/index.ts";
import { markdownCode } from "../escape.ts";
import type { Decision } from "../orders/decide.ts";
import type { Prepared } from "../orders/prepared.ts";
import type { Problem } from "../problem.ts";
import { problemList, table } from "../summary.ts";

/** What a check has found, for summary and comment. */
export interface CheckReport {
  readonly prepared: readonly Prepared[];
  /** Of the step as a whole, as a sign-in that is missing. */
  readonly problems: readonly Problem[];
  /** Whether SCM was asked: if not, what the merge would order is not known. */
  readonly asksScm: boolean;
}

/** One page of Markdown: what the merge would order, and what stands in its way. */
export function checkMarkdown({ prepared, problems, asksScm }: CheckReport): string {
  const rows = prepared.map(({ source, wanted, decision, problems: faults }) => [
    markdownCode(source.path ?? source.name),
    wanted === null ? "–" : markdownCode(namesText(wanted.names.map(({ value }) => value))),
    wanted === null ? "–" : markdownCode(keyText(wanted.csr.key)),
    verdict(decision, faults, asksScm),
  ]);
  const orders = prepared.filter(({ decision }) => decision !== null && decision.kind in COSTS).length;
  const lead = asksScm
    ? `**The merge would order ${orders === 1 ? "1 certificate" : `${orders} certificates`}.**`
    : "**SCM was not asked**, so what the merge would order is not known.";
  const faults = [...problems, ...prepared.flatMap((each) => each.problems)];
  return `## Certificates\n\n${lead}\n\n${table(["Request", "Names", "Key", "After the merge"], rows)}${problemList(faults)}`;
}

const COSTS: Readonly<Record<string, string>> = {
  enroll: "🆕 a new certificate is enrolled",
  renew: "🔁 is renewed",
  replace: "♻️ is replaced under its id",
};

function verdict(decision: Decision | null, faults: readonly Problem[], asksScm: boolean): string {
  if (faults.some(({ severity }) => severity === "error")) return "⛔ can't be ordered";
  if (decision === null) return asksScm ? "–" : "❔";
  if (decision.kind === "reuse") {
    const { existing, renewsFrom } = decision;
    return `✅ ${existing.details.sslId} stays, renewed from ${renewsFrom.toISOString().slice(0, 10)}`;
  }
  if (decision.kind === "refuse") return "⛔ can't be ordered";
  const which = decision.kind === "enroll" ? "" : `${decision.existing.details.sslId} `;
  const [sign, ...words] = (COSTS[decision.kind] ?? "").split(" ");
  return `${sign} ${which}${words.join(" ")}`;
}

function namesText(names: readonly string[]): string {
  const shown = names.slice(0, 5).join(", ");
  return names.length > 5 ? `${shown} and ${names.length - 5} more` : shown;
}
