import { type ApplyOutput, type Connected, operation } from "./apply-resource.ts";
import { encodeObject } from "./attribute.ts";
import type { Diagnostic } from "./diagnostics.ts";
import { keepSpelling } from "./plan/steps.ts";
import { PrivateData } from "./private.ts";
import type { Resource } from "./resource.ts";
import type { ValueRecord } from "./value.ts";
import { knownView, stored } from "./view.ts";

/**
 * Reads one resource instance. Null means gone; on any failure the old state stays beside the error.
 * A value that means the same as before keeps its spelling, so that nobody's wording shows as drift.
 */
export async function readResource<Api>(
  resource: Resource<Api>,
  input: { readonly state: ValueRecord; readonly private: Uint8Array },
  environment: Connected<Api>,
): Promise<ApplyOutput> {
  const kept = stored(resource.spec.attributes);
  const privateData = new PrivateData(input.private);
  const diagnostics: Diagnostic[] = [];
  const work = { privateData, diagnostics };
  try {
    const base = operation({ resource, environment, name: "read", object: input.state, work });
    const found = await resource.handlers.read({ ...base, state: knownView(kept, input.state) });
    if (found === null) return { state: null, private: new Uint8Array(), diagnostics };
    const state = keepSpelling(kept, input.state, encodeObject(kept, found));
    return { state, private: privateData.toBytes(), diagnostics };
  } catch (thrown) {
    return {
      state: input.state,
      private: input.private,
      diagnostics: [...diagnostics, environment.explain(thrown)],
    };
  }
}
