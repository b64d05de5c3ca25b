import { fieldInvalid, fieldMissing, unparsableBody } from "../errors.ts";

type Kinds = {
  integer: number;
  text: string;
  boolean: boolean;
  texts: readonly string[];
  integers: readonly number[];
  object: Readonly<Record<string, unknown>>;
  objects: readonly Readonly<Record<string, unknown>>[];
};
type Kind = keyof Kinds;
type Shape = Readonly<Record<string, Kind>>;
type Parsed<S extends Shape> = { readonly [Name in keyof S]: Kinds[S[Name]] | undefined };

/**
 * Reads a JSON body by its declared members. All types are judged before any value is: SCM's parser runs before its
 * field checks. Unknown members are ignored, numbers and text turn into each other, null counts as absent.
 * @throws ScmError -1002 for anything that is not the declared shape.
 */
export function parseBody<const S extends Shape>(body: Buffer, shape: S): Parsed<S> {
  return readMembers(parseJson(body), shape);
}

/** Any JSON value of a body. @throws ScmError -1002 */
export function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString("utf8"));
  } catch (error) {
    if (error instanceof SyntaxError) throw unparsableBody();
    throw error;
  }
}

/** The declared members of an already parsed object. @throws ScmError -1002 */
export function readMembers<const S extends Shape>(source: unknown, shape: S): Parsed<S> {
  if (!isObject(source)) throw unparsableBody();
  const members = Object.entries(shape).map(([name, kind]) => [name, readAs(kind, source[name])]);
  // The entries follow the shape one by one, which the compiler can't see through Object.entries.
  return Object.fromEntries(members) as Parsed<S>;
}

function readAs(kind: Kind, value: unknown): unknown {
  if (value === null || value === undefined) return undefined;
  switch (kind) {
    case "integer":
      return readInteger(value);
    case "text":
      return readText(value);
    case "boolean":
      if (typeof value === "boolean") return value;
      throw unparsableBody();
    case "texts":
      return readList(value).map(readText);
    case "integers":
      return readList(value).map((entry) => readInteger(entry) ?? fail());
    case "object":
      if (isObject(value)) return value;
      throw unparsableBody();
    default:
      return readList(value).map((entry) => (isObject(entry) ? entry : fail()));
  }
}

function readInteger(value: unknown): number | undefined {
  if (value === "") return undefined;
  const number = typeof value === "string" && /^-?\d+$/.test(value) ? Number(value) : value;
  if (typeof number === "number" && Number.isInteger(number)) return number;
  throw unparsableBody();
}

function readText(value: unknown): string {
  if (typeof value === "string") return value;
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  throw unparsableBody();
}

function readList(value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  throw unparsableBody();
}

function fail(): never {
  throw unparsableBody();
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The value, or refusal -7 for a member that must be there. */
export function required<T>(name: string, value: T | undefined): T {
  if (value === undefined) throw fieldMissing(name);
  return value;
}

/** Refuses text (-1601) that is shorter or longer than allowed, in UTF-16 units as Java counts. */
export function checkLength(name: string, value: string | undefined, least: number, most: number): void {
  if (value !== undefined && (value.length < least || value.length > most)) throw fieldInvalid(name);
}
