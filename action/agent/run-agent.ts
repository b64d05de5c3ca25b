import { hostname } from "node:os";
import { isOrder } from "../../core/index.ts";
import { reportResults } from "../commands/report-results.ts";
import { connect } from "../connect.ts";
import type { ExitCode } from "../exit.ts";
import type { AgentInputs } from "../inputs/agent.ts";
import type { ActionInputs } from "../inputs.ts";
import { noticed } from "../inventory/notice-acts.ts";
import { sayDecision } from "../orders/decision-words.ts";
import { place } from "../orders/execute-decision.ts";
import { isFirstDelivery } from "../orders/first-delivery.ts";
import { type OrderSession, openSession } from "../orders/order-session.ts";
import { type Prepared, sslIdOf } from "../orders/prepared.ts";
import { type Result, UNDELIVERED } from "../orders/result.ts";
import { problemOf } from "../problem.ts";
import { placeLine } from "../report-place.ts";
import type { Step } from "../step.ts";
import { afterDelivery } from "./after-delivery.ts";
import type { HostDecision } from "./decide-for-host.ts";
import { deliverOnHost, type HostPlace } from "./deliver-on-host.ts";
import { hostFileName } from "./host-file-name.ts";
import { judgeUpload } from "./judge-upload.ts";
import { hostDirectory, keyPlaces, pendingKey } from "./key-files.ts";
import { planForHost } from "./plan-for-host.ts";
import { hostOf, rememberHost } from "./remembered-host.ts";
import { refuseMissingHook } from "./run-hook.ts";
import { removeStaged } from "./staged-keys.ts";

/** Brings a certificate whose key is made on this host, and has the host use it. */
export async function runAgent(agent: AgentInputs, inputs: ActionInputs, step: Step): Promise<ExitCode> {
  const name = hostFileName(agent, inputs);
  const where = await placeOf(agent, inputs, { step, name });
  if (agent.hook !== null) await refuseMissingHook(agent.hook, where.directory, step.variables);
  // Before there is a key: the post step removes it, or what was written of it, even when this process is killed.
  const keys = keyFiles(where, name);
  step.outlet.save(agent.keepsKey ? "places" : "keys", JSON.stringify(keys));
  await removeStaged(keys, step.log);
  if (agent.directory === null)
    for (const problem of await judgeUpload(where.shown(where.directory), step)) step.log.tell(problem);
  const client = noticed(connect(inputs.connection, step), inputs, step);
  try {
    const host = agent.directory === null ? null : await hostOf(where.places, hostname());
    const session = openSession(step, client, { ...inputs, host: host?.name ?? null });
    const decided = await planForHost(agent, inputs, {
      ...{ session, places: where.places, name, isNew: host?.isNew ?? false },
      nextKey: () => pendingKey(where.places, agent.key, step),
    });
    const { decision } = decided.prepared;
    if (host !== null && decision !== null && (isOrder(decision) || decision.act === "adopt"))
      await rememberHost(where.places, host, step.random);
    const reason = decision === null ? null : sayDecision(decision, sslIdOf(decided.prepared));
    const result = { ...(await deliver(decided, { agent, inputs, session, where })), reason };
    return await reportResults([result], inputs.order, step, {
      ...{ problems: decided.problems, where: placeLine(inputs, step.variables) },
    });
  } finally {
    await client.close();
  }
}

async function placeOf(
  agent: AgentInputs,
  { files }: ActionInputs,
  { step, name }: { readonly step: Step; readonly name: string },
): Promise<HostPlace> {
  if (agent.directory !== null) {
    const directory = await hostDirectory(agent.directory);
    return { directory, places: keyPlaces(directory, name), shown: (path) => path };
  }
  const directory = await step.workspace.directory(files.outputDirectory ?? ".");
  return { directory, places: keyPlaces(directory, name), shown: step.workspace.relative };
}

function keyFiles({ places, directory }: HostPlace, name: string): readonly string[] {
  return [places.current, places.pending, `${directory}/${name}.p12`];
}

async function deliver(
  { prepared, key, isInPlace }: HostDecision,
  {
    agent,
    inputs,
    session,
    where,
  }: {
    readonly agent: AgentInputs;
    readonly inputs: ActionInputs;
    readonly session: OrderSession;
    readonly where: HostPlace;
  },
): Promise<Result> {
  const { request, decision, problems } = prepared;
  if (request === null || decision === null) return notOrdered(prepared, agent);
  const placed = await place(session, { ...prepared, request, decision });
  const result = { ...placed, problems: [...problems, ...placed.problems] };
  // A renewal that failed or waits has the old certificate, which belongs to the key that lies there already.
  const isNew = result.outcome !== "pending" && !(result.outcome === "reused" && decision.act === "renew");
  if (!isNew || result.chain === null) return result;
  // Issued between two runs: SCM had it before, this host gets it now, and its server must load it.
  const outcome = result.outcome === "reused" && !isInPlace ? "enrolled" : result.outcome;
  try {
    const delivered = await deliverOnHost({ ...result, outcome }, key, {
      inputs: { agent, files: inputs.files },
      place: where,
      step: session.step,
    });
    // What steps of this job get now is not to be replaced by a later run.
    if (agent.directory === null) await isFirstDelivery(delivered, prepared, session);
    return await afterDelivery(delivered, { agent, places: where.places, session });
  } catch (thrown) {
    return { ...result, outcome: "failed", problems: [...result.problems, problemOf(thrown)] };
  }
}

function notOrdered({ source, problems }: Prepared, { commonName }: AgentInputs): Result {
  const nothing = { csrPath: null, sslId: null, status: null, chain: null, paths: {}, ...UNDELIVERED };
  return { ...nothing, name: source.name, commonName, outcome: "failed", problems };
}
