/**
 * S74: provider and Action take every decision by the same code. One situation after the other is made by real orders and
 * by what others do in SCM; then both built front ends are asked what they would do, and tell the same decision for the
 * same reason.
 */
import { describe, expect, it } from "vitest";
import { actionFrontEnd, type FrontEnd, providerFrontEnd } from "../support/front-ends.ts";
import { CSR, LIFE_CASES, type LifeCase, START } from "../support/life-cases.ts";

async function decidedBy(frontEnd: FrontEnd, { happen }: LifeCase): Promise<string> {
  await happen(frontEnd);
  return frontEnd.ask();
}

describe("S74 both front ends decide the same, for the same reason, when", () => {
  it.each(LIFE_CASES)("$what", async (life) => {
    const options = { now: START, csr: CSR, ...(life.scm && { scm: life.scm }) };
    await using provider = await providerFrontEnd(options);
    await using action = await actionFrontEnd(options);
    const { decided } = life;
    expect({ provider: await decidedBy(provider, life), action: await decidedBy(action, life) }).toEqual(
      typeof decided === "string" ? { provider: decided, action: decided } : decided,
    );
  });
});
