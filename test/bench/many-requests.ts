import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type FakeScm, startFakeScm } from "../fake-scm/server.ts";
import { startStep, workspaceOf } from "./action.ts";
import type { Figure } from "./timing.ts";

const ROOT = new URL("../..", import.meta.url).pathname;

/** Of a step: organization, SCM profile, validations, one certificate of the CA; and a page of the list for each 200 records. */
const requestsOnce = (count: number): number => 4 + Math.ceil(count / 200);

/** Written when a process ends: what it took of the processor, and the most it held. Source: getrusage(2). */
const TELL_USAGE = `process.on("exit", () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const usage = { ms: (userCPUTime + systemCPUTime) / 1000, mb: maxRSS / 1024 };
  require("node:fs").writeFileSync(process.env.USAGE, JSON.stringify(usage));
});`;

interface Usage {
  readonly ms: number;
  readonly mb: number;
  readonly requests: number;
}

/** So many requests in one step, all of them kept: what judging takes, and what reusing asks of SCM. */
export async function benchManyRequests(
  count: number,
  limits: { readonly judgingS: number; readonly memoryMb: number },
): Promise<readonly Figure[]> {
  const built = spawnSync("node", ["action/build/bundle.ts"], { cwd: ROOT, stdio: "inherit" });
  if (built.status !== 0) throw new Error(`the bundle could not be built (${built.status})`);
  const scm = await startFakeScm({ issueDelayMs: 0 });
  const folder = workspaceOf(count);
  writeFileSync(join(folder, "tell-usage.cjs"), TELL_USAGE);
  try {
    const run = (command: string) => runStep(folder, scm, { COMMAND: command, "MAX-ORDERS": String(count) });
    await run("enroll");
    const checks = [await run("check"), await run("check"), await run("check")];
    const bare = await askBare(folder, scm, count);
    const reused = await run("enroll");
    rmSync(join(folder, "out"), { recursive: true });
    const hosted = await run("enroll");
    return figuresOf({ count, limits, checks, bare, reused, hosted });
  } finally {
    await scm.close();
    rmSync(folder, { recursive: true });
  }
}

interface Measured {
  readonly count: number;
  readonly limits: Parameters<typeof benchManyRequests>[1];
  readonly checks: readonly Usage[];
  readonly bare: Pick<Usage, "ms">;
  readonly reused: Usage;
  readonly hosted: Usage;
}

function figuresOf({ count, limits, checks, bare, reused, hosted }: Measured): readonly Figure[] {
  const seconds = (ms: number): number => Math.round(ms / 10) / 100;
  const once = requestsOnce(count);
  return [
    {
      what: `check of ${count} CSRs that are kept, processor time, least of three`,
      value: seconds(Math.min(...checks.map(({ ms }) => ms))),
      unit: "s",
      limit: limits.judgingS,
      yardstick: `a bare node that asks for as many records: ${seconds(bare.ms)} s`,
    },
    {
      what: `requests of ${count} CSRs that are reused, their files there`,
      ...{ value: reused.requests, unit: "", limit: count + once },
      yardstick: `one for each: ${count}`,
    },
    {
      what: `requests of ${count} CSRs that are reused, their files gone`,
      ...{ value: hosted.requests, unit: "", limit: 2 * count + once },
      yardstick: `record and certificate of each: ${2 * count}`,
    },
    {
      what: `resident memory of check and enroll of these, most`,
      value: Math.round(Math.max(...[...checks, reused].map(({ mb }) => mb))),
      ...{ unit: "MB", limit: limits.memoryMb },
      yardstick: `where all are collected: ${Math.round(hosted.mb)} MB`,
    },
  ];
}

async function runStep(
  folder: string,
  scm: FakeScm,
  inputs: Readonly<Record<string, string>>,
): Promise<Usage> {
  await scm.control.clearRequests();
  const env = { USAGE: join(folder, "usage") };
  const account = { apiUrl: scm.apiUrl, ...scm.credentials };
  const child = startStep(folder, account, { inputs, env, preload: join(folder, "tell-usage.cjs") });
  const usage = await usageOf(child, env.USAGE);
  return { ...usage, requests: (await scm.control.requests()).length };
}

async function usageOf(child: ChildProcess, file: string): Promise<Omit<Usage, "requests">> {
  const code = await new Promise((resolve) => child.once("close", resolve));
  if (code !== 0) throw new Error(`a step ended with ${code}`);
  return JSON.parse(readFileSync(file, "utf8"));
}

/** A process that reads as many records, eight at a time, and does nothing else. */
async function askBare(folder: string, scm: FakeScm, count: number) {
  const { customerUri, username, password } = scm.credentials;
  const [first] = await scm.control.certificates();
  const script = `
    const headers = ${JSON.stringify({ customerUri, login: username, password })};
    let left = ${count};
    const worker = async () => {
      while (left-- > 0) JSON.parse(await (await fetch("${scm.apiUrl}/ssl/v1/${first?.sslId}", { headers })).text());
    };
    Promise.all(Array.from({ length: 8 }, worker));`;
  const env = { USAGE: join(folder, "usage") };
  const args = ["--require", join(folder, "tell-usage.cjs"), "-e", script];
  return usageOf(spawn(process.execPath, args, { env, stdio: ["ignore", "ignore", "inherit"] }), env.USAGE);
}
