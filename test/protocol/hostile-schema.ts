import { ExtData } from "@msgpack/msgpack";
import {
  type Schema,
  type Schema_Attribute,
  type Schema_Object,
  Schema_Object_NestingMode,
} from "../../provider/protocol/gen/tfplugin6_pb.js";

/** What Terraform knows later: it leaves the rest of an object out of the question. */
export const UNKNOWN = new ExtData(0, new Uint8Array([0]));

/** A value with one text in it replaced, and where that text stands. */
interface Change {
  readonly at: string;
  readonly value: unknown;
}

/** An attribute's type as Terraform's schema has it: `"string"`, `["list", "string"]`, `["object", {…}]`. */
type Cty = string | readonly [string, Cty] | readonly ["object", Readonly<Record<string, Cty>>];

/** All values of a schema's configuration in which one text, or one key of a map, is the given one; one change each. */
export function changesOf(schema: Schema | undefined, text: string): readonly Change[] {
  const attributes = (schema?.block?.attributes ?? []).filter(
    ({ optional, required }) => optional || required,
  );
  return membersOf(attributes, text);
}

function membersOf(attributes: readonly Schema_Attribute[], text: string): readonly Change[] {
  return attributes.flatMap((attribute) =>
    valuesOf(attribute, text).map(({ at, value }) => ({
      at: `${attribute.name}${at}`,
      value: { [attribute.name]: value },
    })),
  );
}

function valuesOf({ type, nestedType }: Schema_Attribute, text: string): readonly Change[] {
  if (nestedType !== undefined) return nested(nestedType, text);
  return typed(JSON.parse(new TextDecoder().decode(type)) as Cty, text);
}

function nested({ attributes, nesting }: Schema_Object, text: string): readonly Change[] {
  const settable = attributes.filter(({ optional, required }) => optional || required);
  const unset = Object.fromEntries(attributes.map(({ name }) => [name, UNKNOWN]));
  return membersOf(settable, text).flatMap(({ at, value }): readonly Change[] => {
    const object = { ...unset, ...(value as object) }; // made by membersOf
    if (nesting === Schema_Object_NestingMode.SINGLE) return [{ at: `.${at}`, value: object }];
    if (nesting !== Schema_Object_NestingMode.MAP) return [{ at: `[0].${at}`, value: [object] }];
    return [
      { at: `["k"].${at}`, value: { k: object } },
      { at: "[key]", value: { [text]: object } },
    ];
  });
}

function typed(type: Cty, text: string): readonly Change[] {
  if (typeof type === "string") return type === "string" ? [{ at: "", value: text }] : [];
  const [kind, element] = type;
  if (kind === "object") return objectChanges(element as Readonly<Record<string, Cty>>, text);
  const within = typed(element as Cty, text);
  if (kind !== "map") return within.map(({ at, value }) => ({ at: `[0]${at}`, value: [value] }));
  const keyed = { at: "[key]", value: { [text]: UNKNOWN } };
  return [keyed, ...within.map(({ at, value }) => ({ at: `["k"]${at}`, value: { k: value } }))];
}

function objectChanges(members: Readonly<Record<string, Cty>>, text: string): readonly Change[] {
  const unset = Object.fromEntries(Object.keys(members).map((name) => [name, UNKNOWN]));
  return Object.entries(members).flatMap(([name, type]) =>
    typed(type, text).map(({ at, value }) => ({ at: `.${name}${at}`, value: { ...unset, [name]: value } })),
  );
}
