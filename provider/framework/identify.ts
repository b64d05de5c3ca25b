import { encodeObject } from "./attribute.ts";
import { Decimal } from "./decimal.ts";
import { type Diagnostic, error, warning } from "./diagnostics.ts";
import { equalValues } from "./equal-values.ts";
import type { IdentityAttributes } from "./identity.ts";
import type { Resource } from "./resource.ts";
import type { Value, ValueRecord } from "./value.ts";
import { knownView, stored } from "./view.ts";

interface Identified {
  readonly identity: ValueRecord | null;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * The identity of an object that was read, created, updated or moved. Never throws, and never makes more of a failure
 * than a warning where the object may be new: beside an error Terraform would destroy it again.
 *
 * Terraform takes over whatever a read or an apply answers, nothing included, and compares it with nothing: so it has to be
 * answered every time, and that it stays the same is seen to here.
 * Source: hashicorp/terraform 1.12 to 1.16, internal/terraform/node_resource_abstract_instance.go.
 * @param previous what it was so far; parts of it that are null may be filled in, the others must stay
 */
export function identify<Api>(
  resource: Resource<Api>,
  state: ValueRecord | null,
  previous: ValueRecord | null,
): Identified {
  const { identity: declared, attributes } = resource.spec;
  if (declared === undefined || state === null) return { identity: null, diagnostics: [] };
  try {
    // Decoded by the attributes that typed `of`.
    const found = declared.of(knownView(stored(attributes), state) as never);
    if (found === null) return { identity: previous, diagnostics: [] };
    const identity = encodeObject(declared.attributes, found);
    const changes =
      previous === null || declared.mayChange ? [] : changed(declared.attributes, previous, identity);
    if (changes.length === 0) return { identity, diagnostics: [] };
    return { identity: previous, diagnostics: [isAnother(resource.name, changes)] };
  } catch (thrown) {
    const reason = thrown instanceof Error ? thrown.message : String(thrown);
    const detail = `The ${resource.name} stands in state without a new identity: ${reason}. Please report this.`;
    return { identity: previous, diagnostics: [warning("Identity not known", detail)] };
  }
}

function changed(
  attributes: IdentityAttributes,
  previous: ValueRecord,
  identity: ValueRecord,
): readonly string[] {
  return Object.entries(attributes).flatMap(([name, { type }]) => {
    const before = previous[name] ?? null;
    const now = identity[name] ?? null;
    return before === null || equalValues(type, before, now)
      ? []
      : [`${name} was ${show(before)} and is ${show(now)} now`];
  });
}

function show(value: Value): string {
  return value instanceof Decimal
    ? String(value)
    : JSON.stringify(value, (_key, part) => (part instanceof Decimal ? String(part) : part));
}

function isAnother(name: string, changes: readonly string[]): Diagnostic {
  const detail =
    `This ${name} is another object than the one in state: ${changes.join(", ")}. ` +
    "If that is right, take the old one out of state (state rm) and import this one.";
  return error("Identity changed", detail);
}
