import { connect } from "../connect.ts";
import type { CsrSource } from "../csr-files.ts";
import { EXIT, type ExitCode, exitCodeOf } from "../exit.ts";
import { exitCodeFor } from "../fail-on.ts";
import { type CheckReport, checkLines, checkMarkdown } from "../github/check-report.ts";
import { type PullRequest, readPullRequest, whySecretsAreWithheld } from "../github/pull-request.ts";
import { missingSettings } from "../inputs/connection.ts";
import type { ActionInputs } from "../inputs.ts";
import { judgePlaces, namedSources } from "../named-sources.ts";
import { withoutOrder } from "../orders/execute-decision.ts";
import { judgeSources } from "../orders/judge-sources.ts";
import { withValidationGaps } from "../orders/judge-validity.ts";
import { type OrderSession, openSession } from "../orders/order-session.ts";
import { judgeMandatoryFields, planOrders } from "../orders/plan.ts";
import { ordersOf, type Prepared } from "../orders/prepared.ts";
import { withDaysLeft } from "../orders/result.ts";
import { failureOutputs, writeOutputs } from "../outputs.ts";
import { type Problem, problemOf } from "../problem.ts";
import { fileLink, placeLine } from "../report-place.ts";
import type { Step } from "../step.ts";
import { NO_BOUND, writeSummary } from "../summary.ts";
import { outageOnce } from "./outage-once.ts";

/** Judges what a merge would order, and orders nothing. */
export async function check(inputs: ActionInputs, step: Step): Promise<ExitCode> {
  const { report, code } = await judge(inputs, step);
  const problems = [...report.problems, ...report.prepared.flatMap((each) => each.problems)];
  for (const problem of problems) step.log.tell(problem);
  const unbound = inputs.order.allowedNames === null;
  if (unbound) step.log.say(NO_BOUND);
  for (const line of checkLines(report)) step.log.say(line);
  const pull = await readPullRequest(step.variables);
  // The merge commit of a pull request is thrown away; its own last commit stays.
  const commit = pull?.commit ?? step.variables.GITHUB_SHA ?? null;
  const linked = (path: string): string => fileLink(path, commit, step.variables);
  const where = placeLine(inputs, step.variables);
  const parts = { linked, where, now: step.clock.now(), renewBefore: inputs.order.renewBefore };
  const markdown = `${checkMarkdown(report, parts)}${unbound ? `\n${NO_BOUND}\n` : ""}`;
  await writeSummary(markdown, step);
  const wouldOrder = report.scm === "whole" ? String(ordersOf(report.prepared).length) : "";
  const isWritten = await writeOutputs({ "would-order": wouldOrder, ...failureOutputs(problems) }, step);
  await comment(markdown, inputs, { step, pull });
  if (step.signal.aborted) return EXIT.cancelled;
  if (!isWritten) return EXIT.failed;
  // A workflow that must never be red has said so; the problems are told all the same.
  if (inputs.check.failOn === "never") return EXIT.done;
  return code ?? exitCodeFor(problems, inputs.check);
}

/** Loaded where a key is made on a host, and by no other check. */
const forHosts = () => import("../agent/check-host.ts");

interface Verdict {
  readonly report: CheckReport;
  /** Set when SCM could not be asked, though it should have been. */
  readonly code: ExitCode | null;
}

/** Never throws: what stops the check as a whole stands in the comment too, in place of what an earlier run has said. */
async function judge(inputs: ActionInputs, step: Step): Promise<Verdict> {
  try {
    const { agent } = inputs;
    const sources =
      agent === null
        ? await namedSources(inputs, step)
        : [await (await forHosts()).hostSource(agent, inputs)];
    if (sources.length === 0 && !(await mayDelete(inputs, step)))
      return { report: { prepared: [], problems: [], scm: "whole" }, code: null };
    if (agent === null) await judgePlaces(sources, inputs.files, step);
    const { login, missing } = inputs.connection;
    if (login !== null) return await judgeWithScm(sources, inputs, step);
    step.log.say(`SCM is not asked: ${missing.join(", ")} missing`);
    const why = await whySecretsAreWithheld(step.variables);
    const problem = why === null ? problemOf(missingSettings(missing)) : notAsked(missing, why);
    const report = withoutScm(sources, inputs, { problem, scm: "not_asked" });
    return { report, code: why === null ? EXIT.input : null };
  } catch (thrown) {
    const report = { prepared: [], problems: [problemOf(thrown)], scm: "not_asked" } as const;
    return { report, code: exitCodeOf(thrown) };
  }
}

