import { budget } from "./budget.ts";

export interface KillPoint {
  /** Before SCM has worked on the request, or after. */
  readonly kind: "hang" | "hang-after";
  /** Counted from 0. */
  readonly request: number;
}

/**
 * Where a run is killed: at each write, before and after SCM has worked on it, and at reads, where both are the same for a
 * run that never hears the answer. Between two writes SCM stays as it was, so that the first and the last read of a stretch
 * stand for all; `npm run test:long` takes every one.
 * @param methods of the requests of a run that nothing disturbs, in order
 */
export function killPoints(methods: readonly string[]): readonly KillPoint[] {
  return methods.flatMap((method, request): readonly KillPoint[] => {
    if (method !== "GET") {
      return [
        { kind: "hang", request },
        { kind: "hang-after", request },
      ];
    }
    const isEdge = methods[request - 1] !== "GET" || methods[request + 1] !== "GET";
    return budget({ usual: isEdge, full: true }) ? [{ kind: "hang", request }] : [];
  });
}
