import type { ApplyOutput } from "./apply-resource.ts";
import { decodeObject, encodeObject } from "./attribute.ts";
import type { Diagnostic } from "./diagnostics.ts";
import type { Connected } from "./environment.ts";
import { operation } from "./operation.ts";
import { keepSpelling } from "./plan/steps.ts";
import { PrivateData } from "./private.ts";
import type { Resource } from "./resource.ts";
import type { ValueRecord } from "./value.ts";
import { stored } from "./view.ts";

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
    const found = await resource.handlers.read({ ...base, state: decodeObject(kept, input.state) } as never);
    if (found === null) return { state: null, private: new Uint8Array(), diagnostics };
    const state = keepSpelling(kept, input.state, encodeObject(kept, found));
    return { state, private: aftermath.private.toBytes(), diagnostics };
  } catch (thrown) {
    diagnostics.push(environment.explain(thrown));
    return { state: input.state, private: input.private, diagnostics };
  }
}