/** When SCM can't be asked, everything is judged that needs no SCM, as in a pull request from a fork. */
async function judgeWithScm(
  sources: readonly CsrSource[],
  inputs: ActionInputs,
  step: Step,
): Promise<Verdict> {
  const client = connect(inputs.connection, step);
  try {
    const session = openSession(step, client, inputs);
    const { agent } = inputs;
    const plan =
      agent === null
        ? await planOrders(sources, inputs.order, session)
        : await (await forHosts()).checkHost(agent, inputs, { step, client });
    const problems = [...plan.problems, ...(await judgeMandatoryFields(plan, inputs.order, session))];
    const told = plan.prepared.map((each) => ({ ...each, problems: foreseen(each, inputs, step) }));
    const prepared = await withValidationGaps(told, { client, inputs: inputs.order, step });
    const { prepared: judged, outage } = outageOnce(prepared);
    if (outage === null) {
      const gone = await goneRequests(prepared, inputs, session);
      return { report: { prepared, problems: [...problems, ...gone], scm: "whole" }, code: null };
    }
    const { problem, code } = awayIn(outage, inputs);
    return { report: { prepared: judged, problems: [problem, ...problems], scm: "away" }, code };
  } catch (thrown) {
    const code = exitCodeOf(thrown);
    const found = problemOf(thrown);
    if (code !== EXIT.unreachable)
      return { report: withoutScm(sources, inputs, { problem: found, scm: "stopped" }), code };
    const away = awayIn(found, inputs);
    return { report: withoutScm(sources, inputs, { problem: away.problem, scm: "away" }), code: away.code };
  } finally {
    await client.close();
  }
}

/** Where all requests are gone, a pull request may have deleted them. */
async function mayDelete({ check: { githubToken }, connection }: ActionInputs, { variables }: Step) {
  return githubToken !== null && connection.login !== null && (await readPullRequest(variables)) !== null;
}

/** What the pull request deletes, asked last: it must not keep the others waiting. */
async function goneRequests(
  prepared: readonly Prepared[],
  inputs: ActionInputs,
  session: OrderSession,
): Promise<readonly Problem[]> {
  const pull = await readPullRequest(session.step.variables);
  if (pull === null || inputs.check.githubToken === null) return [];
  const { deletedSources, tellDeleted } = await import("../orders/deleted-requests.ts");
  const deleted = await deletedSources(pull, inputs, session.step);
  return await tellDeleted(deleted, prepared, { inputs: inputs.order, session });
}

/** What the merge would find too, where it has nothing to order first. */
function foreseen(prepared: Prepared, { order }: ActionInputs, { clock }: Step): readonly Problem[] {
  const result = withoutOrder(prepared, order);
  return result === null
    ? prepared.problems
    : withDaysLeft(result, order.failBelowDays, clock.now()).problems;
}

/** That SCM can't be asked is red, unless the step says that its check must not wait for SCM. */
function awayIn(
  problem: Problem,
  { check: { ifUnreachable } }: ActionInputs,
): Pick<Verdict, "code"> & { readonly problem: Problem } {
  return ifUnreachable === "error"
    ? { problem, code: EXIT.unreachable }
    : { problem: { ...problem, severity: "warning" }, code: null };
}

function withoutScm(
  sources: readonly CsrSource[],
  { order }: ActionInputs,
  { problem, scm }: Pick<CheckReport, "scm"> & { readonly problem: Problem },
): CheckReport {
  const prepared = judgeSources(sources, order, null).map((judged) => ({
    ...judged,
    decision: null,
    holdings: null,
  }));
  return { prepared, problems: [problem], scm };
}

function notAsked(missing: readonly string[], why: string): Problem {
  return {
    severity: "notice",
    summary: `SCM was not asked: ${missing.join(", ")} ${missing.length === 1 ? "is" : "are"} missing`,
    detail:
      `Requests and names were judged; organization, profile, term and validations were not. ${why}: GitHub hands out no ` +
      "secrets and no repository variables there, so bounds that come from them are not set either. A maintainer's run has to tell the rest.",
    path: null,
  };
}

async function comment(
  markdown: string,
  { check: inputs, order, agent }: ActionInputs,
  { step, pull }: { readonly step: Step; readonly pull: PullRequest | null },
): Promise<void> {
  if (pull === null || !inputs.comments || inputs.githubToken === null) return;
  const { postSticky } = await import("../github/sticky-comment.ts");
  try {
    // Steps that order for something else each have a comment of their own.
    const requests = agent?.commonName ?? (order.csr.includes("-----BEGIN") ? "inline" : order.csr);
    const parts = [requests, order.organization, order.profile, order.orderKey];
    const sticky = { key: parts.filter((part) => part !== null).join(" . "), body: markdown };
    const signal = AbortSignal.any([step.signal, AbortSignal.timeout(GITHUB_MS)]);
    const access = { token: inputs.githubToken, apiUrl: step.variables.GITHUB_API_URL, signal };
    const posted = await postSticky(pull, sticky, access);
    if (posted === "not_allowed" && !pull.isFromFork) return step.log.tell(NO_RIGHTS);
    step.log.say(
      posted === "not_allowed"
        ? "GitHub lets this run write no comment, since the pull request comes from a fork: see the job's summary"
        : `The comment on pull request ${pull.number} was ${posted === "unchanged" ? "up to date" : posted}`,
    );
  } catch (thrown) {
    // The check itself is done; that GitHub did not take the comment must not hide what it says.
    step.log.tell({
      severity: "warning",
      summary: `The comment on pull request ${pull.number} could not be written`,
      detail: `GitHub could not be reached (${thrown instanceof Error ? thrown.name : "an error"}). The job's summary says the same.`,
      path: null,
    });
  }
}

/** With the 15 s for what is deleted a minute in all: a GitHub that hangs must not keep a check waiting that is done. */
const GITHUB_MS = 45_000;

const NO_RIGHTS: Problem = {
  severity: "notice",
  summary: "GitHub lets this run write no comment: see the job's summary",
  detail:
    "Add the line `pull-requests: write` below `permissions:` of the job, beside `contents: read`; or set comment: false.",
  path: null,
};
