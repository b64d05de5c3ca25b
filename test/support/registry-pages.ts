import { Marked } from "marked";
import { REGISTRY_DOCS } from "../../provider/docs/addresses.ts";

/** A page as a registry shows it. */
export interface Page {
  /** Its path below the provider's pages: `guides/ci`; empty for the provider's own page. */
  readonly slug: string;
  readonly address: string;
  /** Targets of its links as they are written. */
  readonly links: readonly string[];
  /** Ids that a link can lead to. */
  readonly anchors: ReadonlySet<string>;
}

/**
 * Pages rendered to HTML at the addresses where the Terraform Registry serves them: it leaves `.md` out of links, and
 * serves the provider's page without a slash at the end, so that a relative link of that page leads one level higher.
 */
export class RegistryPages {
  readonly all: readonly Page[];

  constructor(slugs: readonly string[], read: (slug: string) => string) {
    this.all = slugs.map((slug) => render(slug, read(slug)));
  }

  at(address: string): Page | null {
    return this.all.find((page) => page.address === address) ?? null;
  }
}

function render(slug: string, markdown: string): Page {
  const body = markdown.replace(/^---\n.*?\n---\n/s, "");
  const html = new Marked({ gfm: true, async: false }).parse(body);
  if (typeof html !== "string") throw new Error("rendered asynchronously");
  const headings = [...html.matchAll(/<h[1-6]>(.*?)<\/h[1-6]>/gs)].map(([, text = ""]) => anchorOf(text));
  const own = [...html.matchAll(/<a id="([^"]+)">/g)].map(([, id = ""]) => id);
  return {
    slug,
    address: slug === "" ? REGISTRY_DOCS : `${REGISTRY_DOCS}/${slug}`,
    links: [...html.matchAll(/<a href="([^"]+)"/g)].map(([, href = ""]) => unescapeHtml(href)),
    anchors: new Set([...headings, ...own]),
  };
}

/** The id of a heading, as GitHub and the registry make it. */
function anchorOf(heading: string): string {
  return unescapeHtml(heading.replace(/<[^>]+>/g, ""))
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, "")
    .replaceAll(" ", "-");
}

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };

const unescapeHtml = (text: string): string =>
  text.replace(/&(amp|lt|gt|quot|#39);/g, (whole, name: string) => ENTITIES[name] ?? whole);
