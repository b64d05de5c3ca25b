import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../build/package-layout.ts";
import { declaredProvider } from "../sectigo/declared-provider.ts";
import { errorCodesPage } from "./codes/page.ts";
import { Examples } from "./examples.ts";
import { Guides } from "./guides.ts";
import { fillIndexPage, GUIDE_GROUPS } from "./index-page.ts";
import { missingDescriptions } from "./missing-descriptions.ts";
import { makePages } from "./pages.ts";
import { subcategoryOf } from "./subcategories.ts";

/** The one guide that is made, by its path below `docs/`. */
export const ERROR_CODES = "guides/error-codes.md";
const GENERATED_CODES =
  "<!-- Made by `npm run generate` from core/scm/code-table.ts and the tables in provider/docs/codes. -->";

interface AllPages {
  /** Path below `docs/` → text. */
  readonly pages: ReadonlyMap<string, string>;
  /** What keeps the pages from being whole, one line each. */
  readonly problems: readonly string[];
}

/** The pages of this provider, made of its declarations, `examples/` and `docs/guides/`. */
export function allPages(): AllPages {
  const provider = declaredProvider();
  const examples = new Examples(join(ROOT, "examples"));
  const guides = new Guides(join(ROOT, "docs/guides"));
  const template = readFileSync(join(ROOT, "provider/docs/index-page.md"), "utf8");
  const setup = readFileSync(join(ROOT, "docs/guides/scm-setup.md"), "utf8");
  const reference = makePages(provider, {
    examples,
    guides,
    subcategoryOf,
    fillIndex: (own) => fillIndexPage({ template, guides, setup }, own),
  });
  const pages = new Map([...reference, [ERROR_CODES, errorCodesPage(GENERATED_CODES)]]);
  const problems = [
    ...missingDescriptions(provider).map((path) => `${path} has no description that is a sentence`),
    ...[...reference.keys()].filter(lacksHeading).map((page) => `${page} has no heading in subcategories.ts`),
    ...guides
      .unlisted(Object.values(GUIDE_GROUPS).flat())
      .map((slug) => `docs/guides/${slug}.md is not in GUIDE_GROUPS of index-page.ts`),
    ...examples.missing.map((path) => `examples/${path} is missing, and a page needs it`),
  ];
  return { pages, problems };
}

function lacksHeading(page: string): boolean {
  return page.includes("/") && subcategoryOf(page.replace(/\.md$/, "")) === null;
}
