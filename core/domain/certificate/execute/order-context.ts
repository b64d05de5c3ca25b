import type { Clock } from "../../../base/clock.ts";
import type { WaitOptions } from "../../../base/deadline.ts";
import { StateError } from "../../../base/errors.ts";
import type { Logger } from "../../../base/log.ts";
import type { Text } from "../../../base/words.ts";
import type { RevokedOrders } from "../observe/revoked-orders.ts";

/**
 * What this process has ordered or taken over already. Many orders run beside each other in one process; without this, two
 * that are the same would both look, both find nothing, and both order.
 */
export class OrderClaims {
  readonly #markers = new Set<string>();
  readonly #sslIds = new Set<number>();

  /**
   * @returns gives the marker back: to be called when nothing was ordered after all
   * @throws StateError `state.same_order` when another order of this process has it
   */
  reserve(marker: string, what: string): () => void {
    if (this.#markers.has(marker)) {
      throw new StateError(`${what}: this run has placed the same order already`, {
        code: "state.same_order",
        path: "order_key",
        hint: ({ order_key }) =>
          "Two orders of one organization, SCM profile, set of names and request are one order. If two certificates are " +
          `wanted, give this one its own ${order_key}; on the other, which is placed, it would order again. Else remove this one.`,
      });
    }
    this.#markers.add(marker);
    return () => this.#markers.delete(marker);
  }

  /** @returns gives the id back where this call took it: to be called when it turns out to be another's */
  take(sslId: number): () => void {
    if (this.#sslIds.has(sslId)) return () => undefined;
    this.#sslIds.add(sslId);
    return () => void this.#sslIds.delete(sslId);
  }

  isTaken(sslId: number): boolean {
    return this.#sslIds.has(sslId);
  }
}

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
