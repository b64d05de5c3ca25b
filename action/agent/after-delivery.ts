import { access, rm } from "node:fs/promises";
import { dirname } from "node:path";
import type { AgentInputs } from "../inputs/agent.ts";
import type { OrderSession } from "../orders/order-session.ts";
import type { Result } from "../orders/result.ts";
import { type Problem, problemOf } from "../problem.ts";
import { checkEndpoint } from "./check-endpoint.ts";
import type { KeyPlaces } from "./key-files.ts";
import { recordLocation } from "./record-location.ts";
import { runHook } from "./run-hook.ts";

/**
 * What is to happen once the files lie in their places: the hook when something is new, or when it failed the last time, the look at the server, the location
 * in SCM. What goes wrong makes the result a failure; the certificate stays delivered.
 */
export async function afterDelivery(
  result: Result,
  {
    agent,
    places,
    session,
  }: { readonly agent: AgentInputs; readonly places: KeyPlaces; readonly session: OrderSession },
): Promise<Result> {
  try {
    if (await isThere(places.hookDue)) await hook(result, { agent, places, session });
    await endpoint(result, agent, session);
  } catch (thrown) {
    return { ...result, outcome: "failed", problems: [...result.problems, problemOf(thrown)] };
  }
  return { ...result, problems: [...result.problems, ...(await location(result, agent, session))] };
}

async function hook(
  { paths, sslId, outcome, chain }: Result,
  {
    agent,
    places,
    session,
  }: { readonly agent: AgentInputs; readonly places: KeyPlaces; readonly session: OrderSession },
): Promise<void> {
  if (agent.hook === null) return;
  const { clock, log, variables, signal } = session.step;
  const directory = dirname(places.current);
  const told = {
    SECTIGO_OUTCOME: outcome,
    SECTIGO_SSL_ID: String(sslId ?? ""),
    SECTIGO_NOT_AFTER: chain?.leaf.notAfter.toISOString() ?? "",
    SECTIGO_DIRECTORY: directory,
    SECTIGO_KEY_FILE: paths.key ?? "",
    SECTIGO_LEAF_FILE: paths.leaf ?? "",
    SECTIGO_CHAIN_FILE: paths.chain ?? "",
    SECTIGO_FULL_CHAIN_FILE: paths["full-chain"] ?? "",
    SECTIGO_PKCS12_FILE: paths.pkcs12 ?? "",
  };
  log.say(`run the hook ${agent.hook[0]}`);
  const run = { command: agent.hook, timeoutMs: agent.hookTimeoutMs, variables: told, directory };
  await runHook(run, { environment: variables, clock, log, signal });
  await rm(places.hookDue, { force: true });
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

async function endpoint({ chain }: Result, agent: AgentInputs, { step }: OrderSession): Promise<void> {
  if (agent.endpoint === null || chain === null) return;
  const { host, port } = agent.endpoint;
  await checkEndpoint(
    {
      endpoint: agent.endpoint,
      serverName: agent.commonName,
      fingerprint: chain.leaf.fingerprintSha256,
      timeoutMs: agent.endpointTimeoutMs,
    },
    step,
  );
  step.log.say(`${host}:${port} serves the certificate`);
}

/** SCM's bookkeeping: that it can't be written is worth a warning, and no more. */
async function location(
  { sslId }: Result,
  agent: AgentInputs,
  { client, step }: OrderSession,
): Promise<readonly Problem[]> {
  if (agent.location === null || sslId === null) return [];
  try {
    const done = await recordLocation(client, { sslId, details: agent.location }, { signal: step.signal });
    step.log.say(
      `the location of ${sslId} ${done === "known" ? "was recorded before" : "is recorded in SCM"}`,
    );
    return [];
  } catch (thrown) {
    return [{ ...problemOf(thrown), severity: "warning" }];
  }
}
