import type { AnyAttr, Attributes } from "../attribute.ts";

/** As a framework wants it; Terraform itself would allow a digit first. */
const NAME = /^[a-z_][a-z0-9_]*$/;

/**
 * Rules of the attribute kit that a cast, a spread or a computed spec can get past the compiler, at any depth.
 * @param at prefix that says where these attributes are
 * @returns one sentence per finding
 */
export function checkAttributes(attributes: Attributes, at: string): readonly string[] {
  return Object.entries(attributes).flatMap(([name, attr]) =>
    [...RULES.flatMap((rule) => rule(attr)), ...nameRule(name)]
      .map((problem) => `${at}${name}: ${problem}`)
      .concat(checkMembers(attr, `${at}${name}`)),
  );
}

type Rule = (attr: AnyAttr) => readonly string[];

const isComputed = ({ spec }: AnyAttr): boolean => spec.is === "computed" || spec.is === "optionalComputed";

function nameRule(name: string): readonly string[] {
  return NAME.test(name) ? [] : ["a name is lower-case letters, digits and underscores, no digit first"];
}

const RULES: readonly Rule[] = [
  ({ spec }) => (spec.doc.trim() === "" ? ["has no doc"] : []),
  ({ spec }) => (spec.deprecated?.trim() === "" ? ["deprecated does not say what to use instead"] : []),
  (attr) => (attr.spec.writeOnly && isComputed(attr) ? ["writeOnly and computed exclude each other"] : []),
  ({ spec }) =>
    spec.writeOnly && (spec.onChange !== undefined || spec.same !== undefined || spec.orElse !== undefined)
      ? ["a writeOnly value is never compared or stored: no onChange, same or orElse"]
      : [],
  ({ spec }) =>
    spec.orElse !== undefined && spec.is !== "optional" ? ["only what is optional has a default"] : [],
  (attr) => (attr.spec.keep && !isComputed(attr) ? ["only what is computed can be kept"] : []),
  ({ spec }) => (spec.nullable && spec.is !== "computed" ? ["only what is computed is nullable"] : []),
  ({ spec }) =>
    spec.is === "computed" && (spec.checks !== undefined || spec.partChecks !== undefined)
      ? ["checks judge what users write, not this"]
      : [],
  defaultRule,
];

/** A default stands where a user's value would, so it has to pass as one. */
function defaultRule(attr: AnyAttr): readonly string[] {
  const { orElse, checks = [], partChecks = [] } = attr.spec;
  if (orElse === undefined) return [];
  if (hasComputed(attr)) return ["a default for an object with computed members leaves those null for ever"];
  try {
    const value = attr.encode(orElse as never); // to be found out: `encode` throws when it is not
    const shape = attr.shapeProblem(value);
    const problems = [
      shape,
      ...[...checks, ...partChecks].map((check) => check(attr.decode(value) as never)),
    ];
    return problems.flatMap((problem) => (problem === null ? [] : [`its default fails: ${problem}`]));
  } catch (thrown) {
    return [`its default fails: ${thrown instanceof Error ? thrown.message : String(thrown)}`];
  }
}

function hasComputed({ nested }: AnyAttr): boolean {
  return Object.values(nested?.attributes ?? {}).some((member) => isComputed(member) || hasComputed(member));
}

function checkMembers({ nested }: AnyAttr, at: string): readonly string[] {
  if (nested === null) return [];
  const { mode, attributes } = nested;
  const own = Object.entries(attributes).flatMap(([name, { spec }]) => [
    ...(spec.onChange === undefined
      ? []
      : [`${at}.${name}: onChange belongs to the attribute that holds it`]),
    ...(spec.writeOnly ? [`${at}.${name}: writeOnly belongs to the attribute that holds it`] : []),
    ...(spec.keep && mode === "list"
      ? [`${at}.${name}: keep in a list would follow the position, not the element`]
      : []),
  ]);
  const inSet = mode === "set" ? ofSets(attributes, at) : [];
  return [...own, ...inSet, ...checkAttributes(attributes, `${at}.`)];
}

/** At any depth: Terraform finds an element of a set by its whole value. */
function ofSets(attributes: Attributes, at: string): readonly string[] {
  return Object.entries(attributes).flatMap(([name, attr]) => {
    const { spec, nested } = attr;
    const isOurs = isComputed(attr) || spec.orElse !== undefined || spec.same !== undefined;
    const found = isOurs ? [`${at}.${name}: nothing in a set may be computed, defaulted or respelled`] : [];
    return nested === null ? found : [...found, ...ofSets(nested.attributes, `${at}.${name}`)];
  });
}

/**
 * Resources and data sources send what they compute as plain object types, which have no place for marks on members.
 * @returns one sentence per finding, at any depth
 */
export function checkPlain(attributes: Attributes, at: string): readonly string[] {
  return Object.entries(attributes).flatMap(([name, { spec, nested }]) => {
    if (nested === null) return [];
    if (spec.is !== "computed") return checkPlain(nested.attributes, `${at}${name}.`);
    const isOpen = spec.sensitive !== true && hasSensitive(nested.attributes);
    return isOpen ? [`${at}${name}: a computed object with a sensitive member is sensitive as a whole`] : [];
  });
}

function hasSensitive(attributes: Attributes): boolean {
  return Object.values(attributes).some(
    ({ spec, nested }) => spec.sensitive === true || (nested !== null && hasSensitive(nested.attributes)),
  );
}
