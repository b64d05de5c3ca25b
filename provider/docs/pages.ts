import type { Attributes } from "../framework/attribute.ts";
import type { AnyRest, ProviderFunction } from "../framework/function.ts";
import type { Resource } from "../framework/resource.ts";
import { describeAttributes } from "./describe-attributes.ts";
import type { Examples } from "./examples.ts";
import type { Guides } from "./guides.ts";
import type { Documented } from "./missing-descriptions.ts";
import { typeExpression, typeWords } from "./type-words.ts";

/** The least Terraform that knows a kind of thing; null where the provider's own least is enough. */
interface Kind {
  readonly title: string;
  readonly folder: string;
  readonly example: string;
  readonly since: string | null;
}

const RESOURCE: Kind = { title: "Resource", folder: "resources", example: "resource.tf", since: null };
const DATA_SOURCE: Kind = {
  title: "Data Source",
  folder: "data-sources",
  example: "data-source.tf",
  since: null,
};
const EPHEMERAL: Kind = {
  title: "Ephemeral Resource",
  folder: "ephemeral-resources",
  example: "ephemeral-resource.tf",
  since: "Terraform 1.10 or OpenTofu 1.11",
};
const LIST: Kind = {
  title: "List Resource",
  folder: "list-resources",
  example: "list-resource.tfquery.hcl",
  since: "Terraform 1.14; OpenTofu has no list resources",
};
const ACTION: Kind = {
  title: "Action",
  folder: "actions",
  example: "action.tf",
  since:
    "Terraform 1.14; an `action` block is a parse error before that and in OpenTofu, so keep it out of shared modules",
};

/** What pages are made of beside the provider's declarations. */
export interface Around {
  readonly examples: Examples;
  readonly guides: Guides;
  /** @param page its path below `docs/`, without the extension */
  subcategoryOf(page: string): string | null;
  /** The provider's own page, its example and its schema put in. */
  fillIndex(parts: { readonly example: string; readonly schema: string }): string;
}

/**
 * Path below `docs/` → text of each page that a registry shows: made of what the provider declares and of the examples.
 * Source: HashiCorp, "Provider documentation" (folders, front matter).
 */
export function makePages(provider: Documented, around: Around): ReadonlyMap<string, string> {
  const { name, resources, dataSources, ephemeralResources = [], functions = [] } = provider;
  const { listResources = [], actions = [] } = provider;
  const { examples } = around;
  const page = (kind: Kind, each: { name: string; spec: { doc: string; attributes: Attributes } }) => {
    const type = `${name}_${each.name}`;
    const text = typePage({ kind, type, name: each.name, provider: name, ...each.spec }, around);
    return [`${kind.folder}/${each.name}.md`, text] as const;
  };
  return new Map([
    ["index.md", providerPage(provider, around)],
    ...resources.map((each) => {
      const [path, text] = page(RESOURCE, each);
      return [path, `${text}${importSection(`${name}_${each.name}`, each, examples)}`] as const;
    }),
    ...dataSources.map((each) => page(DATA_SOURCE, each)),
    ...ephemeralResources.map((each) => page(EPHEMERAL, each)),
    ...listResources.map((each) => page(LIST, each)),
    ...actions.map((each) => page(ACTION, each)),
    ...functions.map((each) => [`functions/${each.name}.md`, functionPage(name, each, around)] as const),
  ]);
}

function frontMatter(title: string, doc: string, subcategory: string | null): string {
  // The first sentence is what search results show.
  const [first = doc] = doc.split(/(?<=\.)\s/);
  const heading = subcategory === null ? "" : `subcategory: ${JSON.stringify(subcategory)}\n`;
  return `---\npage_title: ${JSON.stringify(title)}\n${heading}description: ${JSON.stringify(first)}\n---\n`;
}

/** Links to the guides that link to this page. */
function guidesLine(page: string, { guides }: Around): string {
  const links = guides.about(page);
  return links === "" ? "" : `\n\nGuides: ${links}.`;
}

/** Says where the text comes from, so that it is not edited by hand. */
const GENERATED = "<!-- Made by `npm run generate` from the provider's schema and examples/. -->";

function providerPage({ name, doc, attributes }: Documented, { examples, fillIndex }: Around): string {
  const body = fillIndex({
    example: examples.need("provider/provider.tf"),
    schema: `## Schema\n\n${describeAttributes(attributes, "###")}`,
  });
  return `${frontMatter(`${titleCase(name)} Provider`, doc, null)}
${GENERATED}

# ${titleCase(name)} Provider

${doc}

${body.trim()}
`;
}

