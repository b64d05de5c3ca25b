import { describe, expect, it } from "vitest";
import { ordersInExcess } from "./orders-in-excess.ts";

const marker = `tf:${"a".repeat(26)}`;
const comments = `Ordered as code, claim abcdefgh, scope lives\n${marker}`;
const order = (sslId: number, change = {}) => ({
  ...{ sslId, status: "Issued", comments, renewed: false, renews: null },
  ...change,
});
const both = [order(1), order(2)];
const NONE = new Set<number>();

describe("live orders of one marker", () => {
  it("are too many where one state has two, in whichever hands", () => {
    const seen = new Set([1, 2]);
    const all = [`1: ${marker} issued`, `2: ${marker} issued`];
    expect(ordersInExcess(both, { seen, ofNeighbour: NONE })).toEqual(all);
    expect(ordersInExcess(both, { seen, ofNeighbour: seen })).toEqual(all);
  });

  it("are too many where one was enrolled although the other state had one", () => {
    const known = { seen: new Set([1]), ofNeighbour: new Set([1]) };
    expect(ordersInExcess(both, known)).toEqual([`2: ${marker} issued`]);
  });

  it("may be one of each state, reissued for it or renewed from its own", () => {
    const ofNeighbour = new Set([2]);
    expect(ordersInExcess(both, { seen: new Set([1, 2]), ofNeighbour })).toEqual([]);
    const renewed = [order(1), order(2, { renews: 0 })];
    expect(ordersInExcess(renewed, { seen: new Set([1]), ofNeighbour })).toEqual([]);
  });

  it("may be one certificate and one order on its way, and others that bear no marker", () => {
    const orders = [order(1), order(2, { status: "Requested" }), order(3, { comments: null })];
    expect(ordersInExcess(orders, { seen: NONE, ofNeighbour: NONE })).toEqual([]);
  });
});
