import { type OrderContext, PrivilegeError, type ScmClient, type WaitOptions } from "../../core/index.ts";
import type { Connection } from "./connection.ts";

/** What placing an order needs of the connection. */
export function orderContext({ client, clock, ordering }: Connection, wait: WaitOptions): OrderContext {
  const { random, claims, login } = ordering;
  return { ...wait, clock, random, claims, requester: () => mailOf(client, login, wait) };
}

/** The mail address that SCM shows as requester of what this login ordered; null when it can't be told. */
async function mailOf(client: ScmClient, login: string | null, wait: WaitOptions): Promise<string | null> {
  if (login === null) return null;
  try {
    const { items } = await client.administrators.list({ login }, wait);
    return items.find((administrator) => administrator.login === login)?.email ?? null;
  } catch (thrown) {
    // Many an API administrator may not list administrators; then requesters are not compared.
    if (thrown instanceof PrivilegeError) return null;
    throw thrown;
  }
}
