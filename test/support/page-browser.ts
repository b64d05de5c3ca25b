import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { chromiumOrFail } from "./chromium.ts";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** A page with what must not happen on it: it asks for nothing but itself, breaks no policy, and no script of it fails. */
export interface WatchedPage extends AsyncDisposable {
  readonly page: Page;
  /** Requests, violations and errors, in words; empty is good. */
  offences(): Promise<readonly string[]>;
  /** What axe-core finds, each with the element. */
  axe(): Promise<readonly string[]>;
}

export function startBrowser(): Promise<Browser> {
  // Root, as in containers, can't have Chromium's sandbox; what is shown here is our own file.
  return chromium.launch({ executablePath: chromiumOrFail(), args: ["--no-sandbox"] });
}

/** Opens a file as from a disk. @param hash with its hash sign, or nothing */
export async function openPage(
  browser: Browser,
  path: string,
  { hash = "", ...options }: BrowserContextOptions & { readonly hash?: string } = {},
): Promise<WatchedPage> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const found: string[] = [];
  const address = `file://${path}`;
  page.on("request", (request) => {
    if (!request.url().startsWith(address) && !/^(blob|data):/.test(request.url())) found.push(request.url());
  });
  page.on("pageerror", ({ message }) => found.push(message));
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") found.push(message.text());
  });
  await context.addInitScript(
    "window.violations = []; addEventListener('securitypolicyviolation', (e) => violations.push(e.violatedDirective + ' ' + e.blockedURI))",
  );
  await page.goto(`${address}${hash}`);
  await page.locator("h1").waitFor();
  return {
    page,
    offences: async () => [...found, ...(await page.evaluate<string[]>("window.violations"))],
    async axe() {
      await page.evaluate(AXE);
      return page.evaluate<string[]>(
        "axe.run().then(({violations}) => violations.flatMap(({id, nodes}) => nodes.map(({html}) => id + ': ' + html)))",
      );
    },
    [Symbol.asyncDispose]: () => context.close(),
  };
}
