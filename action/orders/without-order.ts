import type { OrderInputs } from "../inputs/order.ts";
import { reused } from "./compare-delivered.ts";
import { stay } from "./place.ts";
import { type Prepared, servingOf } from "./prepared.ts";
import { type Result, resultOf, UNDELIVERED } from "./result.ts";

/**
 * What becomes of a request for which nothing is ordered and nothing is awaited: `check` tells it, `enroll` delivers it.
 * Where an order is refused, the certificate that still serves is delivered all the same.
 * @returns null when an order, or a look at one under way, comes first
 */
export function withoutOrder(prepared: Prepared, policy: OrderInputs): Result | null {
  const { source, request, problems, decision } = prepared;
  if (request === null) {
    const nothing = { sslId: null, status: null, chain: null, paths: {}, ...UNDELIVERED };
    return {
      ...nothing,
      ...{ name: source.name, csrPath: source.path, commonName: null, outcome: "failed", problems },
    };
  }
  const serving = servingOf(prepared);
  if (decision === null)
    return serving === null
      ? resultOf(request, { outcome: "failed", problems })
      : reused(request, serving, { problems, policy });
  if (decision.act !== "keep" && decision.act !== "hold" && decision.act !== "refuse") return null;
  const result = stay(request, decision, { serving, policy });
  return { ...result, problems: [...problems, ...result.problems] };
}
