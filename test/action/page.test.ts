import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openPage, startBrowser } from "../support/page-browser.ts";
import { type Job, startJob } from "./support/job.ts";

const NOW = "2026-11-30T09:00:00Z";
const RECORDS = 400;
const HOSTILE = '</script><img src=x onerror="window.hurt=1"><b>=cmd|x</b>';
const SCHEMA = new URL("../../action/schemas/inventory-1.schema.json", import.meta.url);
const INPUTS = { command: "inventory", html: "out/page.html", json: "out/inventory.json", limit: 9999 };

let browser: Browser;
let job: Job;
/** What the page is about, as JSON. */
let shown: {
  readonly counts: Readonly<Record<string, Readonly<Record<string, number>>>> & { readonly total: number };
  readonly certificates: readonly Readonly<Record<string, unknown>>[];
};
let outputs: Readonly<Record<string, string>>;

beforeAll(async () => {
  browser = await startBrowser();
  job = await startJob({
    scm: { now: Date.parse(NOW), records: RECORDS },
    environment: { SECTIGO_TEST_CLOCK: NOW },
    files: {
      "rules.json": JSON.stringify([
        {
          name: "all",
          conditions: [{ attribute: "certificate_id", operator: "is_set" }],
          owners: ["owner@example.test"],
          tags: ["web"],
        },
      ]),
    },
  });
  await job.scm.control.renameOrganization(7003, HOSTILE);
  const run = await job.runner.run({
    ...job.inputs,
    ...INPUTS,
    "include-expired": "true",
    rules: "rules.json",
  });
  expect(run.code).toBe(0);
  outputs = run.outputs;
  shown = JSON.parse(job.runner.read("out/inventory.json"));
});

afterAll(async () => {
  await browser?.close();
  await job?.[Symbol.asyncDispose]();
});

const open = (options: Parameters<typeof openPage>[2] = {}) =>
  openPage(browser, join(job.runner.workspace, "out/page.html"), options);

/** Counts of a plot, all of them: `number` by label. */
async function countsOf(page: Page, name: string): Promise<Record<string, number>> {
  const facet = page.locator(`section.facet[aria-labelledby="facet-${name}"]`);
  const more = facet.locator("button.more");
  if ((await more.count()) > 0) await more.click();
  const labels = await facet.locator(".label").allTextContents();
  const numbers = await facet.locator(".number").allTextContents();
  return Object.fromEntries(labels.map((label, at) => [label, numberIn(numbers[at])]));
}

function numberIn(text: string | null | undefined): number {
  return Number((text ?? "").replaceAll(",", "").match(/\d+/)?.[0]);
}

async function left(page: Page): Promise<number> {
  return numberIn(await page.getByRole("status").textContent());
}

function number(wanted: (row: Readonly<Record<string, unknown>>) => boolean): number {
  return shown.certificates.filter(wanted).length;
}

