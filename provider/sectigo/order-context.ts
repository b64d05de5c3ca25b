import { type OrderContext, requesterMail, type WaitOptions } from "../../core/index.ts";
import type { Connection } from "./connection.ts";

/** What placing an order needs of the connection. */
export function orderContext(connection: Connection, wait: WaitOptions): OrderContext {
  const { client, clock, log, ordering } = connection;
  const { random, claims, revoked, login } = ordering;
  const requester = () => requesterMail(client, login, wait);
  return { ...wait, clock, log, random, claims, revoked, requester };
}
