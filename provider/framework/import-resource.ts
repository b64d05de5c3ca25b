import { encodeObject } from "./attribute.ts";
import { type Diagnostic, error } from "./diagnostics.ts";
import type { Resource } from "./resource.ts";
import type { ValueRecord } from "./value.ts";
import { stored } from "./view.ts";

/**
 * Turns an import id into the state that identifies the object. Terraform reads the object right after, which fills in
 * the rest, so everything else stays null here.
 * @param explain anything thrown → a message for people
 */
export function importResource<Api>(
  resource: Resource<Api>,
  id: string,
  explain: (thrown: unknown) => Diagnostic,
): { readonly state: ValueRecord | null; readonly diagnostics: readonly Diagnostic[] } {
  const { importState } = resource.handlers;
  if (importState === undefined) {
    const detail = `${resource.name} can't be imported.`;
    return { state: null, diagnostics: [error("Import not supported", detail)] };
  }
  try {
    return { state: encodeObject(stored(resource.spec.attributes), importState(id)), diagnostics: [] };
  } catch (thrown) {
    return { state: null, diagnostics: [explain(thrown)] };
  }
}
