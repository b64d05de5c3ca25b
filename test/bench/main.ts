/**
 * `npm run bench [part …]`: every figure beside a yardstick measured in the same run. Prints a table, then JSON.
 * Ends with 1 when a figure exceeds its limit. Parts: start, answers, size, first-command, plan-…, apply-…, action, requests-…, page,
 * import, import-memory, inventory, shared-import, shared-inventory, refresh-…; all of them without arguments.
 */
import { spawnSync } from "node:child_process";
import { benchAction } from "./action.ts";
import { benchAnswers } from "./answers.ts";
import { benchApply } from "./apply.ts";
import { benchFirstCommand } from "./first-command.ts";
import { benchImport, benchImportMemory } from "./import.ts";
import { benchInventory } from "./inventory.ts";
import { benchManyRequests } from "./many-requests.ts";
import { benchPage } from "./page.ts";
import { benchPlan } from "./plan.ts";
import { benchRefresh } from "./refresh.ts";
import { benchSharedImport, benchSharedInventory } from "./shared-inventory.ts";
import { figuresOfSize, figuresOfStart } from "./start.ts";
import { type Figure, isWithin, tightest } from "./timing.ts";

const PARTS: Readonly<Record<string, () => Promise<readonly Figure[]>>> = {
  start: figuresOfStart,
  answers: benchAnswers,
  size: figuresOfSize,
  "first-command": benchFirstCommand,
  "plan-100": () => benchPlan(100),
  "plan-1000": () => benchPlan(1_000),
  "apply-250": () => benchApply(250),
  "apply-1000": () => benchApply(1_000),
  action: benchAction,
  "requests-100": () => benchManyRequests(100, { judgingS: 0.6, memoryMb: 150 }),
  "requests-300": () => benchManyRequests(300, { judgingS: 0.9, memoryMb: 180 }),
  "requests-1000": () => benchManyRequests(1_000, { judgingS: 1.5, memoryMb: 250 }),
  page: benchPage,
  import: benchImport,
  "import-memory": benchImportMemory,
  inventory: () => benchInventory(1_000_000),
  "shared-import": () => benchSharedImport(100_000),
  "shared-inventory": () => benchSharedInventory(1_000_000),
  "refresh-25": () => benchRefresh({ count: 25, mostRequests: 26, runs: 3 }),
  "refresh-100": () => benchRefresh({ count: 100, mostRequests: 60, runs: 3 }),
  "refresh-1000": () => benchRefresh({ count: 1_000, mostRequests: 60, runs: 3 }),
  "refresh-5000": () => benchRefresh({ count: 5_000, mostRequests: 300, runs: 1 }),
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => PARTS[name] === undefined);
if (unknown.length > 0)
  throw new Error(`no part ${unknown.join(", ")}; there are ${Object.keys(PARTS).join(", ")}`);

const built = spawnSync("node", ["provider/build/package.ts"], { stdio: "inherit" });
if (built.status !== 0) throw new Error(`the package could not be built (${built.status})`);

const figures: Figure[] = [];
for (const [name, part] of Object.entries(PARTS)) {
  if (wanted.length === 0 || wanted.includes(name)) figures.push(...(await part()));
}
for (const figure of figures) {
  const limit = figure.limit === null ? "" : ` (limit ${figure.limit}${figure.unit && ` ${figure.unit}`})`;
  console.log(
    `${isWithin(figure) ? "ok  " : "OVER"} ${figure.what}: ${figure.value} ${figure.unit}${limit}; ${figure.yardstick}`,
  );
}
const worst = tightest(figures);
if (worst?.limit != null)
  console.log(
    `nearest to its limit: ${worst.what}, ${Math.round((100 * worst.value) / worst.limit)} % of it`,
  );
console.log(JSON.stringify(figures));
process.exitCode = figures.every(isWithin) ? 0 : 1;
