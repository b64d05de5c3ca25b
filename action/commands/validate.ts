import { type DcvRow, type ScmClient, type ValidationEnd, validationEnds } from "../../core/index.ts";
import { connect } from "../connect.ts";
import { markdownCode } from "../escape.ts";
import { EXIT, type ExitCode } from "../exit.ts";
import { exitCodeFor } from "../fail-on.ts";
import type { ActionInputs } from "../inputs.ts";
import { writeOutputs } from "../outputs.ts";
import type { Problem } from "../problem.ts";
import type { Step } from "../step.ts";
import { problemList, table, writeSummary } from "../summary.ts";

/** Says which validations of domains have ended or end soon. Writes nothing to SCM. */
export async function validate(inputs: ActionInputs, step: Step): Promise<ExitCode> {
  const { expiresWithinDays, organizationIds } = inputs.inventory;
  const client = connect(inputs.connection, step);
  try {
    const rows = await listAll(client, organizationIds, step);
    const ends = validationEnds(rows, step.clock.now(), expiresWithinDays);
    const problems = problemsOf(ends, expiresWithinDays);
    for (const problem of problems) step.log.tell(problem);
    step.log.say(
      `${ends.length} validations, ${countOf(ends)} ended or end within ${expiresWithinDays} days`,
    );
    await writeSummary(`${markdownOf(ends)}${problemList(problems)}`, step);
    const outputs = { validations: JSON.stringify(ends.map(recordOf)), "validations-ending": countOf(ends) };
    const isWritten = await writeOutputs(outputs, step);
    return isWritten ? exitCodeFor(problems, inputs.check) : EXIT.failed;
  } finally {
    await client.close();
  }
}

async function listAll(
  client: ScmClient,
  organizationIds: readonly number[],
  { signal }: Step,
): Promise<DcvRow[]> {
  const filters =
    organizationIds.length === 0 ? [{}] : organizationIds.map((organizationId) => ({ organizationId }));
  const rows = new Map<string, DcvRow>();
  for (const filter of filters)
    for await (const row of client.domainValidations.list(filter, { signal })) rows.set(row.domain, row);
  return [...rows.values()];
}

const isEnding = ({ state }: ValidationEnd): boolean => state === "ended" || state === "ends";

function countOf(ends: readonly ValidationEnd[]): string {
  return String(ends.filter(isEnding).length);
}

function problemsOf(ends: readonly ValidationEnd[], days: number): Problem[] {
  const named = (state: ValidationEnd["state"]): string =>
    ends
      .filter((each) => each.state === state)
      .map(({ domain, expires }) => `${domain}${expires === null ? "" : ` (${expires.slice(0, 10)})`}`)
      .join(", ");
  const [ended, ending] = [named("ended"), named("ends")];
  return [
    ...(ended === "" ? [] : [warned("Validations of domains have ended", ended)]),
    ...(ending === "" ? [] : [warned(`Validations of domains end within ${days} days`, ending)]),
  ];
}

function warned(summary: string, domains: string): Problem {
  const detail =
    `${domains}. Nothing can be ordered or renewed for them without: validate them again in SCM (Domains, Validate), or have ` +
    "sectigo_domain_validated of the Terraform provider do so.";
  return { severity: "warning", summary, detail, path: null };
}

const WORDS = { ended: "ended", ends: "ends soon", valid: "valid", absent: "not validated" } as const;

function markdownOf(ends: readonly ValidationEnd[]): string {
  const rows = ends.map(({ domain, state, expires, daysLeft }) => [
    markdownCode(domain),
    WORDS[state],
    expires === null ? "–" : expires.slice(0, 10),
    daysLeft === null ? "–" : String(daysLeft),
  ]);
  const heads = ["Domain", "Validation", "Until", "Days left"];
  return `## Validations of domains\n\n${table(heads, rows)}`;
}

/** As the output has it. */
function recordOf({ domain, state, expires, daysLeft }: ValidationEnd) {
  return { domain, state, expires, days_left: daysLeft };
}
