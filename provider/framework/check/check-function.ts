import type { ProviderFunction } from "../function.ts";
import { typeFromJson, typeToJson } from "../type.ts";

const NAME = /^[a-z_][a-z0-9_]*$/;

/**
 * What Terraform refuses or panics at in a function. One sentence per finding.
 * Source: hashicorp/terraform, internal/providers/functions.go and its schema checks.
 */
export function checkFunction({ name, spec }: ProviderFunction): readonly string[] {
  const at = `function ${name}`;
  const named = Object.entries(spec.parameters);
  const { rest } = spec;
  const parameters = rest === undefined ? named : [...named, [rest.name, rest] as const];
  return [
    ...(NAME.test(name) ? [] : [`${at}: "${name}" is not a name for a function`]),
    ...(spec.summary.trim() === "" || spec.summary.includes("\n") ? [`${at}: its summary is one line`] : []),
    ...(spec.doc.trim() === "" ? [`${at}: has no doc`] : []),
    ...(spec.deprecated?.trim() === "" ? [`${at}: deprecated does not say what to use instead`] : []),
    // A cast can leave it out, and Terraform panics at a function without one.
    ...(isType(spec.returns?.type) ? [] : [`${at}: returns nothing`]),
    ...(rest !== undefined && Object.hasOwn(spec.parameters, rest.name)
      ? [`${at}: ${rest.name}: declared twice`]
      : []),
    // JavaScript puts keys that look like numbers first, and arguments would change places.
    ...parameters.flatMap(
      ([
        parameter,
        {
          spec: { doc },
          codec,
        },
      ]) => [
        ...(NAME.test(parameter) ? [] : [`${at}: "${parameter}" is not a name for a parameter`]),
        ...(doc.trim() === "" ? [`${at}: ${parameter}: has no doc`] : []),
        ...(isType(codec?.type) ? [] : [`${at}: ${parameter}: has no type`]),
      ],
    ),
  ];
}

function isType(type: Parameters<typeof typeToJson>[0] | undefined): boolean {
  if (type === undefined) return false;
  try {
    typeFromJson(typeToJson(type));
    return true;
  } catch {
    return false; // that is the finding
  }
}
