import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";

/** A guide, by what its front matter says and what it links to. */
interface Guide {
  /** Name of its file, without the extension. */
  readonly slug: string;
  readonly title: string;
  readonly description: string;
  readonly text: string;
}

/** The hand-written guides in `docs/guides`. What they link to decides which guides a reference page names. */
export class Guides {
  readonly #all: readonly Guide[];

  /** @param folder holds the guides */
  constructor(folder: string) {
    const files = readdirSync(folder).sort();
    this.#all = files.map((file) => readGuide(join(folder, file), file.replace(/\.md$/, "")));
  }

  /** Slugs of guides that `headings` do not list; the index must name every guide. */
  unlisted(listed: readonly string[]): readonly string[] {
    return this.#all.map(({ slug }) => slug).filter((slug) => !listed.includes(slug));
  }

  /** A list with the title and the description of each guide, linked below `base`. */
  list(slugs: readonly string[], base: string): string {
    return slugs
      .map((slug) => {
        const { title, description } = this.#need(slug);
        return `- [${title}](${base}/guides/${slug}): ${description}`;
      })
      .join("\n");
  }

  /** The guides that link to a page, as links from that page. */
  about(page: string): string {
    return this.#all
      .filter(({ text }) => text.includes(`](../${page}.md`))
      .map(({ slug, title }) => `[${title}](../guides/${slug}.md)`)
      .join(", ");
  }

  #need(slug: string): Guide {
    const found = this.#all.find((guide) => guide.slug === slug);
    if (found === undefined) throw new Error(`docs/guides/${slug}.md does not exist`);
    return found;
  }
}

function readGuide(file: string, slug: string): Guide {
  const text = readFileSync(file, "utf8");
  const [, front = ""] = text.split(/^---$/m);
  const { page_title: title, description } = parse(front) as { page_title: string; description: string };
  return { slug, title, description, text };
}
