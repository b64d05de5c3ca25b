import type { Attributes } from "../../framework/attribute.ts";
import { type Diagnostic, error, hasError } from "../../framework/diagnostics.ts";
import { completeConfig } from "../../framework/plan/steps.ts";
import { unknownType } from "../../framework/unknown-type.ts";
import { validateConfig } from "../../framework/validate.ts";
import type { ValueRecord } from "../../framework/value.ts";
import { planningView, settable } from "../../framework/view.ts";
import type {
  DynamicValue,
  ValidateDataResourceConfig_Request,
  ValidateEphemeralResourceConfig_Request,
  ValidateProviderConfig_Request,
  ValidateResourceConfig_Request,
} from "../gen/tfplugin6_pb.js";
import { objectFrom } from "../wire.ts";
import type { Call } from "./call.ts";

interface Validated {
  readonly attributes: Attributes;
  /** Cross-attribute rules; their values are decoded with the same attributes that typed them. */
  readonly rules: ((config: never) => readonly Diagnostic[]) | undefined;
  readonly wire: DynamicValue | undefined;
  readonly areWriteOnlyAllowed?: boolean;
}

export function validateProviderConfig(
  { server }: Call,
  request: ValidateProviderConfig_Request,
): readonly Diagnostic[] {
  const { attributes, validate: rules } = server.provider;
  return validated(server.explain, { attributes, rules, wire: request.config });
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
    wire: request.config,
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
    wire: request.config,
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
    wire: request.config,
  });
}

function validated(explain: (thrown: unknown) => Diagnostic, subject: Validated): readonly Diagnostic[] {
  const config = objectFrom(subject.attributes, subject.wire);
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
