import { appendFile } from "node:fs/promises";
import { markdownCode, markdownText } from "./escape.ts";
import { isFailed, type Outcome, type Result } from "./orders/result.ts";
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

/** How a page of results names what it speaks of. */
interface PageParts {
  /** A file as Markdown. */
  readonly linked: (path: string) => string;
  readonly now: Date;
}

/**
 * What a step did, as its job's summary shows it: counts, problems, what changed, and the rest folded, so that a page that is
 * cut loses what matters least. Two columns, so that a phone shows all of them.
 * @param ofPlan problems of the step as a whole
 */
export function summaryOf(results: readonly Result[], ofPlan: readonly Problem[], parts: PageParts): string {
  const rows = (some: readonly Result[]): string =>
    some.length === 0
      ? ""
      : table(
          ["Certificate", "Outcome"],
          some.map((each) => rowOf(each, parts)),
        );
  const quiet = results.filter(isQuiet);
  const loud = results.filter((each) => !isQuiet(each));
  return (
    `## Certificates: ${headline(results)}\n${leadOf(results)}` +
    `${problemList([...ofPlan, ...results.flatMap(({ problems }) => problems)])}\n` +
    `${rows(loud)}${folded(`${quiet.length} unchanged`, rows(quiet))}`
  );
}

const isQuiet = ({ outcome, isChanged, problems }: Result): boolean =>
  outcome === "reused" && !isChanged && problems.length === 0;

/** What the counts mean for who reads them: what was paid for, and what is left to do. */
function leadOf(results: readonly Result[]): string {
  if (!results.some(({ outcome }) => !["collected", "revoked"].includes(outcome))) return "";
  const [ordered, changed, pending] = [
    results.filter(({ isOrdered }) => isOrdered === true).length,
    results.filter(({ isChanged }) => isChanged).length,
    results.filter(({ outcome }) => outcome === "pending").length,
  ];
  const certificates = (count: number): string =>
    count === 1 ? "1 certificate" : `${count || "no"} certificates`;
  // Without an output-directory there is nothing whose newness could be told.
  const isUnwritten =
    results.some(({ chain }) => chain !== null) && !results.some(({ isDelivered }) => isDelivered);
  const unchanged = isUnwritten ? "No files were written." : "Nothing is new to deploy.";
  const deploy = changed === 0 ? unchanged : `New to deploy: ${certificates(changed)}.`;
  const wait =
    pending === 0
      ? ""
      : ` SCM has not issued ${certificates(pending)} yet: a later run takes over what was ordered.`;
  return `\n**This run ordered ${certificates(ordered)}.** ${deploy}${wait}\n`;
}

function rowOf(result: Result, { linked, now }: PageParts): readonly string[] {
  const {
    commonName,
    name,
    csr,
    outcome,
    sslId,
    status,
    notAfter,
    daysLeft,
    renewalDue,
    successor,
    changed,
  } = recordOf(result, now);
  const sign = isFailed(result) ? SIGNS.error : OUTCOMES[outcome];
  const renewal = renewalDue === null ? "" : `, renewed from ${renewalDue.slice(0, 10)}`;
  const cells = [
    [markdownCode(commonName ?? name), csr === null ? "" : linked(csr)],
    [
      `${sign} ${outcome}${sslId === null ? "" : ` ${sslId}`}${changed ? ", to deploy" : ""}`,
      status === null || status === "Issued" ? "" : `SCM: ${markdownCode(status)}`,
      notAfter === null ? "" : `until ${notAfter.slice(0, 10)} (${daysLeft} days)${renewal}`,
      successor === null ? "" : `followed by ${successor.sslId}: ${markdownCode(successor.status ?? "")}`,
    ],
  ];
  return cells.map((lines) => lines.filter((line) => line !== "").join("<br>"));
}

/** In the order of their counts: what needs someone first. */
const OUTCOMES: Readonly<Record<Outcome, string>> = {
  failed: "❌",
  pending: "⏳",
  enrolled: "🆕",
  renewed: "🔁",
  replaced: "♻️",
  collected: "📥",
  revoked: "🚫",
  reused: "✅",
};

/** Counts by what happened, what needs no one last. */
export function headline(results: readonly Result[]): string {
  const counts = Object.keys(OUTCOMES).map((outcome) => {
    const count = results.filter((each) => each.outcome === outcome).length;
    return count === 0 ? "" : `${count} ${outcome}`;
  });
  return counts.filter((text) => text !== "").join(", ") || "none";
}

/** What most readers need not see, one click away; nothing where there is nothing. */
export function folded(title: string, content: string): string {
  return content === "" ? "" : `\n<details>\n<summary>${title}</summary>\n\n${content}\n</details>\n`;
}

const BY_SEVERITY: readonly Problem["severity"][] = ["error", "warning", "notice"];

/** Problems as a list, errors first, of each the file first; empty when there are none. */
export function problemList(all: readonly Problem[]): string {
  if (all.length === 0) return "";
  const problems = [...alikeIn(all).values()];
  const lines = problems.slice(0, MOST_ROWS).map(({ severity, summary, detail, paths }) => {
    const place = paths.length === 0 ? "" : `${pathsText(paths)}: `;
    return `- ${SIGNS[severity]} ${place}${markdownText(summary)}  \n  ${markdownText(detail)}`;
  });
  const more = problems.length - lines.length;
  return `\n${lines.join("\n")}\n${more > 0 ? `\n… and ${more} more.\n` : ""}`;
}

type Alike = Pick<Problem, "severity" | "summary" | "detail"> & { readonly paths: readonly string[] };

/** The same fault of many files is one; errors first. */
function alikeIn(all: readonly Problem[]): ReadonlyMap<string, Alike> {
  const found = new Map<string, Alike>();
  for (const { severity, summary, detail, path } of BY_SEVERITY.flatMap((wanted) =>
    all.filter((each) => each.severity === wanted),
  )) {
    const key = JSON.stringify([severity, summary, detail]);
    const paths = [...(found.get(key)?.paths ?? []), ...(path === null ? [] : [path])];
    found.set(key, { severity, summary, detail, paths });
  }
  return found;
}

const MOST_PATHS = 20;

function pathsText(paths: readonly string[]): string {
  const more = paths.length > MOST_PATHS ? ` and ${paths.length - MOST_PATHS} more` : "";
  return `${paths.slice(0, MOST_PATHS).map(markdownCode).join(", ")}${more}`;
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
