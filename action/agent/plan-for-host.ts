import type { PrivateKey } from "../../core/index.ts";
import type { AgentInputs } from "../inputs/agent.ts";
import type { ActionInputs } from "../inputs.ts";
import { judgeValidity } from "../orders/judge-validity.ts";
import type { OrderSession } from "../orders/order-session.ts";
import { type Plan, withinLimit } from "../orders/plan.ts";
import { findTenancy } from "../orders/tenancy.ts";
import { decideForHost, type HostDecision } from "./decide-for-host.ts";
import { judgeForKey } from "./judge-for-key.ts";
import type { KeyPlaces } from "./key-files.ts";

/** What the step knows of the host before SCM is asked. */
interface HostFacts {
  readonly session: OrderSession;
  readonly places: KeyPlaces;
  readonly name: string;
  /** Nothing was ever ordered for this directory. */
  readonly isNew: boolean;
  /** The key of an order under way, or another one. */
  readonly nextKey: () => Promise<PrivateKey>;
}

/** What is going to be done for a key of a host: `check` shows it, `enroll` carries it out. */
export async function planForHost(
  agent: AgentInputs,
  { order }: ActionInputs,
  { session, places, name, isNew, nextKey }: HostFacts,
): Promise<HostDecision & Pick<Plan, "problems">> {
  const { client, step } = session;
  const now = step.clock.now();
  const wait = { signal: step.signal };
  const tenancy = await findTenancy(client, order, { now, wait });
  const decided = await decideForHost({
    ...{ session, places, nextKey, isNew },
    onLostKey: agent.directory === null ? agent.onLostKey : "heal",
    judge: (key) => judgeForKey(key, { agent, order, name }, tenancy),
  });
  const [prepared] = await judgeValidity([decided.prepared], { client, inputs: order, tenancy, now, wait });
  const { prepared: bounded, problems } = withinLimit([prepared ?? decided.prepared], order.maxOrders);
  return { ...decided, prepared: bounded[0] ?? decided.prepared, problems };
}
