import type { Clock } from "../../../base/clock.ts";
import type { WaitOptions } from "../../../base/deadline.ts";
import type { Logger } from "../../../base/log.ts";
import type { Text } from "../../../base/words.ts";
import type { RevokedOrders } from "../observe/revoked-orders.ts";
import type { OrderClaims } from "./order-claims.ts";

/** What placing an order needs beside the order: bounds, time, chance, and what this process did before. */
export interface OrderContext extends WaitOptions {
  readonly clock: Clock;
  /** 0 up to 1, as Math.random. */
  readonly random: () => number;
  readonly claims: OrderClaims;
  /** What was revoked, asked once for all orders of this process. */
  readonly revoked: RevokedOrders;
  /** Mail address that SCM shows as requester of our orders; null when that can't be told. Asked only when it matters. */
  readonly requester: () => Promise<string | null>;
  readonly log?: Logger | undefined;
}

/** A matter worth telling although the order went well. */
export interface OrderNotice {
  readonly summary: string;
  readonly detail: Text;
}
