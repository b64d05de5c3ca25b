import { type Attributes, encodeMember } from "../../provider/framework/attribute.ts";
import { type Diagnostic, hasError } from "../../provider/framework/diagnostics.ts";
import type { ListResource } from "../../provider/framework/list-resource.ts";
import { validateConfig } from "../../provider/framework/validate.ts";
import { planningView } from "../../provider/framework/view.ts";

/** What a client is told of the configuration of a list; arguments that are left out are null. */
export function judgeConfigured<Api>(
  { spec, handlers }: ListResource<Api>,
  given: Readonly<Record<string, unknown>>,
): readonly Diagnostic[] {
  const { attributes }: { attributes: Attributes } = spec;
  const config = Object.fromEntries(
    Object.entries(attributes).map(([name, attr]) => [name, encodeMember(name, attr, given[name] ?? null)]),
  );
  const own = validateConfig(attributes, config, { areWriteOnlyAllowed: false });
  if (hasError(own)) return own;
  // Decoded by the attributes that typed the handler.
  return handlers.validate?.(planningView(attributes, config) as never) ?? [];
}
