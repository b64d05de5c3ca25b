import type { Attributes } from "../../framework/attribute.ts";
import { Decimal } from "../../framework/decimal.ts";
import { type Diagnostic, error, hasError } from "../../framework/diagnostics.ts";
import { completeConfig } from "../../framework/plan/steps.ts";
import { unknownType } from "../../framework/unknown-type.ts";
import { validateConfig } from "../../framework/validate.ts";
import type { ValueRecord } from "../../framework/value.ts";
import { planningView, settable } from "../../framework/view.ts";
import type {
  DynamicValue,
  ValidateActionConfig_Request,
  ValidateDataResourceConfig_Request,
  ValidateEphemeralResourceConfig_Request,
  ValidateListResourceConfig_Request,
  ValidateProviderConfig_Request,
  ValidateResourceConfig_Request,
} from "../gen/tfplugin6_pb.js";
import { objectFrom, repeatedFrom, valueFrom } from "../wire.ts";
import type { Call } from "./call.ts";

interface Validated {
  readonly attributes: Attributes;
  /** Cross-attribute rules; their values are decoded with the same attributes that typed them. */
  readonly rules: ((config: never) => readonly Diagnostic[]) | undefined;
  readonly config: ValueRecord | null;
  readonly areWriteOnlyAllowed?: boolean;
}

export function validateProviderConfig(
  { server }: Call,
  request: ValidateProviderConfig_Request,
): readonly Diagnostic[] {
  const { attributes, validate: rules } = server.provider;
  return validated(server.explain, { attributes, rules, config: objectFrom(attributes, request.config) });
}

export function validateResourceConfig(
  { server }: Call,
  request: ValidateResourceConfig_Request,
): readonly Diagnostic[] {
  const resource = server.resources.get(request.typeName);
  if (resource === undefined)
    return [unknownType("resource type", request.typeName, server.resources.keys())];
  return validated(server.explain, {
    attributes: resource.spec.attributes,
    rules: resource.handlers.validate,
    config: repeatedFrom(resource.spec.attributes, request.config),
    areWriteOnlyAllowed: request.clientCapabilities?.writeOnlyAttributesAllowed === true,
  });
}

export function validateDataResourceConfig(
  { server }: Call,
  request: ValidateDataResourceConfig_Request,
): readonly Diagnostic[] {
  const source = server.dataSources.get(request.typeName);
  if (source === undefined) return [unknownType("data source", request.typeName, server.dataSources.keys())];
  const { attributes } = source.spec;
  return validated(server.explain, {
    attributes,
    rules: source.handlers.validate,
    config: objectFrom(attributes, request.config),
  });
}

export function validateEphemeralResourceConfig(
  { server }: Call,
  request: ValidateEphemeralResourceConfig_Request,
): readonly Diagnostic[] {
  const resource = server.ephemeralResources.get(request.typeName);
  if (resource === undefined)
    return [unknownType("ephemeral resource", request.typeName, server.ephemeralResources.keys())];
  const { attributes } = resource.spec;
  return validated(server.explain, {
    attributes,
    rules: resource.handlers.validate,
    config: objectFrom(attributes, request.config),
  });
}

export function validateListResourceConfig(
  { server }: Call,
  request: ValidateListResourceConfig_Request,
): readonly Diagnostic[] {
  const list = server.listResources.get(request.typeName);
  if (list === undefined)
    return [unknownType("list resource", request.typeName, server.listResources.keys())];
  const { attributes } = list.spec;
  const { validate: rules } = list.handlers;
  // A block without a `config` is sent as none.
  const config = objectFrom(attributes, request.config) ?? {};
  return [...judgeLimit(request.limit), ...validated(server.explain, { attributes, rules, config })];
}

function judgeLimit(wire: DynamicValue | undefined): readonly Diagnostic[] {
  const limit = wire === undefined ? null : valueFrom({ kind: "number" }, wire);
  if (!(limit instanceof Decimal) || Number(String(limit)) >= 0) return [];
  return [error("Invalid value for limit", `0 or more is required, ${limit} is given.`)];
}

export function validateActionConfig(
  { server }: Call,
  request: ValidateActionConfig_Request,
): readonly Diagnostic[] {
  const action = server.actions.get(request.actionType);
  if (action === undefined) return [unknownType("action", request.actionType, server.actions.keys())];
  const { attributes } = action.spec;
  const { validate: rules } = action.handlers;
  const config = objectFrom(attributes, request.config) ?? {};
  return validated(server.explain, { attributes, rules, config });
}

function validated(explain: (thrown: unknown) => Diagnostic, subject: Validated): readonly Diagnostic[] {
  const { config } = subject;
  if (config === null)
    return [error("Missing configuration", "Terraform sent no configuration to validate.")];
  const { areWriteOnlyAllowed = false } = subject;
  const own = validateConfig(subject.attributes, config, { areWriteOnlyAllowed });
  // Rules may assume that every single value is fine.
  if (hasError(own) || subject.rules === undefined) return own;
  return [...own, ...ruled(explain, subject.rules, { attributes: subject.attributes, config })];
}

function ruled(
  explain: (thrown: unknown) => Diagnostic,
  rules: (config: never) => readonly Diagnostic[],
  { attributes, config }: { readonly attributes: Attributes; readonly config: ValueRecord },
): readonly Diagnostic[] {
  try {
    return rules(planningView(settable(attributes), completeConfig(attributes, config)) as never);
  } catch (thrown) {
    return [explain(thrown)];
  }
}
