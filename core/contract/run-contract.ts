import type { Clock } from "../base/clock.ts";
import { SectigoError } from "../base/errors.ts";
import type { ScmClientOptions } from "../scm/client.ts";
import { createObserver } from "../scm/observer.ts";
import type { ContractContext, Point } from "./point.ts";
import { CONTRACT } from "./points.ts";
import { samplesOf } from "./samples.ts";
import { type OrderSetting, TestOrders } from "./test-orders.ts";

interface ContractRequest {
  readonly client: ScmClientOptions;
  /** Sign-in of an administrator who is suspended, or whose password has expired. */
  readonly shutOut?: ScmClientOptions["login"] | undefined;
  /** Left out: nothing is ordered. */
  readonly orders?: Omit<OrderSetting, "clock" | "signal"> | undefined;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** Called before each point, for people who watch. */
  readonly progress?: ((point: Point) => void) | undefined;
}

export interface Finding {
  readonly area: string;
  readonly point: Point;
  /** Name of the reading; null where it was not seen. */
  readonly reading: string | null;
  /** Why it was not seen; null where it was. */
  readonly why: string | null;
}

export interface ContractOutcome {
  readonly findings: readonly Finding[];
  /** Ids of certificates that a run with orders could not take back. */
  readonly leftBehind: readonly number[];
}

/**
 * Asks an account, point by point, how it reads what the documents leave open. One request at a time; without `orders`
 * nothing is changed. What was ordered is revoked or declined at the end, whatever happens before.
 * @throws ConfigError, CancelledError
 */
export async function runContract(request: ContractRequest): Promise<ContractOutcome> {
  const { client, shutOut, clock, signal } = request;
  const observer = createObserver(client);
  const stranger = shutOut === undefined ? null : createObserver({ ...client, login: shutOut });
  const ask: ContractContext["ask"] = (question) => observer.ask(question, signal);
  const get: ContractContext["get"] = (path) => ask({ method: "GET", path });
  const orders =
    request.orders === undefined ? null : new TestOrders({ ...request.orders, clock, signal }, ask);
  const context: ContractContext = {
    ...{ ask, get, orders },
    askAsShutOut: stranger && ((question) => stranger.ask(question, signal)),
    signIn: client.login.kind,
    samples: samplesOf(get),
    now: () => clock.now(),
  };
  const findings: Finding[] = [];
  let leftBehind: readonly number[] = [];
  try {
    for (const { area, points } of CONTRACT)
      for (const point of points) {
        request.progress?.(point);
        findings.push({ area, point, ...(await findOne(point, context)) });
      }
  } finally {
    leftBehind = (await orders?.takeBack()) ?? [];
    await Promise.all([observer.close(), stranger?.close()]);
  }
  return { findings, leftBehind };
}

async function findOne(point: Point, context: ContractContext): Promise<Pick<Finding, "reading" | "why">> {
  if (point.needs === "orders" && context.orders === null) return { reading: null, why: "it takes orders" };
  try {
    const reading = await point.find(context);
    return { reading, why: reading === null ? "the account holds nothing that shows it" : null };
  } catch (thrown) {
    // A point that ends in an error must not hide the others; its code says what it was.
    if (!(thrown instanceof SectigoError) || thrown.code.startsWith("cancelled.")) throw thrown;
    return { reading: null, why: thrown.code };
  }
}
