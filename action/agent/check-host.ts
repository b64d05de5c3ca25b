import { hostname } from "node:os";
import { generatePrivateKey, makeCsr, withCommonName } from "../../core/index.ts";
import type { CsrSource } from "../csr-files.ts";
import type { AgentInputs } from "../inputs/agent.ts";
import type { ActionInputs } from "../inputs.ts";
import { type OrderSession, openSession } from "../orders/order-session.ts";
import type { Plan } from "../orders/plan.ts";
import type { Problem } from "../problem.ts";
import type { Step } from "../step.ts";
import { hostFileName } from "./host-file-name.ts";
import { hostDirectory, type KeyPlaces, keyPlaces, readKey } from "./key-files.ts";
import { planForHost } from "./plan-for-host.ts";
import { hostOf } from "./remembered-host.ts";

/** The request that a host would make, for a key that is forgotten: what is judged of it is the same for every key. */
export async function hostSource(agent: AgentInputs, { order, files }: ActionInputs): Promise<CsrSource> {
  const key = await generatePrivateKey(agent.key);
  const names = withCommonName(agent.commonName, order.subjectAlternativeNames);
  const text = makeCsr({ key, subject: { commonName: agent.commonName }, names });
  return { name: hostFileName(agent, { files }), path: null, text };
}

/**
 * Plans as `enroll` would on this machine, with nothing written. A pull request runs on another machine than the hosts: where
 * their directory is not here, what they hold is not known, and that is said.
 */
export async function checkHost(
  agent: AgentInputs,
  inputs: ActionInputs,
  { step, client }: { readonly step: Step; readonly client: OrderSession["client"] },
): Promise<Plan> {
  const name = hostFileName(agent, inputs);
  const places = await placesHere(agent, inputs, { step, name });
  const host = agent.directory === null || places === null ? null : await hostOf(places, hostname());
  const session = openSession(step, client, { ...inputs, host: host?.name ?? null });
  const { prepared, problems } = await planForHost(agent, inputs, {
    ...{ session, name, places: places ?? NOWHERE, isNew: host?.isNew ?? false },
    nextKey: async () =>
      (places === null ? null : await readKey(places.pending, step.log)) ??
      (await generatePrivateKey(agent.key)),
  });
  return { prepared: [prepared], problems: places === null ? [...problems, elsewhere(agent)] : problems };
}

/** Where no key can lie. */
const NOWHERE: KeyPlaces = keyPlaces("/nonexistent", "none");

/** Null: the hosts' directory is on other machines. */
async function placesHere(
  agent: AgentInputs,
  { files }: ActionInputs,
  { step, name }: { readonly step: Step; readonly name: string },
): Promise<KeyPlaces | null> {
  if (agent.directory === null) {
    const folder = files.outputDirectory ?? ".";
    await step.workspace.judgeDirectory(folder);
    const directory = await step.workspace.existing(folder).catch(() => null);
    return directory === null ? NOWHERE : keyPlaces(directory, name);
  }
  const directory = await hostDirectory(agent.directory).catch(() => null);
  return directory === null ? null : keyPlaces(directory, name);
}

function elsewhere({ directory }: AgentInputs): Problem {
  return {
    severity: "notice",
    summary: `${directory} is not on this machine, so what its hosts hold is not known here`,
    detail:
      "Names, organization, SCM profile, term and validations were judged as for a new certificate. Each host that has none " +
      "orders one; the others renew their own when it is due.",
    path: null,
  };
}
