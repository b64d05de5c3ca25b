import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type Page, RegistryPages } from "../../test/support/registry-pages.ts";
import { ROOT } from "../build/package-layout.ts";
import { REGISTRY_DOCS } from "./addresses.ts";
import { allPages } from "./all-pages.ts";

const guides = readdirSync(join(ROOT, "docs/guides")).map((file) => `guides/${file}`);
const made = allPages().pages;
const reference = [...made.keys()]
  .filter((path) => path !== "index.md" && !guides.includes(path))
  .map(slugOf);
const pages = new RegistryPages(["", ...guides.map(slugOf), ...reference], (slug) => {
  const path = `${slug === "" ? "index" : slug}.md`;
  return made.get(path) ?? readFileSync(join(ROOT, "docs", path), "utf8");
});

function slugOf(path: string): string {
  return path.replace(/\.md$/, "");
}

/** Where files lie that no registry serves. */
const REPOSITORY = "https://github.com/scm-as-code/terraform-provider-sectigo";

/** Sites of others that pages may lead to. */
const ELSEWHERE = [
  "https://cdktn.io",
  "https://developer.hashicorp.com/terraform/",
  "https://docs.digicert.com/",
  "https://docs.sectigo.com/",
  "https://github.com/Venafi/terraform-provider-venafi",
  "https://opentofu.org/docs/",
  "https://registry.terraform.io/providers/vancluever/acme/",
];

/** What is wrong with a link of a page; null when it leads to something. */
function judge({ address }: Page, href: string): string | null {
  const target = new URL(href, address);
  const anchor = decodeURIComponent(target.hash.slice(1));
  const bare = `${target.origin}${target.pathname}`.replace(/\.md$/, "");
  if (bare === REGISTRY_DOCS || bare.startsWith(`${REGISTRY_DOCS}/`)) {
    const page = pages.at(bare);
    if (page === null) return "no such page";
    return anchor === "" || page.anchors.has(anchor) ? null : "no such heading";
  }
  if (bare.startsWith(`${REPOSITORY}/issues`)) return null;
  const [, file] = /\/(?:blob|tree)\/main\/(.+)$/.exec(target.pathname) ?? [];
  if (target.href.startsWith(`${REPOSITORY}/`) && file !== undefined) {
    return existsSync(join(ROOT, file)) ? null : "no such file";
  }
  return ELSEWHERE.some((site) => target.href.startsWith(site)) ? null : "leads nowhere that is known";
}

describe("pages as the registry shows them", () => {
  it.each(
    pages.all.map((page) => [page.slug === "" ? "index" : page.slug, page] as const),
  )("docs/%s.md leads wherever it links to", (_slug, page) => {
    const faults = page.links.flatMap((href) => {
      const fault = judge(page, href);
      return fault === null ? [] : [`${href}: ${fault}`];
    });
    expect(faults).toEqual([]);
  });

  it("name their guides, and guides lead back", () => {
    const lonely = reference.filter((slug) => {
      const links = pages.at(`${REGISTRY_DOCS}/${slug}`)?.links ?? [];
      return !links.some((link) => link.startsWith("../guides/"));
    });
    expect(lonely).toEqual([]);
  });

  it("have no link that only a checkout could follow", () => {
    const page = pages.at(`${REGISTRY_DOCS}/guides/ci`);
    if (page === null) throw new Error("the guide is gone");
    expect(judge(page, "../../examples/workflows")).toBe("leads nowhere that is known");
    expect(judge(page, "../resources/certificates.md")).toBe("no such page");
    expect(judge(page, "#no-such-heading")).toBe("no such heading");
    expect(judge(page, `${REPOSITORY}/blob/main/no-such-file.md`)).toBe("no such file");
  });
});
