import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { startFakeScm } from "../fake-scm/server.ts";
import { startBrowser } from "../support/page-browser.ts";
import { type Figure, median } from "./timing.ts";

const ROOT = new URL("../..", import.meta.url).pathname;
const RECORDS = 100_000;
const TYPED = "h12 example.test";
const RUNS = 5;
const READY_MS = 5_000;
/** 450 to 480 were measured; on a busy machine Node cleans up later. The smallest hosted runner has 7 GB, one's own may have one. */
const MOST_MB = 550;

/** S85: the inventory's page of 100,000 server certificates, and as many tenths of clients and devices, in Chromium. */
export async function benchPage(): Promise<readonly Figure[]> {
  const built = spawnSync("node", ["action/build/bundle.ts"], { cwd: ROOT, stdio: "inherit" });
  if (built.status !== 0) throw new Error(`the bundle could not be built (${built.status})`);
  const folder = mkdtempSync(join(tmpdir(), "sectigo-bench-"));
  const browser = await startBrowser();
  try {
    const { path, peakMb } = await writePage(folder);
    const shown: number[] = [];
    const bare: number[] = [];
    for (let run = 0; run < RUNS; run += 1) {
      bare.push(await timeOf(await browser.newPage(), "data:text/html,<h1>x</h1>"));
      shown.push(await timeOf(await browser.newPage(), `file://${path}`));
    }
    const page = await browser.newPage();
    await timeOf(page, `file://${path}`);
    // Readers type a moment later: by then the texts to search are ready.
    await page.waitForTimeout(READY_MS);
    const keys = await typingTimes(page);
    const yardstick = `an empty page: ${Math.round(median(bare))} ms`;
    const figure = (what: string, value: number, limit: number | null, unit = "ms"): Figure => ({
      ...{ what: `the inventory's page, ${RECORDS} records: ${what}`, unit, limit, yardstick },
      value: Math.round(value),
    });
    return [
      figure("size", statSync(path).size / 1e6, null, "MB"),
      figure("most memory of the Action that imports and writes it", peakMb, MOST_MB, "MB"),
      figure("until it is shown whole, median", median(shown), 2_000),
      figure("a letter in the search, median", median(keys), 100),
      figure("a letter in the search, the first", keys[0] ?? Number.NaN, null),
      figure("a letter in the search, the slowest after it", Math.max(...keys.slice(1)), null),
    ];
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true });
  }
}

/** Tells the most memory that a process has held, as it ends. Source: getrusage(2), ru_maxrss, kB. */
const TELL_PEAK = `import { writeFileSync } from "node:fs";
process.on("exit", () => writeFileSync(process.env.PEAK_FILE, String(process.resourceUsage().maxRSS / 1_000)));`;

/** Has the Action write the page of a fake account. */
async function writePage(folder: string): Promise<{ readonly path: string; readonly peakMb: number }> {
  const scm = await startFakeScm({ issueDelayMs: 0, records: RECORDS });
  const { customerUri, username, password } = scm.credentials;
  const inputs = { command: "inventory", html: "page.html", "customer-uri": customerUri, username, password };
  const peak = join(folder, "peak");
  const args = ["--import", `data:text/javascript,${encodeURIComponent(TELL_PEAK)}`];
  const child = spawn(process.execPath, [...args, join(ROOT, "action/dist/main.cjs")], {
    env: {
      GITHUB_ACTIONS: "true",
      PEAK_FILE: peak,
      GITHUB_WORKSPACE: folder,
      RUNNER_TEMP: folder,
      "INPUT_BASE-URL": scm.apiUrl,
      ...Object.fromEntries(
        Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]),
      ),
    },
    stdio: "ignore",
  });
  const code = await new Promise((resolve) => child.once("close", resolve));
  await scm.close();
  if (code !== 0) throw new Error(`the Action ended with ${code}`);
  return { path: join(folder, "page.html"), peakMb: Number(readFileSync(peak, "utf8")) };
}

/** From the start of the navigation until the frame in which its heading stands, by the page's own clock. */
async function timeOf(page: Page, address: string): Promise<number> {
  await page.addInitScript(`
    window.shown = new Promise((resolve) => {
      const look = () => document.querySelector("h1") ? requestAnimationFrame(() => resolve(performance.now())) : requestAnimationFrame(look);
      look();
    });`);
  await page.goto(address);
  return page.evaluate<number>("window.shown");
}

/** From each letter until the frame after it was drawn. */
async function typingTimes(page: Page): Promise<readonly number[]> {
  await page.evaluate(`
    window.times = [];
    document.getElementById("text").addEventListener("beforeinput", () => {
      const start = performance.now();
      requestAnimationFrame(() => setTimeout(() => times.push(performance.now() - start)));
    });`);
  await page.getByLabel("Search").focus();
  for (const [index, letter] of [...TYPED].entries()) {
    await page.keyboard.type(letter);
    await page.evaluate(`new Promise((resolve) => {
      const look = () => (times.length > ${index} ? resolve() : requestAnimationFrame(look));
      look();
    })`);
  }
  return page.evaluate<number[]>("window.times");
}
