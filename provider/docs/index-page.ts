import { REGISTRY_DOCS } from "./addresses.ts";
import type { Guides } from "./guides.ts";

/** The guides in the order in which the provider's page lists them. */
export const GUIDE_GROUPS: Readonly<Record<string, readonly string[]>> = {
  Start: ["getting-started", "scm-setup", "requirements", "verifying", "mirrors", "opentofu", "glossary"],
  "Order and renew": ["csr-to-production", "many-certificates", "keys", "renewal", "delivery", "domains"],
  "See the whole account": [
    "inventory",
    "inventory-policies",
    "inventory-trust",
    "shared-inventory",
    "adopting",
    "migrating",
    "sensors",
  ],
  "Run it": [
    "ci",
    "action-oidc",
    "cdktf",
    "cdktf-first-app",
    "cdktf-languages",
    "cdktf-java-csharp",
    "testing",
    "upgrading",
    "limits",
    "troubleshooting",
    "error-codes",
  ],
  Understand: ["architecture", "comparison"],
};

interface Parts {
  readonly template: string;
  readonly guides: Guides;
  /** The guide that has the privileges in a section of its own. */
  readonly setup: string;
}

/**
 * The text of the provider's page. A registry serves it at an address without a slash at its end, so that no relative link
 * of it works both there and on GitHub; its links are absolute.
 */
export function fillIndexPage(
  { template, guides, setup }: Parts,
  own: { readonly example: string; readonly schema: string },
): string {
  const values: Readonly<Record<string, string>> = {
    ...own,
    registry: REGISTRY_DOCS,
    privileges: sectionOf(setup, "Privileges").replaceAll(
      /\]\(([\w-]+)\.md/g,
      `](${REGISTRY_DOCS}/guides/$1`,
    ),
    guides: Object.entries(GUIDE_GROUPS)
      .map(([heading, slugs]) => `### ${heading}\n\n${guides.list(slugs, REGISTRY_DOCS)}`)
      .join("\n\n"),
  };
  return template.replace(/\{\{(\w+)\}\}/g, (_mark, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`{{${name}}} has no value`);
    return value;
  });
}

/** The text below a heading of the second level, up to the next one. */
function sectionOf(markdown: string, heading: string): string {
  const [, below] = markdown.split(`\n## ${heading}\n`);
  if (below === undefined) throw new Error(`there is no heading "${heading}"`);
  return (below.split("\n## ", 1)[0] ?? "").trim();
}
