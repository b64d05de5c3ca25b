import type { WaitOptions } from "../../core/index.ts";
import type { CsrSource } from "../csr-files.ts";
import type { OrderInputs } from "../inputs/order.ts";
import { problemOf } from "../problem.ts";
import { decide } from "./decide.ts";
import type { Desk } from "./desk.ts";
import { findExisting } from "./existing.ts";
import { judgeValidity } from "./judge-validity.ts";
import { mapBounded } from "./map-bounded.ts";
import type { Prepared } from "./prepared.ts";
import { findTenancy } from "./tenancy.ts";
import { type Judged, judgeSources } from "./wanted.ts";

/** Requests at work at a time; the client itself bounds the calls. */
export const WIDTH = 16;

/**
 * Judges all requests and decides for each, so that what is wrong and what it costs is known before the first order.
 * @throws what ends the step as a whole: sign-in, organization, profile
 */
export async function prepare(
  sources: readonly CsrSource[],
  inputs: OrderInputs,
  desk: Desk,
): Promise<readonly Prepared[]> {
  const { client, step } = desk;
  const wait = { signal: step.signal };
  const now = step.clock.now();
  const tenancy = await findTenancy(client, inputs, { now, wait });
  const judged = judgeSources(sources, inputs, tenancy);
  const decided = await mapBounded(judged, WIDTH, (each) => decideFor(each, desk, wait));
  return judgeValidity(decided, { client, inputs, tenancy, now, wait });
}

async function decideFor(judged: Judged, desk: Desk, wait: WaitOptions): Promise<Prepared> {
  const { wanted, problems, source } = judged;
  if (wanted === null || problems.some(({ severity }) => severity === "error"))
    return { ...judged, decision: null };
  const { client, inputs, step } = desk;
  try {
    const { scope } = desk.originOf(source.path);
    const found = await findExisting(client, wanted, {
      ...wait,
      clock: step.clock,
      scope,
      orderKey: inputs.orderKey,
    });
    return { ...judged, decision: decide(found, inputs, step.clock.now()) };
  } catch (thrown) {
    return { ...judged, problems: [...problems, problemOf(thrown, source.path)], decision: null };
  }
}
