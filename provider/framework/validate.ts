import type { AnyAttr, Attributes } from "./attribute.ts";
import { type Diagnostic, error, hasError, warning } from "./diagnostics.ts";
import { formatPath, type Path } from "./path.ts";
import { isArray, isRecord, isWhollyKnown, Unknown, type Value, type ValueRecord } from "./value.ts";

export interface ValidateOptions {
  /** False for clients that would store a write-only value in state (Terraform before 1.11). */
  readonly areWriteOnlyAllowed: boolean;
}

/**
 * What Terraform itself does not check: required arguments set to null, read-only attributes that are configured, the
 * shape and rules of every known value. Unknown values are skipped; they come again, known, before anything is done.
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
  // Checks may assume that the value is whole and every member of it is fine.
  const own = isWhollyKnown(value) && !hasError(inner) ? problems(attr, value, at) : [];
  return [...deprecations(attr, at), ...own, ...inner];
}

function problems(attr: AnyAttr, value: Value, at: Path): readonly Diagnostic[] {
  const shape = attr.shapeProblem(value);
  if (shape !== null) return [invalid(at, shape)];
  // The spec tied the checks to the type that `decode` yields.
  const decoded = attr.decode(value) as never;
  return (attr.spec.checks ?? []).flatMap((check) => {
    const problem = check(decoded);
    return problem === null ? [] : [invalid(at, problem)];
  });
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
