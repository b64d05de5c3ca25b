import {
  type DomainDetails,
  NotFoundError,
  quoted,
  StateError,
  type WaitOptions,
} from "../../../../core/index.ts";
import type { Connection } from "../../connection.ts";

/** SCM's id of a domain of exactly that name; null when there is none that this administrator sees. */
export async function findDomainId(
  { client }: Pick<Connection, "client">,
  name: string,
  wait: WaitOptions,
): Promise<number | null> {
  const wanted = name.toLowerCase();
  for await (const row of client.domains.list({ name: wanted }, wait))
    if (row.name.toLowerCase() === wanted) return row.domainId;
  return null;
}

/** Null when it is gone. */
export async function readDomain(
  { client }: Connection,
  domainId: number,
  wait: WaitOptions,
): Promise<DomainDetails | null> {
  try {
    return await client.domains.get(domainId, wait);
  } catch (thrown) {
    if (thrown instanceof NotFoundError) return null;
    throw thrown;
  }
}

/** @throws StateError `state.domain_exists` */
export function refuseExisting(name: string, domainId: number): never {
  throw new StateError(`create domain ${quoted(name)}: SCM has it already, with the id ${domainId}`, {
    code: "state.domain_exists",
    path: "name",
    hint: `Take it over: import sectigo_domain.<name> ${domainId}`,
  });
}
