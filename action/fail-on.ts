import { EXIT, type ExitCode } from "./exit.ts";
import type { CheckInputs } from "./inputs/check.ts";
import type { Problem } from "./problem.ts";

const FAILING: Readonly<Record<CheckInputs["failOn"], readonly Problem["severity"][]>> = {
  error: ["error"],
  warning: ["error", "warning"],
  never: [],
};

/** How a step ends that only tells problems, by the input `fail-on`. */
export function exitCodeFor(problems: readonly Problem[], { failOn }: Pick<CheckInputs, "failOn">): ExitCode {
  return problems.some(({ severity }) => FAILING[failOn].includes(severity)) ? EXIT.failed : EXIT.done;
}
