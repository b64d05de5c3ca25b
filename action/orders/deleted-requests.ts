import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, sep } from "node:path";
import type { Holding } from "../../core/index.ts";
import { type CsrSource, readCsrSources } from "../csr-files.ts";
import { deletedFiles } from "../github/deleted-files.ts";
import type { PullRequest } from "../github/pull-request.ts";
import type { ActionInputs } from "../inputs.ts";
import { mapBounded, WIDTH } from "../map-bounded.ts";
import type { Problem } from "../problem.ts";
import type { Step } from "../step.ts";
import { openWorkspace } from "../workspace.ts";
import { judgeSources } from "./judge-sources.ts";
import type { OrderSession } from "./order-session.ts";
import { holdingsOf } from "./prepare.ts";
import { type Prepared, servingOf } from "./prepared.ts";
import { findTenancy } from "./tenancy.ts";

/** With the comment's own time no more than a minute in all. */
const LISTING_MS = 15_000;

/** Requests of this step that a pull request deletes; none where GitHub does not tell, which the log says. */
export async function deletedSources(
  pull: PullRequest,
  { order, check, agent }: ActionInputs,
  { variables, signal, log }: Step,
): Promise<readonly CsrSource[]> {
  if (agent !== null || check.githubToken === null || order.csr.includes("-----BEGIN")) return [];
  const access = {
    ...{ token: check.githubToken, apiUrl: variables.GITHUB_API_URL },
    signal: AbortSignal.any([signal, AbortSignal.timeout(LISTING_MS)]),
  };
  try {
    const files = await deletedFiles(pull, access);
    return files.length === 0 ? [] : await sourcesAmong(files, order.csr, variables.RUNNER_TEMP || tmpdir());
  } catch (thrown) {
    log.say(
      `Which requests the pull request deletes is not known (${thrown instanceof Error ? thrown.name : "an error"}): ` +
        "GitHub tells a token with pull-requests: read or write",
    );
    return [];
  }
}

/** The lines of the input, read where nothing but the deleted files lies: so they match as in the repository. */
async function sourcesAmong(
  files: Awaited<ReturnType<typeof deletedFiles>>,
  csr: string,
  folder: string,
): Promise<readonly CsrSource[]> {
  const root = await mkdtemp(join(folder, "sectigo-deleted-"));
  try {
    const deleted = new Set(files.map(({ path }) => path));
    for (const { path, text } of files) {
      const target = join(root, path);
      if (!target.startsWith(`${root}${sep}`)) continue;
      await mkdir(dirname(target), { recursive: true });
      await writeFile(target, text);
    }
    const lines = csr.split("\n").map((line) => line.trim());
    const kept = lines.filter((line) => /^!|[*?[{]/.test(line) || deleted.has(line.replace(/^\.\//, "")));
    if (kept.every((line) => line.startsWith("!"))) return [];
    const noMatch = (): null => null;
    return await readCsrSources(kept.join("\n"), await openWorkspace(root), { onlyName: null, noMatch });
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

/** What SCM holds for deleted requests, and that it is renewed no more. What another request of the step still asks for is left out. */
export async function tellDeleted(
  deleted: readonly CsrSource[],
  present: readonly Prepared[],
  { inputs, session }: { readonly inputs: ActionInputs["order"]; readonly session: OrderSession },
): Promise<readonly Problem[]> {
  if (deleted.length === 0) return [];
  const { client, step } = session;
  const wait = { signal: step.signal };
  const tenancy = await findTenancy(client, inputs, { now: step.clock.now(), wait });
  const asked = new Set(present.map((each) => servingOf(each)?.details.sslId));
  // Each alone: what is wrong between two of them no longer matters.
  const requests = deleted.flatMap((source) => judgeSources([source], inputs, tenancy));
  const told = await mapBounded(requests, WIDTH, async ({ request, source }) => {
    const holdings = request === null ? null : await holdingsOf(request, session, wait);
    const serving = servingOf({ holdings });
    return serving === null || asked.has(serving.details.sslId) ? [] : [noticeOf(source, serving)];
  });
  return told.flat();
}

function noticeOf({ path, name }: CsrSource, { details, chain }: Holding): Problem {
  const end = chain.leaf.notAfter.toISOString().slice(0, 10);
  return {
    severity: "notice",
    summary: `${path ?? name} is deleted: ${details.sslId} stays valid until ${end}, renewed no more`,
    detail: "The merge revokes nothing. If its key is out of use, revoke it by its id (command: revoke).",
    // An annotation needs a file that is there.
    path: null,
  };
}
