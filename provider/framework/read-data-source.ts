import type { Connected } from "./apply-resource.ts";
import { encodeObject } from "./attribute.ts";
import type { DataSource } from "./data-source.ts";
import { type Diagnostic, warning } from "./diagnostics.ts";
import { path } from "./path.ts";
import { applyDefaults } from "./plan/steps.ts";
import type { ValueRecord } from "./value.ts";
import { knownView, settable } from "./view.ts";

/** Reads a data source. Null state only beside an error. */
export async function readDataSource<Api>(
  source: DataSource<Api>,
  config: ValueRecord,
  environment: Connected<Api>,
): Promise<{ readonly state: ValueRecord | null; readonly diagnostics: readonly Diagnostic[] }> {
  const { attributes, timeoutMs } = source.spec;
  const diagnostics: Diagnostic[] = [];
  const { api, signal, log } = environment;
  const complete = applyDefaults(attributes, { config, prior: null }, config);
  try {
    const state = await source.handlers.read({
      ...{ api, signal, log, timeoutMs },
      warn: (summary, detail, attribute) => {
        diagnostics.push(warning(summary, detail, attribute === undefined ? undefined : path(attribute)));
      },
      config: knownView(settable(attributes), complete),
    });
    return { state: encodeObject(attributes, state), diagnostics };
  } catch (thrown) {
    return { state: null, diagnostics: [...diagnostics, environment.explain(thrown)] };
  }
}
