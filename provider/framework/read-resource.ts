import type { ApplyOutput } from "./apply-resource.ts";
import { type Attributes, encodeMember, objectType } from "./attribute.ts";
import type { Diagnostic } from "./diagnostics.ts";
import type { Connected } from "./environment.ts";
import { equalValues } from "./equal-values.ts";
import { eachMember } from "./members.ts";
import { operation } from "./operation.ts";
import { keepSpelling } from "./plan/steps.ts";
import { PrivateData } from "./private.ts";
import type { Resource } from "./resource.ts";
import type { ValueRecord } from "./value.ts";
import { knownView, stored } from "./view.ts";

/**
 * Reads one resource instance. Null means gone; on any failure the old state stays beside the error.
 * A value that means the same as before keeps its spelling, so that wording does not show as drift.
 */
export async function readResource<Api>(
  resource: Resource<Api>,
  input: { readonly state: ValueRecord; readonly private: Uint8Array },
  environment: Connected<Api>,
): Promise<ApplyOutput> {
  const kept = stored(resource.spec.attributes);
  const aftermath = { private: new PrivateData(input.private), diagnostics: [] as Diagnostic[] };
  const { diagnostics } = aftermath;
  try {
    const base = operation({ resource, environment, name: "read", object: input.state, aftermath });
    // Decoded by the attributes that the handler's types were inferred from.
    const before = knownView(kept, input.state);
    const found = await resource.handlers.read({ ...base, state: before } as never);
    if (found === null) return { state: null, private: new Uint8Array(), diagnostics };
    const state = settled(kept, { tree: input.state, view: before }, found);
    return { state, private: aftermath.private.toBytes(), diagnostics };
  } catch (thrown) {
    diagnostics.push(environment.explain(thrown));
    return { state: input.state, private: input.private, diagnostics };
  }
}

/**
 * What was found, in the earlier spelling; the very object of before where nothing differs, so that what is derived from it need
 * not be derived again. A member that the handler left alone is not encoded anew.
 */
function settled(
  attributes: Attributes,
  before: { readonly tree: ValueRecord; readonly view: Readonly<Record<string, unknown>> },
  found: Readonly<Record<string, unknown>>,
): ValueRecord {
  const { tree, view } = before;
  const encoded = eachMember(attributes, (name, attr) => {
    const member = found[name] ?? null;
    return member === view[name] ? (tree[name] ?? null) : encodeMember(name, attr, member);
  });
  const state = keepSpelling(attributes, tree, encoded);
  return equalValues(objectType(attributes), tree, state) ? tree : state;
}
