import type { Clock } from "../../../../core/index.ts";
import type { PlanMemory } from "../../../framework/plan-memory.ts";
import type { Json } from "../../../framework/private.ts";

/**
 * The time that a plan decides by. In the plan that an apply asks for, and in the apply, it is that of the plan that people
 * have seen, where the client hands it on: a renewal window or a deadline that opens in between changes nothing then.
 */
export function planningClock(clock: Clock, memory: PlanMemory | null): Clock {
  const planned = plannedClock(clock, memory?.before);
  memory?.keep({ at: planned.now().toISOString() });
  return planned;
}

/** @param memory what the plan kept; undefined where there is none */
export function plannedClock(clock: Clock, memory: Json | undefined): Clock {
  const at = instantOf(memory);
  return at === null ? clock : { now: () => at, wait: (ms, signal) => clock.wait(ms, signal) };
}

function instantOf(memory: Json | undefined): Date | null {
  if (typeof memory !== "object" || memory === null || !("at" in memory)) return null;
  const { at } = memory;
  const date = typeof at === "string" ? new Date(at) : null;
  return date === null || Number.isNaN(date.getTime()) ? null : date;
}