describe("S85 the inventory's page, in a browser", () => {
  it("counts what the data counts, and shows first what needs doing", async () => {
    await using opened = await open();
    const { page } = opened;
    expect(shown.certificates).toHaveLength(shown.counts.total);
    const schema: object = JSON.parse(readFileSync(SCHEMA, "utf8"));
    const validate = new Ajv2020({ allowUnionTypes: true }).compile(schema);
    expect(validate(shown), JSON.stringify(validate.errors)).toBe(true);
    expect(await left(page)).toBe(shown.counts.total);
    const { byStatus, byType, byIssuer, byKeyType } = shown.counts;
    expect(await countsOf(page, "status")).toEqual(byStatus);
    expect(await countsOf(page, "type")).toEqual(byType);
    expect(await countsOf(page, "issuer")).toEqual(byIssuer);
    expect(await countsOf(page, "key")).toEqual(byKeyType);
    const organizations = Object.values(await countsOf(page, "organization")).sort();
    expect(organizations).toEqual(Object.values(shown.counts.byOrganization ?? {}).sort());
    const alone = number(({ hasSuccessor }) => hasSuccessor === false);
    expect(numberIn(await page.locator(".card-90 b").textContent())).toBe(alone);
    expect(await page.locator(".card-30 b").textContent()).toBe(outputs["expiring-without-successor"]);
    const headings = await page.locator("h2").allTextContents();
    expect(headings[0]).toBe("Ends without a successor");
    const weeks = await page.evaluate<string[]>(
      "[...document.querySelectorAll('g.week')].map((week) => week.getAttribute('aria-label'))",
    );
    const ends = weeks.reduce((sum, label) => sum + numberIn(label.split(": ")[1]), 0);
    expect(ends).toBe(byStatus?.Issued);
    expect(await opened.offences()).toEqual([]);
  });

  it("filters by search, plots and cards, and the address brings the same view back", async () => {
    await using opened = await open();
    const { page } = opened;
    await page.locator(".card-30").click();
    expect(await left(page)).toBe(Number(outputs["expiring-without-successor"]));
    await page.locator(".card-30").click();
    await page
      .locator('section[aria-labelledby="facet-status"]')
      .getByRole("button", { name: "Revoked" })
      .click();
    expect(await left(page)).toBe(shown.counts.byStatus?.Revoked);
    // Beside its own filter a plot still shows what else there is.
    expect(await countsOf(page, "status")).toEqual(shown.counts.byStatus);
    await page.locator('section[aria-labelledby="facet-type"]').getByRole("button", { name: "ssl" }).click();
    expect(await left(page)).toBe(number(({ status, type }) => status === "Revoked" && type === "ssl"));
    await page.getByRole("button", { name: "Show all" }).click();
    await page.getByLabel("Search").fill("H1 EXAMPLE");
    const found = await left(page);
    expect(found).toBeGreaterThan(0);
    expect(found).toBeLessThan(shown.counts.total);
    await page.locator("thead").getByRole("button", { name: "Name" }).click();
    await page.locator("thead").getByRole("button", { name: "Name" }).click();
    await page.waitForURL(/text=H1/);
    const hash = new URL(page.url()).hash;
    const first = await page.locator("tbody tr:not(.gap) a").first().textContent();
    await using again = await open({ hash });
    expect(await left(again.page)).toBe(found);
    expect(await again.page.locator("tbody tr:not(.gap) a").first().textContent()).toBe(first);
    expect(await again.page.locator("thead th").first().getAttribute("aria-sort")).toBe("descending");
    expect([...(await opened.offences()), ...(await again.offences())]).toEqual([]);
  });

  it("is worked by the keyboard: weeks by arrows, a certificate by Enter, and back", async () => {
    await using opened = await open();
    const { page } = opened;
    await page.locator("g.week").first().focus();
    for (const key of ["ArrowRight", "ArrowRight", "Enter"]) await page.keyboard.press(key);
    const week = page.locator("g.week").nth(2);
    expect(await week.getAttribute("aria-pressed")).toBe("true");
    expect(await left(page)).toBe(numberIn((await week.getAttribute("aria-label"))?.split(": ")[1]));
    await page.locator("tbody tr:not(.gap) a").first().focus();
    const name = await page.locator("tbody tr:not(.gap) a").first().textContent();
    await page.keyboard.press("Enter");
    const heading = page.locator("article h2");
    expect(await heading.textContent()).toBe(name);
    await expect
      .poll(() => page.evaluate("document.activeElement === document.querySelector('article h2')"))
      .toBe(true);
    const texts = await page.locator("article h3").allTextContents();
    expect(texts).toEqual(expect.arrayContaining(["History", "Facts", "Where to renew it"]));
    await page.goBack();
    expect(await page.locator("g.week").nth(2).getAttribute("aria-pressed")).toBe("true");
    expect(await opened.offences()).toEqual([]);
  });

  it("saves what is shown as CSV: rows by filter, columns by choice, text for spreadsheets", async () => {
    await using opened = await open({ hash: "#status=Revoked&columns=commonName,organization,serialNumber" });
    const { page } = opened;
    await page.getByText("Columns", { exact: true }).click();
    await page.getByLabel("SCM id").check();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Save as CSV" }).click(),
    ]);
    const text = readFileSync(await download.path(), "utf8");
    const [head, ...lines] = text
      .replace(/^\uFEFF/, "")
      .trimEnd()
      .split("\r\n");
    expect(head).toBe("Name,Organization,SCM id,Serial number");
    expect(lines).toHaveLength(shown.counts.byStatus?.Revoked ?? 0);
    expect(text).not.toMatch(/(^|,|\n)[=+@-]/);
    expect(await opened.offences()).toEqual([]);
  });

  it("leaves a stranger's text text, and makes none of it", async () => {
    await using opened = await open({ hash: `#${new URLSearchParams({ organization: HOSTILE })}` });
    const { page } = opened;
    expect(await left(page)).toBe(shown.counts.byOrganization?.["7003"]);
    expect(await page.locator("tbody td", { hasText: "</script>" }).count()).toBeGreaterThan(0);
    expect(await page.locator("img, b:has-text('cmd')").count()).toBe(0);
    expect(await page.evaluate("window.hurt")).toBeUndefined();
    expect(await opened.offences()).toEqual([]);
    // The policy holds: markup can't be made from text, not even by a script of the page's own.
    await expect(page.evaluate("document.body.innerHTML = '<p>x</p>'")).rejects.toThrow(/TrustedHTML/);
    await expect(page.evaluate("fetch('https://example.test/')")).rejects.toThrow();
    expect((await opened.offences()).join("\n")).toContain("connect-src");
  });

  it.each([
    ["light", { colorScheme: "light" }],
    ["dark", { colorScheme: "dark" }],
    ["on a phone", { viewport: { width: 390, height: 800 } }],
    ["with a filter that leaves nothing", { hash: "#text=nowhere-to-be-found" }],
  ] as const)("axe finds nothing, %s", async (_name, options) => {
    await using opened = await open(options);
    await opened.page.getByText("Columns", { exact: true }).click();
    expect(await opened.axe()).toEqual([]);
    expect(await opened.page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
  });

  it("axe finds nothing on a certificate's own page, nor where there is none", async () => {
    const { type, certificateId } = shown.certificates[0] ?? {};
    for (const id of [`${type}-${certificateId}`, "ssl-1"]) {
      await using opened = await open({ hash: `#certificate=${id}` });
      expect(await opened.axe()).toEqual([]);
    }
  });

  it("prints all rows of the table, and no tools", async () => {
    await using opened = await open({ hash: "#type=ssl" });
    const { page } = opened;
    const rows = page.locator("tbody tr:not(.gap)");
    expect(await rows.count()).toBeLessThan(shown.counts.byType?.ssl ?? 0);
    await page.emulateMedia({ media: "print" });
    await expect.poll(() => rows.count()).toBe(shown.counts.byType?.ssl);
    expect(await page.getByRole("button", { name: "Save as CSV" }).isVisible()).toBe(false);
    expect((await page.pdf()).length).toBeGreaterThan(10_000);
    expect(await opened.offences()).toEqual([]);
  });

  it("names persons only where they are asked for", async () => {
    for (const file of ["out/page.html", "out/inventory.json"])
      expect(job.runner.read(file)).not.toMatch(/owner@example|person\d+@example|Person \d/);
    const inputs = { ...job.inputs, ...INPUTS, html: "out/persons.html", rules: "rules.json" };
    await job.runner.run({ ...inputs, "show-persons": "true" });
    await using opened = await openPage(browser, join(job.runner.workspace, "out/persons.html"));
    expect(await countsOf(opened.page, "owners")).toEqual({ "owner@example.test": await left(opened.page) });
  });

  it("tells on a certificate's page what imports noticed, where the store is kept, and of persons only that", async () => {
    const inputs = { ...job.inputs, ...INPUTS, html: "out/history.html", store: "kept/inventory.sqlite" };
    const [{ sslId } = { sslId: 0 }] = await job.scm.control.certificates();
    await job.runner.run({ ...inputs, "include-expired": "true" });
    await job.scm.control.act(sslId, "edit", {
      comments: "<i>moved</i>",
      externalRequester: "jo@example.test",
    });
    const later = { SECTIGO_TEST_CLOCK: "2026-12-02T09:00:00Z" };
    await job.scm.control.setClock("2026-12-02T09:00:00Z");
    await job.runner.run({ ...inputs, "include-expired": "true" }, later);
    await job.scm.control.setClock(NOW);
    expect(job.runner.read("out/history.html")).not.toContain("jo@example.test");
    const path = join(job.runner.workspace, "out/history.html");
    await using opened = await openPage(browser, path, { hash: `#certificate=ssl-${sslId}` });
    const history = opened.page.getByRole("region", { name: "History" });
    expect(await history.textContent()).toMatch(
      /2026-12-02 09:00 UTC noticed: changed.*comments: .* to <i>moved<\/i>/,
    );
    expect(await history.textContent()).toContain("external_requesters changed");
    expect(await opened.offences()).toEqual([]);
  });

  it("says at the top what is missing, and how old it is", async () => {
    const fault = {
      route: "POST /report/v1/device-certificates",
      kind: "status",
      status: 503,
      times: 99,
    } as const;
    await job.scm.control.plantFault(fault);
    await job.runner.run({ ...job.inputs, ...INPUTS, html: "out/partial.html" });
    await job.scm.control.clearFaults();
    await using opened = await openPage(browser, join(job.runner.workspace, "out/partial.html"));
    const trust = opened.page.getByRole("region", { name: "Completeness" });
    expect(await trust.textContent()).toMatch(/Not complete.*device: .*organization.*503/s);
    expect(await trust.textContent()).toContain("ssl2026-11-30 09:00 UTC");
  });

  it("never looks whole where it has not all: beyond 250,000 it says which ones it has", async () => {
    const whole = job.runner.read("out/page.html");
    const cut = whole.replace(/"total":\d+,"rows":/, '"total":260000,"rows":');
    expect(cut).not.toBe(whole);
    const path = join(job.runner.workspace, "out/cut.html");
    writeFileSync(path, cut);
    await using opened = await openPage(browser, path);
    const trust = opened.page.getByRole("region", { name: "Completeness" });
    expect(await trust.getAttribute("class")).toBe("trust partial");
    const rows = shown.counts.total.toLocaleString("en-US");
    expect(await trust.textContent()).toContain(`Of 260,000 certificates it has the ${rows} that end first`);
    expect(await opened.axe()).toEqual([]);
    expect(await opened.offences()).toEqual([]);
  });
});
