import type { MessageInitShape } from "@bufbuild/protobuf";
import type { AnyAttr, Attributes } from "../framework/attribute.ts";
import { typeToJson } from "../framework/type.ts";
import {
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
      ? { type: new TextEncoder().encode(JSON.stringify(typeToJson(type))) }
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
