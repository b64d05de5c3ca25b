import type { Attributes } from "../framework/attribute.ts";
import type { Provider } from "../framework/provider.ts";

/** What a provider serves, whatever its connection. */
export type Documented = Pick<
  Provider<never>,
  | "name"
  | "doc"
  | "attributes"
  | "resources"
  | "dataSources"
  | "ephemeralResources"
  | "functions"
  | "listResources"
  | "actions"
>;

/**
 * What has no description, or one that is not a sentence, by its path in the configuration. A page can't make up for it,
 * and editors show the same text.
 */
export function missingDescriptions(provider: Documented): readonly string[] {
  const { resources, dataSources, ephemeralResources = [], functions = [] } = provider;
  const { listResources = [], actions = [] } = provider;
  const configured = [
    ...listResources.map((each) => [`list ${provider.name}_${each.name}`, each.spec] as const),
    ...actions.map((each) => [`action ${provider.name}_${each.name}`, each.spec] as const),
  ];
  const types = [...resources, ...dataSources, ...ephemeralResources];
  return [
    ...judge("provider", provider.doc),
    ...judgeAttributes("provider", provider.attributes),
    ...types.flatMap(({ name, spec }) => [
      ...judge(`${provider.name}_${name}`, spec.doc),
      ...judgeAttributes(`${provider.name}_${name}`, spec.attributes),
      ...("identity" in spec && spec.identity !== undefined
        ? judgeAttributes(`identity of ${provider.name}_${name}`, spec.identity.attributes)
        : []),
    ]),
    ...configured.flatMap(([where, { doc, attributes }]) => [
      ...judge(where, doc),
      ...judgeAttributes(where, attributes),
    ]),
    ...functions.flatMap(({ name, spec }) => [
      ...judge(`function ${name}`, spec.doc),
      ...Object.entries(spec.parameters).flatMap(
        ([
          parameter,
          {
            spec: { doc },
          },
        ]) => judge(`function ${name}: ${parameter}`, doc),
      ),
    ]),
  ];
}

function judgeAttributes(where: string, attributes: Attributes): readonly string[] {
  return Object.entries(attributes).flatMap(([name, { spec, nested }]) => {
    const path = `${where}.${name}`;
    return [...judge(path, spec.doc), ...(nested === null ? [] : judgeAttributes(path, nested.attributes))];
  });
}

function judge(path: string, doc: string): readonly string[] {
  return /\S.*[.)]$/s.test(doc) ? [] : [path];
}
