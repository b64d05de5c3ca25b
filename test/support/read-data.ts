import { decodeObject, encodeObject } from "../../provider/framework/attribute.ts";
import type { DataSource } from "../../provider/framework/data-source.ts";
import type { Diagnostic } from "../../provider/framework/diagnostics.ts";
import { readDataSource } from "../../provider/framework/read-data-source.ts";
import { validateConfig } from "../../provider/framework/validate.ts";
import { planningView, settable } from "../../provider/framework/view.ts";
import type { Connection } from "../../provider/sectigo/connection.ts";
import { silentLog } from "./library-provider.ts";

export interface DataRead {
  /** Values by attribute name; empty beside an error. */
  readonly values: Readonly<Record<string, unknown>>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Validates and reads a data source, as Terraform has it done. */
export async function readData(
  source: DataSource<Connection>,
  api: Connection,
  config: Readonly<Record<string, unknown>> = {},
): Promise<DataRead> {
  const { attributes } = source.spec;
  const tree = encodeObject(attributes, config);
  const own = validateConfig(attributes, tree, { areWriteOnlyAllowed: true });
  const view = planningView(settable(attributes), tree);
  // The view of the same attributes that the handlers were declared with.
  const invalid = own.length > 0 ? own : (source.handlers.validate?.(view as never) ?? []);
  if (invalid.length > 0) return { values: {}, diagnostics: invalid };
  const environment = { api, signal: new AbortController().signal, log: silentLog, explain: api.explain };
  const { state, diagnostics } = await readDataSource(source, tree, environment);
  return { values: state === null ? {} : decodeObject(attributes, state), diagnostics };
}
