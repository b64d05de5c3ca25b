import { type BeyondLimit, beyondLimit, judgeOrder, quoted } from "../../core/index.ts";
import type { CsrSource } from "../csr-files.ts";
import type { OrderInputs } from "../inputs/order.ts";
import { type Problem, problemOfFinding } from "../problem.ts";
import type { OrderSession } from "./order-session.ts";
import { prepare } from "./prepare.ts";
import { ordersOf, type Prepared } from "./prepared.ts";
import { ifAllowed } from "./tenancy.ts";

/** What a step is going to do, known before the first order: `check` shows it, and `enroll` carries it out. */
export interface Plan {
  readonly prepared: readonly Prepared[];
  /** Of the step as a whole. */
  readonly problems: readonly Problem[];
}

/** @throws what ends the step as a whole: sign-in, organization, profile */
export async function planOrders(
  sources: readonly CsrSource[],
  inputs: OrderInputs,
  session: OrderSession,
): Promise<Plan> {
  return withinLimit(await prepare(sources, inputs, session), inputs.maxOrders);
}

/**
 * Custom fields that SCM calls mandatory and that no input gives. For a check alone: the list holds for the whole customer,
 * and an order says itself whether SCM insists here.
 * @returns nothing where nothing new is enrolled
 */
export async function judgeMandatoryFields(
  { prepared }: Plan,
  { customFields: given }: OrderInputs,
  { client, step }: OrderSession,
): Promise<readonly Problem[]> {
  if (given !== null || prepared.every(({ decision }) => decision?.act !== "enroll")) return [];
  const customFields = await ifAllowed(client.customFields.list({ signal: step.signal }));
  return judgeOrder({ customFields: given }, { customFields }).map((each) => problemOfFinding(each, null));
}

/** All orders or none: a repository that suddenly orders hundreds has most likely made a mistake. What needs no order goes on. */
export function withinLimit(prepared: readonly Prepared[], most: number): Plan {
  const orders = ordersOf(prepared);
  const names = orders.map(({ source }) => quoted(source.name));
  const over = beyondLimit(names, most);
  if (over === null) return { prepared, problems: [] };
  const bounded = prepared.map((each) =>
    orders.includes(each) ? { ...each, decision: null, isBeyondLimit: true } : each,
  );
  return { prepared: bounded, problems: [tooMany(names, over)] };
}

const MOST_NAMES = 20;

function tooMany(names: readonly string[], { number, limit }: BeyondLimit): Problem {
  const more = number > MOST_NAMES ? ` and ${number - MOST_NAMES} more` : "";
  return {
    severity: "error",
    summary: `Order ${number} ${number === 1 ? "certificate" : "certificates"}: max-orders allows ${limit} in one run`,
    detail:
      "None of them is ordered; what is valid is delivered all the same. " +
      `If all are meant, raise max-orders: ${names.slice(0, MOST_NAMES).join(", ")}${more}.`,
    path: null,
    code: "config.max_orders",
  };
}
