import { decodeObject, encodeObject } from "./attribute.ts";
import { type Diagnostic, error, hasError } from "./diagnostics.ts";
import type { Resource } from "./resource.ts";
import { validateConfig } from "./validate.ts";
import { isWhollyKnown, type ValueRecord } from "./value.ts";
import { stored } from "./view.ts";

interface Imported {
  /** Null only beside an error. */
  readonly state: ValueRecord | null;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Turns an import id into the state that identifies the object. Terraform reads the object right after, which fills in
 * the rest, so everything else stays null here.
 * @param explain anything thrown → a message for people
 */
export function importResource<Api>(
  resource: Resource<Api>,
  id: string,
  explain: (thrown: unknown) => Diagnostic,
): Imported {
  const { importState } = resource.handlers;
  if (importState === undefined) return notImported(`${resource.name} can't be imported by id.`);
  try {
    return { state: encodeObject(stored(resource.spec.attributes), importState(id)), diagnostics: [] };
  } catch (thrown) {
    return { state: null, diagnostics: [explain(thrown)] };
  }
}

/** The same from an identity, as an `import` block of Terraform 1.12 gives it. */
export function importByIdentity<Api>(
  resource: Resource<Api>,
  identity: ValueRecord,
  explain: (thrown: unknown) => Diagnostic,
): Imported {
  const { identity: declared, attributes } = resource.spec;
  if (declared === undefined) return notImported(`${resource.name} can't be imported by identity.`);
  if (!isWhollyKnown(identity)) return notImported(`The identity of ${resource.name} is not known yet.`);
  const diagnostics = validateConfig(declared.attributes, identity, { areWriteOnlyAllowed: false });
  if (hasError(diagnostics)) return { state: null, diagnostics };
  try {
    // Decoded by the attributes that typed `find`.
    const found = declared.find(decodeObject(declared.attributes, identity) as never);
    return { state: encodeObject(stored(attributes), found), diagnostics };
  } catch (thrown) {
    return { state: null, diagnostics: [explain(thrown)] };
  }
}

const notImported = (detail: string): Imported => ({
  state: null,
  diagnostics: [error("Import not supported", detail)],
});
