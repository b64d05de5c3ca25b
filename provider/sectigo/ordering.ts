import { MOST_PER_RUN, OrderClaims, type OrderOrigin, RevokedOrders } from "../../core/index.ts";
import { Fuse } from "./fuse.ts";

/** What all orders of one configured provider share. */
export interface Ordering {
  readonly origin: OrderOrigin;
  readonly adoptWithinMs: number;
  readonly claims: OrderClaims;
  readonly revoked: RevokedOrders;
  readonly random: () => number;
  /** Login that signs in with a name; null for OAuth2, whose administrator is not shown. */
  readonly login: string | null;
  /** Labels of what this walk plans to make and to destroy, by the marker of its order. */
  readonly planned: { readonly made: Map<string, string>; readonly destroyed: Map<string, string> };
  readonly orders: Fuse;
  readonly revocations: Fuse;
}

export interface OrderingChoices {
  readonly origin: OrderOrigin;
  readonly adoptWithinMs: number | null;
  readonly random: () => number;
  readonly login: string | null;
  readonly maxOrders: number | null;
  readonly maxRevocations: number | null;
}

const DAY_MS = 86_400_000;

export function createOrdering(choices: OrderingChoices): Ordering {
  const { origin, adoptWithinMs, random, login, maxOrders, maxRevocations } = choices;
  return {
    ...{ origin, random, login },
    planned: { made: new Map(), destroyed: new Map() },
    adoptWithinMs: adoptWithinMs ?? DAY_MS,
    claims: new OrderClaims(),
    revoked: new RevokedOrders(),
    orders: new Fuse(maxOrders ?? MOST_PER_RUN.orders, "order", "max_orders_per_run"),
    revocations: new Fuse(maxRevocations ?? MOST_PER_RUN.revocations, "revoke", "max_revocations_per_run"),
  };
}
