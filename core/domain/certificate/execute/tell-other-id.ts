import type { OrderNotice } from "./context.ts";

/** The answer to an order named a record that another order has made. */
export function tellOtherId(answered: number, sslId: number): OrderNotice {
  return {
    summary: `SCM answered the order with id ${answered}, and the order is ${sslId}`,
    detail:
      `The claim of this order stands in the comments of ${sslId}, so that one is followed; ${answered} belongs to another ` +
      "order and was left alone. What stands between here and SCM may mix up answers: tell its operator, or Sectigo's support.",
  };
}
