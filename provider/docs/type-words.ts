import type { AnyAttr, Nested } from "../framework/attribute.ts";
import type { Type } from "../framework/type.ts";

const SIMPLE = { string: "String", number: "Number", bool: "Boolean", dynamic: "Dynamic" } as const;
const COLLECTIONS = { list: "List", set: "Set", map: "Map" } as const;
const NESTED: Readonly<Record<Nested["mode"], string>> = {
  single: "Attributes",
  list: "Attributes List",
  set: "Attributes Set",
  map: "Attributes Map",
};

/** An attribute's type as readers of Terraform's registry know it: `String`, `Set of String`, `Attributes List`. */
export function attributeType({ type, nested }: AnyAttr): string {
  return nested === null ? typeWords(type) : NESTED[nested.mode];
}

/** `List of String`, `Map of Number`, `Object` … */
export function typeWords(type: Type): string {
  switch (type.kind) {
    case "list":
    case "set":
    case "map":
      return `${COLLECTIONS[type.kind]} of ${typeWords(type.element)}`;
    case "object":
      return "Object";
    case "tuple":
      return "Tuple";
    default:
      return SIMPLE[type.kind];
  }
}

/** A type as one writes it in a configuration: `list(string)`, `object({ name = string })`; deep ones on several lines. */
export function typeExpression(type: Type, indent = ""): string {
  switch (type.kind) {
    case "list":
    case "set":
    case "map":
      return `${type.kind}(${typeExpression(type.element, indent)})`;
    case "tuple":
      return `tuple([${type.elements.map((each) => typeExpression(each, indent)).join(", ")}])`;
    case "object": {
      const deeper = `${indent}  `;
      const members = Object.entries(type.attributes).map(
        ([name, member]) => `${deeper}${name} = ${typeExpression(member, deeper)}\n`,
      );
      return `object({\n${members.join("")}${indent}})`;
    }
    default:
      return type.kind === "dynamic" ? "any" : type.kind;
  }
}
