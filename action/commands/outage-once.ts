import type { Prepared } from "../orders/prepared.ts";
import type { Problem } from "../problem.ts";
import { AWAY, listed } from "./condense.ts";

/** Requests that were judged, without what an outage did to each of them, and that told once. */
interface OutageOnce {
  readonly prepared: readonly Prepared[];
  /** Null when SCM answered to the end. */
  readonly outage: Problem | null;
}

/** SCM that goes away while requests are judged is one trouble, and not one for each of them. Pure. */
export function outageOnce(prepared: readonly Prepared[]): OutageOnce {
  const isAway = ({ severity, code = "" }: Problem): boolean => severity === "error" && AWAY.test(code);
  const cut = prepared.filter(({ problems }) => problems.some(isAway));
  const first = cut[0]?.problems.find(isAway);
  if (first === undefined) return { prepared, outage: null };
  const rest = prepared.map((each) => ({
    ...each,
    problems: each.problems.filter((problem) => !isAway(problem)),
  }));
  const names = listed(cut.map(({ source }) => source.path ?? source.name));
  const outage = {
    ...first,
    path: null,
    detail: `${first.detail} What SCM holds was not told for: ${names}.`,
  };
  return { prepared: rest, outage };
}
