import type { Attributes } from "../framework/attribute.ts";

/** What is read of a provider here. */
interface Declared {
  readonly name: string;
  readonly resources: readonly Served[];
  readonly dataSources: readonly Served[];
}

interface Served {
  readonly name: string;
  readonly spec: { readonly attributes: Attributes };
}

/** Name of a generated interface → its property → the texts that it takes, in the order in which they are declared. */
export type Enumerations = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

/**
 * The arguments that take a few words only, under the names that the kits' generators give them. Terraform's schema does
 * not tell them, so they come from the checks of the provider's own declarations.
 */
export function findEnumerations({ name, resources, dataSources }: Declared): Enumerations {
  const found = [
    ...resources.flatMap((each) => ofBlock(pascal(each.name), each.spec.attributes)),
    ...dataSources.flatMap((each) => ofBlock(pascal(`data_${name}_${each.name}`), each.spec.attributes)),
  ];
  return Object.fromEntries(found);
}

type Entry = readonly [string, Readonly<Record<string, readonly string[]>>];

/** The generators call the arguments of a resource `CertificateConfig`, and what is nested in them `CertificateRenewal`. */
function ofBlock(prefix: string, attributes: Attributes): Entry[] {
  return ofAttributes(`${prefix}Config`, prefix, attributes);
}

function ofAttributes(owner: string, prefix: string, attributes: Attributes): Entry[] {
  const members = Object.entries(attributes);
  const enumerated = members.flatMap(([name, { spec }]) => {
    const words = spec.checks?.find((check) => check.words !== undefined)?.words;
    return words === undefined ? [] : [[camel(name), words] as const];
  });
  const nested = members.flatMap(([name, attribute]) => {
    const inner = prefix + pascal(name);
    return attribute.nested === null ? [] : ofAttributes(inner, inner, attribute.nested.attributes);
  });
  return [...(enumerated.length > 0 ? [[owner, Object.fromEntries(enumerated)] as const] : []), ...nested];
}

function camel(name: string): string {
  return name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

function pascal(name: string): string {
  return name.charAt(0).toUpperCase() + camel(name).slice(1);
}
