/** A Terraform type. Source: object-wire-format.md of hashicorp/terraform, "Schema.Attribute.type". */
export type Type =
  | { readonly kind: "string" | "number" | "bool" | "dynamic" }
  | { readonly kind: "list" | "set" | "map"; readonly element: Type }
  | { readonly kind: "object"; readonly attributes: Readonly<Record<string, Type>> }
  | { readonly kind: "tuple"; readonly elements: readonly Type[] };

export const STRING: Type = { kind: "string" };
export const NUMBER: Type = { kind: "number" };
export const BOOL: Type = { kind: "bool" };
export const DYNAMIC: Type = { kind: "dynamic" };

/** The JSON form of a type: `"string"`, `["list","number"]`, `["object",{"a":"bool"}]` … */
export function typeToJson(type: Type): unknown {
  switch (type.kind) {
    case "list":
    case "set":
    case "map":
      return [type.kind, typeToJson(type.element)];
    case "object":
      return [
        "object",
        Object.fromEntries(Object.entries(type.attributes).map(([k, t]) => [k, typeToJson(t)])),
      ];
    case "tuple":
      return ["tuple", type.elements.map(typeToJson)];
    default:
      return type.kind;
  }
}

/** Reads the JSON form back. @throws TypeError naming the part that is no type. */
export function typeFromJson(json: unknown): Type {
  if (json === "string" || json === "number" || json === "bool" || json === "dynamic") return { kind: json };
  if (Array.isArray(json)) return compoundFromJson(json[0], json[1]);
  throw notAType(json);
}

function compoundFromJson(kind: unknown, argument: unknown): Type {
  if (kind === "list" || kind === "set" || kind === "map") return { kind, element: typeFromJson(argument) };
  if (kind === "tuple" && Array.isArray(argument)) return { kind, elements: argument.map(typeFromJson) };
  if (kind === "object" && typeof argument === "object" && argument !== null) {
    const attributes = Object.entries(argument).map(([name, type]) => [name, typeFromJson(type)] as const);
    return { kind, attributes: Object.fromEntries(attributes) };
  }
  throw notAType([kind, argument]);
}

function notAType(json: unknown): TypeError {
  return new TypeError(`not a Terraform type: ${JSON.stringify(json)?.slice(0, 80)}`);
}
