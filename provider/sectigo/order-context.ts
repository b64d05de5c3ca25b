import { type OrderContext, requesterMail, type WaitOptions } from "../../core/index.ts";
import type { Connection } from "./connection.ts";

/** What placing an order needs of the connection. */
export function orderContext({ client, clock, ordering }: Connection, wait: WaitOptions): OrderContext {
  const { random, claims, revoked, login } = ordering;
  return { ...wait, clock, random, claims, revoked, requester: () => requesterMail(client, login, wait) };
}
