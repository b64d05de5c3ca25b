/** A Terraform type. Source: object-wire-format.md of hashicorp/terraform, "Schema.Attribute.type". */
export type Type =
  | { readonly kind: "string" | "number" | "bool" | "dynamic" }
  | { readonly kind: "list" | "set"; readonly element: Type }
  | { readonly kind: "map"; readonly element: Type }
  | { readonly kind: "object"; readonly attributes: Readonly<Record<string, Type>> }
  | { readonly kind: "tuple"; readonly elements: readonly Type[] };

export const STRING: Type = { kind: "string" };
export const NUMBER: Type = { kind: "number" };
export const BOOL: Type = { kind: "bool" };
export const DYNAMIC: Type = { kind: "dynamic" };

/** Type of the element at `index` of a list, set or tuple; "dynamic" where the type has none. */
export function elementType(type: Type, index: number): Type {
  if (type.kind === "tuple") return type.elements[index] ?? DYNAMIC;
  return "element" in type ? type.element : DYNAMIC;
}

/** Type of the member `name` of an object or map; undefined when the type has no such member. */
export function memberType(type: Type, name: string): Type | undefined {
  if (type.kind === "object") return Object.hasOwn(type.attributes, name) ? type.attributes[name] : undefined;
  return "element" in type ? type.element : undefined;
}

export function sameType(a: Type, b: Type): boolean {
  if (a === b) return true;
  if (a.kind !== b.kind) return false;
  if ("element" in a && "element" in b) return sameType(a.element, b.element);
  if (a.kind === "tuple" && b.kind === "tuple") return sameParts(a.elements, b.elements);
  return a.kind === "object" && b.kind === "object" ? sameParts(a.attributes, b.attributes) : true;
}

type Parts = readonly Type[] | Readonly<Record<string, Type>>;

/** Elements by position or attributes by name: an array's entries carry their index as the name. */
function sameParts(a: Parts, b: Parts): boolean {
  const left = new Map(Object.entries<Type>(a));
  const right = Object.entries<Type>(b);
  return (
    left.size === right.length &&
    right.every(([name, type]) => {
      const other = left.get(name);
      return other !== undefined && sameType(other, type);
    })
  );
}

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

/** Reads the JSON form back. @throws TypeError naming the part that is not a type. */
export function typeFromJson(json: unknown): Type {
  if (json === "string" || json === "number" || json === "bool" || json === "dynamic") return { kind: json };
  // An object type may carry a third element, its optional attributes; it means nothing outside input variables.
  if (Array.isArray(json)) return compoundFromJson(json[0], json[1]);
  throw notAType(json);
}

function compoundFromJson(kind: unknown, argument: unknown): Type {
  if (kind === "list" || kind === "set" || kind === "map") return { kind, element: typeFromJson(argument) };
  if (kind === "tuple" && Array.isArray(argument)) return { kind, elements: argument.map(typeFromJson) };
  if (kind === "object" && typeof argument === "object" && argument !== null && !Array.isArray(argument)) {
    const attributes = Object.entries(argument).map(([name, type]) => [name, typeFromJson(type)] as const);
    return { kind, attributes: Object.fromEntries(attributes) };
  }
  throw notAType([kind, argument]);
}

function notAType(json: unknown): TypeError {
  return new TypeError(`not a Terraform type: ${JSON.stringify(json)?.slice(0, 80)}`);
}
