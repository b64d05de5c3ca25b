import { appendFile } from "node:fs/promises";
import { markdownCode, markdownText } from "./escape.ts";
import type { Result } from "./orders/result.ts";
import type { Problem } from "./problem.ts";
import { recordOf } from "./record.ts";
import type { Step } from "./step.ts";

/** GitHub refuses a summary above 1 MiB, with all that is in it. Source: GitHub's documentation of workflow commands. */
const LARGEST_OCTETS = 1_000_000;
const MOST_ROWS = 500;

/** For log, summary and comment: an expression that came out empty looks like a bound that was left out. */
export const NO_BOUND = "No bound is set: allowed-names is empty, so a request may ask for any name.";

const SIGNS: Readonly<Record<Problem["severity"], string>> = { error: "❌", warning: "⚠️", notice: "ℹ️" };

/** A table of GitHub's Markdown; cells are Markdown already. */
export function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  const shown = rows.slice(0, MOST_ROWS);
  const more = rows.length > shown.length ? `\n\n… and ${rows.length - shown.length} more.` : "";
  return `${[line(heads), line(heads.map(() => "---")), ...shown.map(line)].join("\n")}${more}\n`;
}

/**
 * What a step did, as its job's summary shows it: counts, problems, what changed, and the rest folded, so that a page that is
 * cut loses what matters least.
 * @param ofPlan problems of the step as a whole
 */
export function summaryOf(results: readonly Result[], ofPlan: readonly Problem[], now: Date): string {
  const rows = results.map((result) => {
    const { commonName, name, outcome, sslId, status, notAfter, daysLeft, renewalDue } = recordOf(
      result,
      now,
    );
    const end = notAfter === null ? "–" : `${notAfter.slice(0, 10)} (${daysLeft} days)`;
    return [
      markdownCode(commonName ?? name),
      outcome,
      sslId === null ? "–" : String(sslId),
      status === null ? "–" : markdownCode(status),
      end,
      renewalDue?.slice(0, 10) ?? "–",
    ];
  });
  const isQuiet = (index: number): boolean => {
    const result = results[index];
    return (
      result !== undefined && result.outcome === "reused" && !result.isChanged && result.problems.length === 0
    );
  };
  const heads = ["Certificate", "Outcome", "SSL id", "Status in SCM", "Valid until", "Renewed from"];
  const loud = rows.filter((_row, index) => !isQuiet(index));
  const quiet = rows.filter((_row, index) => isQuiet(index));
  return (
    `## Certificates: ${headline(results)}\n${problemList([...ofPlan, ...results.flatMap(({ problems }) => problems)])}\n` +
    `${loud.length === 0 ? "" : table(heads, loud)}${folded(`${quiet.length} unchanged`, quiet.length === 0 ? "" : table(heads, quiet))}`
  );
}

const OUTCOMES = [
  "enrolled",
  "renewed",
  "replaced",
  "collected",
  "revoked",
  "pending",
  "failed",
  "reused",
] as const;

/** Counts by what happened, what needs no one last. */
export function headline(results: readonly Result[]): string {
  const counts = OUTCOMES.map((outcome) => {
    const count = results.filter((each) => each.outcome === outcome).length;
    return count === 0 ? "" : `${count} ${outcome}`;
  });
  return counts.filter((text) => text !== "").join(", ") || "none";
}

/** What most readers need not see, one click away; nothing where there is nothing. */
export function folded(title: string, content: string): string {
  return content === "" ? "" : `\n<details>\n<summary>${title}</summary>\n\n${content}\n</details>\n`;
}

/** Problems as a list, the file first; empty when there are none. */
export function problemList(problems: readonly Problem[]): string {
  if (problems.length === 0) return "";
  const lines = problems.slice(0, MOST_ROWS).map(({ severity, summary, detail, path }) => {
    const place = path === null ? "" : `${markdownCode(path)}: `;
    return `- ${SIGNS[severity]} ${place}${markdownText(summary)}  \n  ${markdownText(detail)}`;
  });
  return `\n${lines.join("\n")}\n`;
}

/**
 * Appends to the job's summary. Where the runner has none, as in old servers, there is nothing to write to; one that can't be
 * written is worth a warning, and hides nothing: log and outputs say the same.
 */
export async function writeSummary(
  markdown: string,
  { variables: { GITHUB_STEP_SUMMARY: file }, log }: Pick<Step, "variables" | "log">,
): Promise<void> {
  if (!file) return;
  const fitting = cutAtLine(markdown, LARGEST_OCTETS, "… cut here: the log and the outputs have the rest.");
  try {
    await appendFile(file, `${fitting}\n`, "utf8");
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? "an error"; // node:fs throws nothing else
    log.tell({
      severity: "warning",
      summary: `The job's summary could not be written: the system says ${code}`,
      detail: "Log and outputs say the same.",
      path: null,
    });
  }
}

/** The first lines of a page, as many as fit; when some don't, what is said instead stands at the end. */
export function cutAtLine(markdown: string, mostOctets: number, instead: string): string {
  if (Buffer.byteLength(markdown) <= mostOctets) return markdown;
  const kept: string[] = [];
  let left = mostOctets - Buffer.byteLength(instead) - 2;
  for (const line of markdown.split("\n")) {
    left -= Buffer.byteLength(line) + 1;
    if (left < 0) break;
    kept.push(line);
  }
  // What is said instead must not be folded away.
  const isOpen = kept.lastIndexOf("<details>") > kept.lastIndexOf("</details>");
  if (isOpen) kept.splice(kept.lastIndexOf("<details>"));
  return `${kept.join("\n")}\n\n${instead}`;
}
