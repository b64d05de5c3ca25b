import { type Attributes, encodeMember } from "./attribute.ts";
import { type Diagnostic, warning } from "./diagnostics.ts";
import { equalValues } from "./equal-values.ts";
import { path } from "./path.ts";
import { keepSpelling } from "./plan/steps.ts";
import { isWhollyKnown, type Value, type ValueRecord } from "./value.ts";

/** What a handler answered, as it goes into state, and what was wrong with it. */
interface Settled {
  readonly state: ValueRecord;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * The answer of a create or update, made to fit what was planned.
 *
 * Terraform rejects an answer that differs from the plan, and taints what was just created: the next apply would destroy
 * it and buy another, because something changed meanwhile or because of a bug of ours. So the planned value stands, a
 * warning names the attribute, and the next refresh brings the truth.
 */
export function settleState(attributes: Attributes, planned: ValueRecord, answer: object): Settled {
  const answered = encodeAnswer(attributes, planned, answer);
  const { state, deviating } = holdPlanned(attributes, planned, answered.state);
  return { state, diagnostics: [...answered.diagnostics, ...deviating.map(keptAsPlanned)] };
}

/** The state with every known planned value in it, and the names of the attributes that would have differed. */
export function holdPlanned(
  attributes: Attributes,
  planned: ValueRecord,
  state: ValueRecord,
): { readonly state: ValueRecord; readonly deviating: readonly string[] } {
  const deviating = Object.entries(attributes)
    .filter(([name, attr]) => {
      const wanted = planned[name] ?? null;
      return isWhollyKnown(wanted) && !equalValues(attr.type, wanted, state[name] ?? null);
    })
    .map(([name]) => name);
  const held = Object.fromEntries(deviating.map((name) => [name, planned[name] ?? null]));
  return { state: { ...state, ...held }, deviating };
}

/**
 * Handler's answer → tree, in the spelling of `earlier` where both mean the same. Never throws: what can't be encoded is
 * null beside a warning, because throwing here would lose an object that exists.
 */
export function encodeAnswer(attributes: Attributes, earlier: ValueRecord | null, answer: object): Settled {
  const diagnostics: Diagnostic[] = [];
  const members = Object.entries(attributes).map(([name, attr]): readonly [string, Value] => {
    try {
      return [name, encodeMember(name, attr, Reflect.get(answer, name) ?? null)];
    } catch (thrown) {
      const reason = thrown instanceof Error ? thrown.message : String(thrown);
      diagnostics.push(unusable(name, reason));
      return [name, null];
    }
  });
  const state = Object.fromEntries(members);
  try {
    return { state: keepSpelling(attributes, earlier, state), diagnostics };
  } catch {
    // A `same` of the resource failed. Spelling is worth less than the state; the comparison with the plan comes next.
    return { state, diagnostics };
  }
}

// Neither message shows a value: it may be a secret.
function keptAsPlanned(name: string): Diagnostic {
  const detail =
    `"${name}" was planned as one value and is another now. The planned one is kept in state until the next refresh, ` +
    "which shows the real one. If nothing else changed the object meanwhile, please report this to the provider's developers.";
  return warning(`Planned value kept: ${name}`, detail, path(name));
}

function unusable(name: string, reason: string): Diagnostic {
  const detail =
    `The provider came by no usable value: ${reason}. It is null in state until the next refresh. ` +
    "Please report this to the provider's developers.";
  return warning(`Unusable value: ${name}`, detail, path(name));
}
