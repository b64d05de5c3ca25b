import type { AnyAttr, Attributes } from "./attribute.ts";
import { type Diagnostic, error, hasError, warning } from "./diagnostics.ts";
import { formatPath, type Path } from "./path.ts";
import type { Check } from "./spec.ts";
import { isArray, isRecord, isWhollyKnown, Unknown, type Value, type ValueRecord } from "./value.ts";
import { planningView } from "./view.ts";

interface ValidateOptions {
  /** False for clients that would store a write-only value in state (Terraform before 1.11). */
  readonly areWriteOnlyAllowed: boolean;
}

/**
 * What Terraform itself does not check: required arguments set to null, read-only attributes that are configured, the
 * shape and rules of every value. Unknown values are skipped, and come again, known, before anything is done; what their
 * known parts alone prove wrong is said at once.
 */
export function validateConfig(
  attributes: Attributes,
  config: ValueRecord,
  options: ValidateOptions,
  parent: Path = [],
): readonly Diagnostic[] {
  return Object.entries(attributes).flatMap(([name, attr]) => {
    const at = [...parent, { attribute: name }];
    const value = config[name] ?? null;
    return value === null ? missing(attr, at) : present(attr, value, at, options);
  });
}

function missing(attr: AnyAttr, at: Path): readonly Diagnostic[] {
  if (attr.spec.is !== "required") return [];
  return [
    error(
      "Missing required argument",
      `"${formatPath(at)}" is required; it is absent or null. ${attr.spec.doc}`,
      at,
    ),
  ];
}

function present(attr: AnyAttr, value: Value, at: Path, options: ValidateOptions): readonly Diagnostic[] {
  const name = formatPath(at);
  if (attr.spec.is === "computed") {
    return [
      error("Read-only attribute", `"${name}" is decided by the provider and can't be set; remove it.`, at),
    ];
  }
  if (attr.spec.writeOnly && !options.areWriteOnlyAllowed) {
    const remedy = "Use Terraform or OpenTofu 1.11 or newer, or leave the argument out.";
    return [
      error(
        "Write-only argument not supported",
        `This client would store "${name}" in its state. ${remedy}`,
        at,
      ),
    ];
  }
  const inner = nested(attr, value, at, options);
  // Checks may assume that every member of the value is fine.
  const own = value instanceof Unknown || hasError(inner) ? [] : problems(attr, value, at);
  return [...deprecations(attr, at), ...own, ...inner];
}

function problems(attr: AnyAttr, value: Value, at: Path): readonly Diagnostic[] {
  const isKnown = isWhollyKnown(value);
  const known = isKnown ? value : knownPart(attr, value);
  // A shape is wrong through a single element, so what is known is enough to tell.
  const shape = attr.shapeProblem(known);
  if (shape !== null) return [invalid(at, shape)];
  const { checks = [], partChecks = [] } = attr.spec;
  const judge = (all: readonly Check<never>[], decoded: unknown) =>
    all.flatMap((check) => {
      // The spec tied the checks to the type that `decode` yields, or to what is seen of it.
      const problem = check(decoded as never);
      return problem === null ? [] : [invalid(at, problem)];
    });
  return [
    ...(isKnown && checks.length > 0 ? judge(checks, attr.decode(value)) : []),
    ...(partChecks.length > 0 ? judge(partChecks, seenPart(attr, known)) : []),
  ];
}

/** Collections without the elements that are not wholly known. An object stays: each of its members says so. */
function knownPart({ type }: AnyAttr, value: Value): Value {
  if (isArray(value)) return value.filter(isWhollyKnown);
  if (type.kind !== "map" || !isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([, element]) => isWhollyKnown(element)));
}

function seenPart({ nested, decode }: AnyAttr, known: Value): unknown {
  return nested?.mode === "single" && isRecord(known)
    ? planningView(nested.attributes, known)
    : decode(known);
}

const invalid = (at: Path, problem: string): Diagnostic =>
  error(`Invalid value for ${formatPath(at)}`, sentence(problem), at);

/** Checks answer in lower case so that they read well behind a name; here they stand alone. */
function sentence(problem: string): string {
  const capital = problem.charAt(0).toUpperCase() + problem.slice(1);
  return /[.!?]$/.test(capital) ? capital : `${capital}.`;
}

function deprecations(attr: AnyAttr, at: Path): readonly Diagnostic[] {
  const { deprecated } = attr.spec;
  return deprecated === undefined ? [] : [warning(`Deprecated argument ${formatPath(at)}`, deprecated, at)];
}

function nested(attr: AnyAttr, value: Value, at: Path, options: ValidateOptions): readonly Diagnostic[] {
  if (attr.nested === null || value instanceof Unknown) return [];
  const { attributes, mode } = attr.nested;
  const inside = (member: Value, step: Path): readonly Diagnostic[] =>
    isRecord(member) ? validateConfig(attributes, member, options, step) : [];
  if (mode === "single") return inside(value, at);
  if (isArray(value))
    return value.flatMap((element, index) =>
      // Elements of a set have no address: what is found in them points at the set.
      mode === "set"
        ? inside(element, at).map((diagnostic) => ({ ...diagnostic, path: at }))
        : inside(element, [...at, { index }]),
    );
  return isRecord(value) ? Object.entries(value).flatMap(([key, m]) => inside(m, [...at, { key }])) : [];
}
