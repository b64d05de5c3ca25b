import type { Words } from "../../../base/words.ts";
import type { OrderNotice } from "./order-context.ts";

/** Two live orders for one intent: which they are, how it came about, and what to do. */
export function tellTwin(twin: number, sslId: number, isDeclined: boolean): OrderNotice {
  const what = ({ order_key }: Words): string =>
    isDeclined
      ? `Ours, ${sslId}, waited for approval still and was declined. Take the older one over, or change ${order_key}, and run again.`
      : `Ours, ${sslId}, goes on. If two certificates are not wanted, revoke one of them in SCM.`;
  return {
    summary: `The same order was placed twice: ${twin} and ${sslId}`,
    detail: (words) =>
      `SCM showed ${twin} only when ${sslId} had been ordered: another run placed it at the same moment, or one before that ` +
      `ended midway. Let one run at a time work on this scope (state lock, concurrency group). ${what(words)}`,
  };
}

/** An order was placed although not all records of its place were compared. */
export function tellLeftOut(leftOut: number): OrderNotice {
  return {
    summary: `${leftOut} certificates of this organization and SCM profile were not compared with the order`,
    detail:
      "No filter by name shows an earlier order of the same. Another spelling of its name would show only in the whole list, which " +
      "is too long to be read: both of its ends were. Nothing has to be done unless the name was ordered before in another spelling.",
  };
}

/** The answer to an order named a record that another order has made. */
export function tellOtherId(answered: number, sslId: number): OrderNotice {
  return {
    summary: `SCM answered the order with id ${answered}, and the order is ${sslId}`,
    detail:
      `The claim of this order stands in the comments of ${sslId}, so that one is followed; ${answered} belongs to another ` +
      "order and was left alone. What stands between here and SCM may mix up answers: tell its operator, or Sectigo's support.",
  };
}