interface TypePage {
  readonly timeoutsMs?: Resource<never>["spec"]["timeoutsMs"];
  readonly kind: Kind;
  readonly type: string;
  readonly name: string;
  readonly provider: string;
  readonly doc: string;
  readonly attributes: Attributes;
}

function typePage(declared: TypePage, around: Around): string {
  const { kind, type, name, provider, doc, attributes } = declared;
  const since = kind.since === null ? "" : `\n\nNeeds ${kind.since}.`;
  const page = `${kind.folder}/${name}`;
  return `${frontMatter(`${type} ${kind.title} - ${provider}`, doc, around.subcategoryOf(page))}
${GENERATED}

# ${type} (${kind.title})

${doc}${since}${guidesLine(page, around)}

## Example Usage

${around.examples.need(`${kind.folder}/${type}/${kind.example}`)}

## Schema
${kind === LIST || kind === ACTION ? IN_CONFIG : ""}
${describeAttributes(attributes, "###")}
${defaultTimeouts(declared)}`;
}

/** Of both, only the provider's own part stands in the schema. */
const IN_CONFIG = "\nThese stand in the block `config`; `provider` and the rest are Terraform's.\n";

/** The defaults of `timeouts` differ from resource to resource, the attribute does not. */
function defaultTimeouts({ attributes, timeoutsMs }: TypePage): string {
  if (timeoutsMs === undefined || attributes.timeouts === undefined) return "";
  const operations = Object.entries(timeoutsMs).map(([name, ms]) => `\`${name}\` ${durationOf(ms)}`);
  return `\nDefaults of \`timeouts\`: ${operations.join(", ")}.\n`;
}

const durationOf = (ms: number): string => (ms % 60_000 === 0 ? `${ms / 60_000}m` : `${ms / 1_000}s`);

/** Said instead of left out: who looks for it shall find an answer. */
const NOT_IMPORTED = "\n## Import\n\nIt can't be imported; declare it and apply.\n";

function importSection(type: string, { spec, handlers }: Resource<never>, examples: Examples): string {
  if (handlers.importState === undefined) return NOT_IMPORTED;
  const folder = `resources/${type}`;
  const { identity } = spec;
  const byIdentity =
    identity === undefined
      ? ""
      : `

From Terraform 1.12 on, \`identity\` may stand in the place of \`id\`:

${Object.entries(identity.attributes)
  .map(([name, { spec: member, type: memberType }]) => {
    const is = member.is === "required" ? "Required" : "Optional";
    return `- \`${name}\` (${typeWords(memberType)}, ${is}) ${member.doc}`;
  })
  .join("\n")}`;
  return `
## Import

${examples.need(`${folder}/import.tf`)}

On the command line:

${examples.need(`${folder}/import.sh`)}${byIdentity}
`;
}

function functionPage(provider: string, { name, spec }: ProviderFunction, around: Around): string {
  const { summary, doc, parameters, rest, returns } = spec;
  const all: readonly (readonly [string, AnyRest | { codec: AnyRest["codec"]; spec: AnyRest["spec"] }])[] = [
    ...Object.entries(parameters),
    ...(rest === undefined ? [] : [[`${rest.name}…`, rest] as const]),
  ];
  const signature = all.map(([parameter, { codec }]) => `${parameter} ${oneLine(codec.type)}`).join(", ");
  const list = all.map(
    ([
      parameter,
      {
        codec,
        spec: { doc: told },
      },
    ]) => {
      const nullable = codec.mayBeNull === true ? ", may be null" : "";
      return `1. \`${parameter}\` (${typeWords(codec.type)}${nullable}) ${told}`;
    },
  );
  const deprecated = spec.deprecated === undefined ? "" : `\n\n**Deprecated.** ${spec.deprecated}`;
  const page = `functions/${name}`;
  return `${frontMatter(`${name} function - ${provider}`, `${summary}.`, around.subcategoryOf(page))}
${GENERATED}

# function: ${name}

${doc}${deprecated}

Needs Terraform 1.8 or OpenTofu 1.7.${guidesLine(page, around)}

## Example Usage

${around.examples.need(`functions/${name}/function.tf`)}

## Signature

\`\`\`text
${name}(${signature}) ${oneLine(returns.type)}
\`\`\`

## Arguments

${list.join("\n")}

## Return Type

\`\`\`terraform
${typeExpression(returns.type)}
\`\`\`
`;
}

/** A signature names the kind of a nested type; its members stand with the argument or below. */
function oneLine(type: Parameters<typeof typeExpression>[0]): string {
  const text = typeExpression(type);
  return text.includes("\n") ? type.kind : text;
}

const titleCase = (name: string): string => `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`;
