import { encodeObject } from "../../provider/framework/attribute.ts";
import { type Diagnostic, hasError } from "../../provider/framework/diagnostics.ts";
import type { EphemeralResource } from "../../provider/framework/ephemeral-resource.ts";
import { type Opened, openEphemeral } from "../../provider/framework/use-ephemeral.ts";
import { validateConfig } from "../../provider/framework/validate.ts";
import { UNKNOWN, Unknown, type ValueRecord } from "../../provider/framework/value.ts";
import { planningView, settable } from "../../provider/framework/view.ts";
import type { Connection } from "../../provider/sectigo/connection.ts";
import { explain } from "../../provider/sectigo/explain.ts";
import { silentLog } from "./library-provider.ts";

type Given = Readonly<Record<string, unknown>>;

/** What `terraform validate` says of a configuration; arguments that are left out are null. */
export function judgeConfig(
  { spec, handlers }: EphemeralResource<unknown>,
  given: Given,
): readonly Diagnostic[] {
  const config = configOf(spec.attributes, given);
  const own = validateConfig(spec.attributes, config, { areWriteOnlyAllowed: true });
  if (hasError(own)) return own;
  // Decoded by the attributes that typed the handler.
  return handlers.validate?.(planningView(settable(spec.attributes), config) as never) ?? [];
}

/** Opens as Terraform does, without a connection. */
export function open(resource: EphemeralResource<unknown>, given: Given): Promise<Opened> {
  return openEphemeral(resource, configOf(resource.spec.attributes, given), {
    api: null,
    signal: new AbortController().signal,
    log: silentLog,
    explain: (thrown) => explain(thrown, null),
  });
}

/** Opens with a connection to SCM. */
export function openConnected(
  resource: EphemeralResource<Connection>,
  given: Given,
  api: Connection,
): Promise<Opened> {
  return openEphemeral(resource, configOf(resource.spec.attributes, given), {
    api,
    signal: new AbortController().signal,
    log: silentLog,
    explain: api.explain,
  });
}

function configOf(attributes: EphemeralResource<unknown>["spec"]["attributes"], given: Given): ValueRecord {
  const unknown = Object.keys(given).filter((name) => given[name] instanceof Unknown);
  const known = Object.fromEntries(Object.entries(given).filter(([name]) => !unknown.includes(name)));
  return {
    ...encodeObject(attributes, known),
    ...Object.fromEntries(unknown.map((name) => [name, UNKNOWN])),
  };
}
