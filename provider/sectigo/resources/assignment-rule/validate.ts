import { judgeRule, type RuleFault } from "../../../../core/index.ts";
import { type Diagnostic, error } from "../../../framework/diagnostics.ts";
import { formatPath, type Path } from "../../../framework/path.ts";
import type { Config } from "../../../framework/resource.ts";
import type { Planning } from "../../../framework/spec.ts";
import { Unknown } from "../../../framework/value.ts";
import { ruleOf } from "../../assignment-rule-ref.ts";
import type { AssignmentRuleAttributes } from "./attributes.ts";

/** Judges the rule as soon as all of it is known; single words were judged before. */
export function validateRule(config: Planning<Config<AssignmentRuleAttributes>>): readonly Diagnostic[] {
  if (Object.values(config).some((value) => value instanceof Unknown)) return [];
  // Nothing of it is unknown.
  const known = config as Config<AssignmentRuleAttributes>;
  return judgeRule(ruleOf(known)).map(toDiagnostic);
}

function toDiagnostic({ path, problem }: RuleFault): Diagnostic {
  const at = pathOf(path);
  const summary = at.length === 0 ? "Invalid assignment rule" : `Invalid value for ${formatPath(at)}`;
  const sentence = problem.charAt(0).toUpperCase() + problem.slice(1);
  return at.length === 0 ? error(summary, `${sentence}.`) : error(summary, `${sentence}.`, at);
}

/** Names of core as names of arguments. */
function pathOf([first, ...steps]: RuleFault["path"]): Path {
  if (first === undefined) return [];
  if (first === "customAttributes")
    return [{ attribute: "custom_attributes" }, ...steps.map((key) => ({ key: String(key) }))];
  return [first, ...steps].map((step) => (typeof step === "number" ? { index: step } : { attribute: step }));
}
