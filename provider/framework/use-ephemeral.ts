import { decodeObject, encodeObject } from "./attribute.ts";
import { type Diagnostic, warning } from "./diagnostics.ts";
import type { Connected } from "./environment.ts";
import type { EphemeralResource } from "./ephemeral-resource.ts";
import { notYetKnown } from "./not-yet-known.ts";
import { warnInto } from "./operation.ts";
import { path } from "./path.ts";
import { completeConfig, markComputedUnknown } from "./plan/steps.ts";
import { PrivateData } from "./private.ts";
import { holdPlanned } from "./settle-state.ts";
import { isWhollyKnown, type ValueRecord } from "./value.ts";
import { settable } from "./view.ts";

export interface Opened {
  /** Null only beside an error. */
  readonly result: ValueRecord | null;
  readonly renewAt: Date | null;
  readonly private: Uint8Array;
  readonly diagnostics: readonly Diagnostic[];
}

const NOTHING = new Uint8Array();

/** Opens an ephemeral resource. What was opened but can't be answered is closed again: the client would never do so. */
export async function openEphemeral<Api>(
  resource: EphemeralResource<Api>,
  config: ValueRecord,
  environment: Connected<Api>,
): Promise<Opened> {
  const { attributes } = resource.spec;
  const diagnostics: Diagnostic[] = [];
  const failed = (reason: Diagnostic): Opened => ({
    ...{ result: null, renewAt: null, private: NOTHING },
    diagnostics: [...diagnostics, reason],
  });
  if (!isWhollyKnown(config)) return failed(notYetKnown(resource.name));
  const privateData = new PrivateData(NOTHING);
  let isOpen = false;
  try {
    const answer = await resource.handlers.open({
      ...operationOf(resource, environment, diagnostics),
      config: decodeObject(settable(attributes), completeConfig(attributes, config)) as never,
      private: privateData,
    });
    isOpen = true;
    const result = echo(resource, { config, result: answer.result }, diagnostics);
    const renewAt = instant(answer.renewAt ?? null);
    return { result, renewAt, private: privateData.toBytes(), diagnostics };
  } catch (thrown) {
    const reason = environment.explain(thrown);
    const closing = isOpen ? await closeEphemeral(resource, privateData.toBytes(), environment) : [];
    diagnostics.push(...closing);
    return failed(reason);
  }
}

/** Renews what `openEphemeral` opened. */
export async function renewEphemeral<Api>(
  resource: EphemeralResource<Api>,
  left: Uint8Array,
  environment: Connected<Api>,
): Promise<{ readonly renewAt: Date | null; readonly diagnostics: readonly Diagnostic[] }> {
  const diagnostics: Diagnostic[] = [];
  try {
    const base = operationOf(resource, environment, diagnostics);
    const renewAt = await resource.handlers.renew?.({ ...base, private: new PrivateData(left) });
    return { renewAt: instant(renewAt ?? null), diagnostics };
  } catch (thrown) {
    return { renewAt: null, diagnostics: [...diagnostics, environment.explain(thrown)] };
  }
}

/** Closes it. */
export async function closeEphemeral<Api>(
  resource: EphemeralResource<Api>,
  left: Uint8Array,
  environment: Connected<Api>,
): Promise<readonly Diagnostic[]> {
  const diagnostics: Diagnostic[] = [];
  try {
    const base = operationOf(resource, environment, diagnostics);
    await resource.handlers.close?.({ ...base, private: new PrivateData(left) });
    return diagnostics;
  } catch (thrown) {
    return [...diagnostics, environment.explain(thrown)];
  }
}

function operationOf<Api>(
  { spec }: EphemeralResource<Api>,
  { api, signal, log }: Connected<Api>,
  diagnostics: Diagnostic[],
) {
  return { api, signal, log, timeoutMs: spec.timeoutMs, warn: warnInto(diagnostics) };
}

/**
 * Terraform holds the result against the configuration as it does a plan. What was configured stands, and a warning names
 * what differs.
 * @throws TypeError when the result does not fit the attributes
 */
function echo<Api>(
  { spec: { attributes } }: EphemeralResource<Api>,
  { config, result }: { readonly config: ValueRecord; readonly result: object },
  diagnostics: Diagnostic[],
): ValueRecord {
  const given = completeConfig(attributes, config);
  const expected = markComputedUnknown(attributes, { config, prior: null }, given);
  const found = encodeObject(attributes, { ...result });
  const { state, deviating } = holdPlanned(attributes, expected, found);
  for (const name of deviating) {
    const detail = `The provider opened it with another "${name}" than configured. Please report this to its developers.`;
    diagnostics.push(warning(`Configured value kept: ${name}`, detail, path(name)));
  }
  return state;
}

function instant(renewAt: Date | null): Date | null {
  if (renewAt !== null && Number.isNaN(renewAt.getTime())) throw new TypeError("renewAt is not an instant");
  return renewAt;
}
