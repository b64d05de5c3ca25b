import {
  type CertificateChain,
  OrderClaims,
  type OrderContext,
  type OrderOrigin,
  RevokedOrders,
  requesterMail,
  runUrl,
  type ScmClient,
} from "../../core/index.ts";
import { deliveredChain } from "../delivered-chain.ts";
import type { ConnectionInputs } from "../inputs/connection.ts";
import type { FileInputs } from "../inputs/files.ts";
import type { OrderInputs } from "../inputs/order.ts";
import { repositoryScope } from "../repository.ts";
import type { Step } from "../step.ts";

/** Where orders of one run are placed: what they have in common. */
export interface OrderSession {
  readonly step: Step;
  readonly client: ScmClient;
  readonly inputs: OrderInputs;
  /** For calls that order: a run that is cancelled lets them come to their end, so that none is lost. */
  readonly context: OrderContext;
  /** Until when this run waits for what it ordered. */
  readonly deadline: Date;
  /** Who orders, by the path of the request. */
  originOf(path: string | null): OrderOrigin;
  /** What lies in the output directory for a request, by the name of its files; null: nothing that can be read. */
  delivered(name: string): Promise<CertificateChain | null>;
}

/** One more look at least, however short the wait: what an earlier run ordered may be there. */
const LEAST_WAIT_MS = 1500;

export function openSession(
  step: Step,
  client: ScmClient,
  {
    connection,
    order: inputs,
    files,
    host = null,
  }: {
    readonly connection: ConnectionInputs;
    readonly order: OrderInputs;
    readonly files: FileInputs;
    /** Name of the host where keys stay: two of them may want certificates of one name. */
    readonly host?: string | null;
  },
): OrderSession {
  const { clock, random, variables } = step;
  const { login } = connection;
  const username = login === null || login.kind === "oauth2" ? null : login.username;
  return {
    ...{ step, client, inputs },
    context: {
      clock,
      random,
      claims: new OrderClaims(),
      revoked: new RevokedOrders(),
      requester: () => requesterMail(client, username, {}),
    },
    deadline: new Date(clock.now().getTime() + Math.max(inputs.waitMs, LEAST_WAIT_MS)),
    originOf: (path) => ({ ...scopeOf(inputs, host, variables), place: path, runUrl: runUrl(variables) }),
    delivered: (name) => deliveredChain(name, files, step.workspace),
  };
}

/**
 * The repository, with the host where keys are made, unless the user names a scope. Not the path of the request: its key tells
 * it from others, and a file that is moved while its order waits for approval is the same order.
 */
function scopeOf(
  { orderScope }: OrderInputs,
  host: string | null,
  variables: Step["variables"],
): Pick<OrderOrigin, "scope" | "formerScopes"> {
  const withHost = (scope: string): string => (host === null ? scope : `${scope}:${host}`);
  if (orderScope !== null) return { scope: orderScope };
  const given = variables.SECTIGO_ORDER_SCOPE?.trim();
  if (given) return { scope: withHost(given) };
  const repository = repositoryScope(variables);
  if (repository === null) return { scope: null };
  return { scope: withHost(repository.scope), formerScopes: repository.former.map(withHost) };
}
