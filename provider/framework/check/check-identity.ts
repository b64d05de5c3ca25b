import type { AnyAttr, Attributes } from "../attribute.ts";
import type { Identity, IdentityAttributes } from "../identity.ts";
import type { ResourceSpec } from "../resource.ts";
import type { Type } from "../type.ts";
import { checkAttributes } from "./check-attributes.ts";
import { checkVersions } from "./check-versions.ts";

/**
 * What Terraform 1.12 refuses in an identity. One sentence per finding.
 * Source: hashicorp/terraform, internal/configs/configschema, identity schemas; terraform-plugin-framework,
 * resource/identityschema.
 */
export function checkIdentity(at: string, { identity }: ResourceSpec<Attributes>): readonly string[] {
  if (identity === undefined) return [];
  const where = `${at}: identity`;
  // The compiler's knowledge of what is allowed in an identity is what is put to the test here.
  const attributes: Attributes = identity.attributes;
  const all = Object.entries(attributes);
  const isTold = all.some(([, { spec }]) => spec.is === "required") || refusesNothing(identity);
  return [
    ...(isTold ? [] : [`${where}: nothing in it is required, so an import by it could be empty`]),
    ...checkAttributes(attributes, `${where}: `),
    ...all.flatMap(([name, attr]) => memberProblems(attr).map((problem) => `${where}: ${name}: ${problem}`)),
    ...checkVersions(where, "an identity", identity),
  ];
}

/** Where there are several ways to say which object is meant, none of them is required, and `find` refuses none at all. */
function refusesNothing({ attributes, find }: Identity<Attributes, IdentityAttributes>): boolean {
  const nothing = Object.fromEntries(Object.keys(attributes).map((name) => [name, null]));
  try {
    find(nothing as never);
    return false;
  } catch {
    return true;
  }
}

function memberProblems({ spec, type, nested }: AnyAttr): readonly string[] {
  const isGiven = spec.is === "required" || spec.is === "optional";
  const isPlain =
    nested === null && (isPrimitive(type) || (type.kind === "list" && isPrimitive(type.element)));
  const isTreated = spec.onChange ?? spec.same ?? spec.orElse ?? spec.writeOnly ?? spec.sensitive;
  return [
    ...(isGiven ? [] : ["an import gives it, so it is required or optional"]),
    ...(isPlain ? [] : ["an identity is made of text, numbers, booleans and lists of them"]),
    ...(isTreated === undefined ? [] : ["an identity is compared and shown as it is"]),
  ];
}

const isPrimitive = ({ kind }: Type): boolean => kind === "string" || kind === "number" || kind === "bool";
