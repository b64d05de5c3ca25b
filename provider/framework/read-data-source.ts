import { decodeObject, encodeObject } from "./attribute.ts";
import type { DataSource } from "./data-source.ts";
import type { Diagnostic } from "./diagnostics.ts";
import type { Connected } from "./environment.ts";
import { notYetKnown } from "./not-yet-known.ts";
import { warnInto } from "./operation.ts";
import { completeConfig } from "./plan/steps.ts";
import { isWhollyKnown, type ValueRecord } from "./value.ts";
import { settable } from "./view.ts";

/** Reads a data source. Null state only beside an error: for a data source "not found" is one. */
export async function readDataSource<Api>(
  source: DataSource<Api>,
  config: ValueRecord,
  environment: Connected<Api>,
): Promise<{ readonly state: ValueRecord | null; readonly diagnostics: readonly Diagnostic[] }> {
  if (!isWhollyKnown(config)) return { state: null, diagnostics: [notYetKnown(source.name)] };
  const { attributes, timeoutMs } = source.spec;
  const { api, signal, log } = environment;
  const diagnostics: Diagnostic[] = [];
  try {
    const answer = await source.handlers.read({
      ...{ api, signal, log, timeoutMs },
      warn: warnInto(diagnostics),
      config: decodeObject(settable(attributes), completeConfig(attributes, config)) as never,
    });
    return { state: encodeObject(attributes, answer), diagnostics };
  } catch (thrown) {
    return { state: null, diagnostics: [...diagnostics, environment.explain(thrown)] };
  }
}
