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

type AttributeMessage = MessageInitShape<typeof Schema_AttributeSchema>;

interface Described {
  readonly version: number;
  readonly doc: string;
  readonly attributes: Attributes;
}

/** What an attribute may hold: its type or its members, and a description where the declaration's own is not enough. */
interface Shape {
  type?: Uint8Array;
  nestedType?: { attributes: AttributeMessage[]; nesting: Schema_Object_NestingMode };
  description?: string;
}
type ShapeOf = (attr: AnyAttr) => Shape;

/** Attributes → the schema message. Everything is a nested attribute; blocks are not used. */
export function schemaTo(spec: Described): MessageInitShape<typeof SchemaSchema> {
  return schemaWith(spec, (attr) => nestedShape(attr));
}

/**
 * The schema of what goes into state, a resource or a data source: what only the provider sets has a plain object type. As a
 * nested attribute it makes `plan -generate-config-out` crash Terraform up to 1.6 and OpenTofu up to 1.9, which write a
 * configuration for it, and Terraform's mocks (1.16 included) take no values for a list of such objects.
 */
export function stateSchemaTo(spec: Described): MessageInitShape<typeof SchemaSchema> {
  return schemaWith(spec, stateShape);
}

function schemaWith(
  { version, doc, attributes }: Described,
  shapeOf: ShapeOf,
): MessageInitShape<typeof SchemaSchema> {
  return {
    version: BigInt(version),
    block: {
      attributes: attributesTo(attributes, shapeOf),
      description: doc,
      descriptionKind: StringKind.MARKDOWN,
    },
  };
}

/** By name, so that the same declaration gives the same bytes. */
function attributesTo(attributes: Attributes, shapeOf: ShapeOf): AttributeMessage[] {
  return Object.entries(attributes)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, attr]) => attributeTo(name, attr, shapeOf(attr)));
}

function attributeTo(name: string, { spec }: AnyAttr, shape: Shape): AttributeMessage {
  return {
    name,
    description: spec.doc,
    ...shape,
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

function nestedShape({ nested, type }: AnyAttr, membersShape: ShapeOf = nestedShape): Shape {
  return nested === null
    ? { type: typeTo(type) }
    : {
        nestedType: {
          attributes: attributesTo(nested.attributes, membersShape),
          nesting: NESTING[nested.mode],
        },
      };
}

function stateShape(attr: AnyAttr): Shape {
  return attr.spec.is === "computed" ? plainShape(attr) : nestedShape(attr, stateShape);
}

/** An object type has no place for descriptions, so its members are described with the attribute. */
function plainShape({ nested, type, spec }: AnyAttr): Shape {
  return {
    type: typeTo(type),
    ...(nested && { description: `${spec.doc}\n\n${memberLines(nested.attributes, "")}` }),
  };
}

function memberLines(attributes: Attributes, indent: string): string {
  const lines = Object.entries(attributes).flatMap(([name, { spec, nested }]) => [
    `${indent}- \`${name}\`: ${spec.doc}`,
    ...(nested === null ? [] : [memberLines(nested.attributes, `${indent}  `)]),
  ]);
  return lines.join("\n");
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
