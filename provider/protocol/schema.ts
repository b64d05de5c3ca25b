import type { MessageInitShape } from "@bufbuild/protobuf";
import type { AnyAttr, Attributes } from "../framework/attribute.ts";
import type { AnyParameter, ProviderFunction } from "../framework/function.ts";
import type { Identity, IdentityAttributes } from "../framework/identity.ts";
import { type Type, typeToJson } from "../framework/type.ts";
import {
  type Function_ParameterSchema,
  type FunctionSchema,
  type ResourceIdentitySchemaSchema,
  type Schema_AttributeSchema,
  Schema_Object_NestingMode,
  type SchemaSchema,
  StringKind,
} from "./gen/tfplugin6_pb.js";

const NESTING = {
  single: Schema_Object_NestingMode.SINGLE,
  list: Schema_Object_NestingMode.LIST,
  set: Schema_Object_NestingMode.SET,
  map: Schema_Object_NestingMode.MAP,
} as const;

/** Attributes → the schema message. Everything is a nested attribute; blocks are not used. */
export function schemaTo(spec: {
  readonly version: number;
  readonly doc: string;
  readonly attributes: Attributes;
}): MessageInitShape<typeof SchemaSchema> {
  return {
    version: BigInt(spec.version),
    block: {
      attributes: attributesTo(spec.attributes),
      description: spec.doc,
      descriptionKind: StringKind.MARKDOWN,
    },
  };
}

/** By name, so that the same declaration gives the same bytes. */
function attributesTo(attributes: Attributes): MessageInitShape<typeof Schema_AttributeSchema>[] {
  return Object.entries(attributes)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, attr]) => attributeTo(name, attr));
}

function attributeTo(
  name: string,
  { spec, nested, type }: AnyAttr,
): MessageInitShape<typeof Schema_AttributeSchema> {
  const shape =
    nested === null
      ? { type: typeTo(type) }
      : { nestedType: { attributes: attributesTo(nested.attributes), nesting: NESTING[nested.mode] } };
  return {
    name,
    ...shape,
    description: spec.doc,
    descriptionKind: StringKind.MARKDOWN,
    required: spec.is === "required",
    optional: spec.is === "optional" || spec.is === "optionalComputed",
    // Terraform lets a provider fill in a default only where the attribute may be computed.
    computed: spec.is === "computed" || spec.is === "optionalComputed" || spec.orElse !== undefined,
    sensitive: spec.sensitive === true,
    writeOnly: spec.writeOnly === true,
    deprecated: spec.deprecated !== undefined,
    deprecationMessage: spec.deprecated ?? "",
  };
}

export function identitySchemaTo({
  version,
  attributes,
}: Identity<Attributes, IdentityAttributes>): MessageInitShape<typeof ResourceIdentitySchemaSchema> {
  return {
    version: BigInt(version),
    identityAttributes: Object.entries(attributes).map(([name, { type, spec }]) => ({
      name,
      type: typeTo(type),
      requiredForImport: spec.is === "required",
      optionalForImport: spec.is === "optional",
      description: spec.doc,
    })),
  };
}

export function functionsTo(
  functions: ReadonlyMap<string, ProviderFunction>,
): Record<string, MessageInitShape<typeof FunctionSchema>> {
  return Object.fromEntries([...functions].map(([name, declared]) => [name, functionTo(declared)]));
}

function functionTo({ spec }: ProviderFunction): MessageInitShape<typeof FunctionSchema> {
  const { parameters, rest, returns } = spec;
  return {
    // In the order of the declaration: arguments have no names on the wire.
    parameters: Object.entries(parameters).map(([name, parameter]) => parameterTo(name, parameter)),
    ...(rest && { variadicParameter: parameterTo(rest.name, rest) }),
    return: { type: typeTo(returns.type) },
    summary: spec.summary,
    description: spec.doc,
    descriptionKind: StringKind.MARKDOWN,
    deprecationMessage: spec.deprecated ?? "",
  };
}

function parameterTo(
  name: string,
  { codec, spec }: AnyParameter,
): MessageInitShape<typeof Function_ParameterSchema> {
  return {
    name,
    type: typeTo(codec.type),
    allowNullValue: codec.mayBeNull === true,
    allowUnknownValues: spec.mayBeUnknown === true,
    description: spec.doc,
    descriptionKind: StringKind.MARKDOWN,
  };
}

const typeTo = (type: Type): Uint8Array => new TextEncoder().encode(JSON.stringify(typeToJson(type)));
