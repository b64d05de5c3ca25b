import type { Action } from "../action.ts";
import type { AnyAttr, Attributes } from "../attribute.ts";
import type { ListResource } from "../list-resource.ts";
import type { Resource } from "../resource.ts";

/**
 * What clients refuse in the configuration of a list resource or an action: it is read and never stored, so nothing of it
 * is the provider's to fill in. A default would announce that. One sentence per finding.
 * Source: hashicorp/terraform 1.14, internal/configs/configschema; terraform-plugin-framework, list/schema and
 * action/schema.
 */
export function checkConfigured(at: string, attributes: Attributes): readonly string[] {
  return Object.entries(attributes).flatMap(([name, attr]) => [
    ...memberProblems(attr).map((problem) => `${at}: ${name}: ${problem}`),
    ...(attr.nested === null ? [] : checkConfigured(`${at}: ${name}`, attr.nested.attributes)),
  ]);
}

function memberProblems({ spec }: AnyAttr): readonly string[] {
  const isComputed = spec.is === "computed" || spec.is === "optionalComputed" || spec.orElse !== undefined;
  return [
    ...(isComputed ? ["nothing computes a part of this configuration, and a default counts as that"] : []),
    ...(spec.writeOnly ? ["writeOnly has a meaning in resources only"] : []),
    ...(spec.onChange === undefined ? [] : ["nothing of it is stored, so no change means anything"]),
  ];
}

/** A list finds objects of a managed resource by its identity; without either there is nothing to find. */
export function checkListed<Api>(
  { name }: ListResource<Api>,
  resources: readonly Resource<Api>[],
): readonly string[] {
  const listed = resources.find((resource) => resource.name === name);
  if (listed === undefined) return [`list resource ${name}: there is no resource of that name`];
  return listed.spec.identity === undefined ? [`list resource ${name}: the resource has no identity`] : [];
}

export type Configured<Api> = Action<Api> | ListResource<Api>;
