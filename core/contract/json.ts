import type { Observed } from "../scm/observer.ts";

/** A member of an object of JSON; undefined where there is none. */
export function member(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
}

export function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}

export function rows(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** Total of a list as its header tells it. */
export function totalOf(observed: Observed | null): number | null {
  const total = observed?.headers["x-total-count"];
  return total === undefined ? null : Number(total);
}
