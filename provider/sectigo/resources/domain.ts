import { LostError, quoted, type WaitOptions } from "../../../core/index.ts";
import { type Operation, resource } from "../../framework/resource.ts";
import { type Connection, waitOf } from "../connection.ts";
import { domainAttributes } from "./domain/attributes.ts";
import { findDomainId, readDomain, refuseExisting } from "./domain/find-domain.ts";
import {
  computedOf,
  type DomainConfig,
  type DomainState,
  delegationOf,
  delegationSteps,
  delegationsFound,
  type StoredDomain,
} from "./domain/values.ts";

const MINUTE_MS = 60_000;
/** Private data: set where this configuration created the domain. */
const MADE = "made";

/** `sectigo_domain`: a domain in SCM, and who may use it for what. */
export const domainResource = resource<Connection>()(
  "domain",
  {
    version: 0,
    doc:
      "A domain in SCM and its delegations to organizations and departments. A delegation that waits for an administrator " +
      "of the whole customer is a state, not an error. Validate it with `sectigo_domain_validation`.",
    attributes: domainAttributes,
    timeoutsMs: { create: 5 * MINUTE_MS, update: 5 * MINUTE_MS, delete: 5 * MINUTE_MS, read: MINUTE_MS },
  },
  {
    create: ({ config, ...operation }) => create(operation, config),
    read: ({ state, ...operation }) => read(operation, state),
    update: ({ config, prior, ...operation }) => update(operation, config, prior),
    delete: ({ prior, ...operation }) => remove(operation, prior),
    importState: (id) => (/^\d+$/.test(id) ? { domain_id: Number(id) } : { name: id }),
  },
);

async function create(operation: Operation<Connection>, config: DomainConfig): Promise<DomainState> {
  const { api } = operation;
  const wait = waitOf(operation);
  const { name, description, active, delegations } = config;
  const existing = await findDomainId(api, name, wait);
  if (existing !== null) refuseExisting(name, existing);
  const draft = {
    name,
    description: description ?? undefined,
    isActive: active !== false,
    delegations: delegations.map(delegationOf),
  };
  const id = (await createOnce(api, draft, wait)) ?? (await findDomainId(api, name, wait));
  operation.private.set(MADE, true);
  return { ...config, ...computedOf(await api.client.domains.get(idOf(id, name), wait), delegations) };
}

type Draft = Parameters<Connection["client"]["domains"]["create"]>[0];

/** There was none of the name a moment ago, so one that is there after a lost answer is ours. Null where SCM tells no id. */
async function createOnce({ client }: Connection, draft: Draft, wait: WaitOptions): Promise<number | null> {
  try {
    const { domainId } = await client.domains.create(draft, wait);
    return domainId;
  } catch (thrown) {
    if (!(thrown instanceof LostError)) throw thrown;
    const found = await findDomainId({ client }, draft.name, wait);
    if (found === null) throw thrown;
    return found;
  }
}

function idOf(id: number | null, name: string): number {
  if (id === null) throw new TypeError(`SCM created the domain ${name} and lists none of that name`);
  return id;
}

async function read(operation: Operation<Connection>, state: StoredDomain): Promise<StoredDomain | null> {
  const { api } = operation;
  const wait = waitOf(operation);
  const id = state.domain_id ?? (await findDomainId(api, state.name ?? "", wait));
  const details = id === null ? null : await readDomain(api, id, wait);
  if (details === null) return null;
  const delegations = delegationsFound(details, state.delegations);
  return {
    ...state,
    name: details.name,
    active: details.state?.toUpperCase() !== "SUSPENDED",
    delegations,
    ...computedOf(details, delegations),
  };
}

async function update(
  operation: Operation<Connection>,
  config: DomainConfig,
  prior: StoredDomain,
): Promise<DomainState> {
  const { domains } = operation.api.client;
  const wait = waitOf(operation);
  const id = idOf(prior.domain_id, config.name);
  const { delegate, undelegate } = delegationSteps(prior.delegations ?? [], config.delegations);
  for (const delegation of delegate) await domains.delegate(id, delegation, wait);
  for (const delegation of undelegate) await domains.undelegate(id, delegation, wait);
  if (config.active !== prior.active)
    await (config.active === false ? domains.suspend(id, wait) : domains.activate(id, wait));
  return { ...config, ...computedOf(await domains.get(id, wait), config.delegations) };
}

async function remove(operation: Operation<Connection>, prior: StoredDomain): Promise<void> {
  const { name, domain_id, delete_on_destroy } = prior;
  const isOurs = operation.private.get(MADE) === true;
  if (domain_id === null) return;
  if (delete_on_destroy ?? isOurs) {
    await operation.api.client.domains.delete(domain_id, waitOf(operation));
    return;
  }
  operation.warn(
    `The domain ${quoted(name ?? "")} stays in SCM`,
    `It was imported, and delete_on_destroy is not true: Terraform only forgets it. Its id in SCM is ${domain_id}.`,
  );
}
