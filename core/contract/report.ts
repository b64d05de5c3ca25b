import type { Point } from "./point.ts";
import { CONTRACT } from "./points.ts";
import type { ContractOutcome, Finding } from "./run-contract.ts";

/** Readings that public clients have not seen: what they mean is worth reading. */
export function unusual({ findings }: ContractOutcome): readonly Finding[] {
  return findings.filter(({ point, reading }) => reading !== null && reading !== point.usual);
}

/**
 * A report as Markdown that can be attached to an issue: it holds no name, id, address or secret of the account.
 * @param version of this program
 */
export function contractReport(outcome: ContractOutcome, version: string): string {
  const { findings, leftBehind } = outcome;
  const seen = findings.filter(({ reading }) => reading !== null).length;
  const odd = unusual(outcome);
  return [
    "# How this account reads what the documents leave open\n",
    `Version ${version}. ${seen} of ${findings.length} points were seen, ${odd.length} with a reading that public clients have not shown.`,
    ...(leftBehind.length === 0
      ? []
      : [`\n${leftBehind.length} certificates of this run are still in force: revoke them in SCM.`]),
    ...CONTRACT.map(({ area }) =>
      areaTable(
        area,
        findings.filter((finding) => finding.area === area),
      ),
    ),
    "",
  ].join("\n");
}

function areaTable(area: string, findings: readonly Finding[]): string {
  const lines = findings.map(({ point, reading, why }) => {
    const words = reading === null ? `not seen: ${why}` : (point.readings[reading]?.words ?? reading);
    const mark = reading !== null && reading !== point.usual ? "**unusual**: " : "";
    const effect = reading === null ? "" : (point.readings[reading]?.effect ?? "");
    return `| ${point.question} | ${mark}${words} | ${effect} |`;
  });
  return `\n## ${area}\n\n| Question | Answer | What it means here |\n| --- | --- | --- |\n${lines.join("\n")}`;
}

/** All points with all readings, for the documents. */
export function assumptionsTable(): string {
  const lines = CONTRACT.flatMap(({ points }) => points.flatMap(pointLines));
  return `| Point | Question | Reading | What the product does |\n| --- | --- | --- | --- |\n${lines.join("\n")}\n`;
}

function pointLines({ id, question, needs, readings, usual }: Point): readonly string[] {
  return Object.entries(readings).map(([name, { words, effect }], index) => {
    const first = index === 0 ? `\`${id}\`${needs === "orders" ? " (by orders)" : ""} | ${question}` : " | ";
    return `| ${first} | ${words}${name === usual ? " (usual)" : ""} | ${effect} |`;
  });
}
