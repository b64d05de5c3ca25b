import type { AnyAttr, Attributes } from "../framework/attribute.ts";
import { attributeType } from "./type-words.ts";

/** In the order in which registries show them; an attribute stands under the first that it fits. */
const GROUPS: readonly { readonly title: string; readonly has: (attr: AnyAttr) => boolean }[] = [
  { title: "Required", has: ({ spec }) => spec.is === "required" },
  { title: "Optional", has: ({ spec }) => spec.is === "optional" || spec.is === "optionalComputed" },
  { title: "Read-Only", has: ({ spec }) => spec.is === "computed" },
];

/** How one attribute stands in the schema, from the top. */
type Path = readonly string[];

/**
 * What a page says of a set of attributes: groups by who sets them, names in order, then each nested object with an
 * anchor of its own. The form is that of HashiCorp's documentation tool, which readers of registries know.
 * @param heading  marks of the first heading, `###`
 */
export function describeAttributes(attributes: Attributes, heading: string): string {
  const nested = nestedOf(attributes, []);
  const sections = [
    describeGroups(attributes, [], heading),
    ...nested.map(({ path, members }) => {
      const title = `<a id="${anchorOf(path)}"></a>\n### Nested Schema for \`${path.join(".")}\``;
      return `${title}\n\n${describeGroups(members, path, null)}`;
    }),
  ];
  return sections.join("\n\n");
}

function describeGroups(attributes: Attributes, path: Path, heading: string | null): string {
  const sorted = Object.entries(attributes).sort(([a], [b]) => (a < b ? -1 : 1));
  const groups = GROUPS.map(({ title, has }) => {
    const lines = sorted.filter(([, attr]) => has(attr)).map(([name, attr]) => describeOne(name, attr, path));
    return lines.length === 0 ? null : `${titleOf(title, heading)}\n\n${lines.join("\n")}`;
  });
  return groups.filter((group) => group !== null).join("\n\n");
}

const titleOf = (title: string, heading: string | null): string =>
  heading === null ? `${title}:` : `${heading} ${title}`;

function describeOne(name: string, attr: AnyAttr, path: Path): string {
  const { spec, nested } = attr;
  const marks = [
    attributeType(attr),
    ...(spec.sensitive === true ? ["Sensitive"] : []),
    ...(spec.writeOnly === true ? ["Write-only"] : []),
    ...(spec.deprecated === undefined ? [] : ["Deprecated"]),
  ];
  const sentences = [
    spec.doc,
    ...(spec.orElse === undefined ? [] : [`Default: \`${JSON.stringify(spec.orElse)}\`.`]),
    ...(spec.onChange === "recreate" ? ["Changing it destroys the object and creates another."] : []),
    ...(spec.deprecated === undefined ? [] : [spec.deprecated]),
    ...(nested === null ? [] : [`(see [below for nested schema](#${anchorOf([...path, name])}))`]),
  ];
  return `- \`${name}\` (${marks.join(", ")}) ${sentences.join(" ")}`;
}

interface NestedSchema {
  readonly path: Path;
  readonly members: Attributes;
}

/** Each nested object before those inside of it. */
function nestedOf(attributes: Attributes, path: Path): readonly NestedSchema[] {
  return Object.entries(attributes)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([name, { nested }]) => {
      if (nested === null) return [];
      const here = [...path, name];
      return [{ path: here, members: nested.attributes }, ...nestedOf(nested.attributes, here)];
    });
}

const anchorOf = (path: Path): string => `nestedatt--${path.join("--")}`;
