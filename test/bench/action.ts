import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { type FakeScm, startFakeScm } from "../fake-scm/server.ts";
import { makeCsr } from "../fake-scm/testing.ts";
import { type Figure, median, medians } from "./timing.ts";

const ROOT = new URL("../..", import.meta.url).pathname;
const BUNDLE = join(ROOT, "action/dist/main.cjs");
const MANY = 100;
const LATENCY_MS = 50;
/** What the client sends at a time by itself. */
const AT_A_TIME = 8;

/** The Action as the runner starts it: its bundle, how soon it asks SCM, and a hundred requests in one step. */
export async function benchAction(): Promise<readonly Figure[]> {
  const built = spawnSync("node", ["action/build/bundle.ts"], { cwd: ROOT, stdio: "inherit" });
  if (built.status !== 0) throw new Error(`the bundle could not be built (${built.status})`);
  return [figureOfSize(), await figureOfStart(), ...(await figuresOfMany())];
}

function figureOfSize(): Figure {
  const megabytes = (octets: number): number => Math.round(octets / 10_000) / 100;
  return {
    what: "the Action's bundle",
    value: megabytes(statSync(BUNDLE).size),
    unit: "MB",
    limit: 3,
    yardstick: `compressed: ${megabytes(gzipSync(readFileSync(BUNDLE)).length)} MB`,
  };
}

/** From the start of the process to its first request, beside a bare Node that asks the same address. */
async function figureOfStart(): Promise<Figure> {
  let arrived = (): void => undefined;
  const server = createServer((_request, response) => {
    arrived();
    response.writeHead(401).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`; // listens on TCP
  const folder = workspaceOf(1);
  const untilAsked = (start: () => ChildProcess) => async (): Promise<void> => {
    const asked = new Promise<void>((resolve) => {
      arrived = resolve;
    });
    const child = start();
    const ended = new Promise((resolve) => child.once("close", resolve));
    await asked;
    // What comes after the first request is not its start.
    child.kill("SIGKILL");
    await ended;
  };
  const login = { customerUri: "cst", username: "svc", password: "a-password" };
  const bare = `require("node:http").get(${JSON.stringify(url)})`;
  const found = await medians(
    {
      bare: untilAsked(() => spawn(process.execPath, ["-e", bare])),
      action: untilAsked(() => startStep(folder, { apiUrl: url, ...login })),
    },
    11,
  );
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true });
  return {
    what: "start of the Action to its first request, median",
    value: Math.round(found.action),
    unit: "ms",
    limit: 400,
    yardstick: `a bare node that asks: ${Math.round(found.bare)} ms`,
  };
}

/** A hundred certificates in one step, from the start of the process to its end. */
async function figuresOfMany(): Promise<readonly Figure[]> {
  const runs = [await enrollMany(), await enrollMany(), await enrollMany()];
  const requests = runs[0]?.requests ?? Number.NaN;
  return [
    {
      what: `${MANY} CSRs in one step, ${LATENCY_MS} ms for each answer, median`,
      value: Math.round(median(runs.map(({ ms }) => ms))) / 1000,
      unit: "s",
      limit: 6,
      yardstick: `its ${requests} requests, ${AT_A_TIME} at a time and nothing else: ${median(runs.map(({ bareMs }) => bareMs)) / 1000} s`,
    },
    {
      what: `resident memory of that step, most`,
      value: Math.max(...runs.map(({ peakMb }) => peakMb)),
      unit: "MB",
      limit: 150,
      yardstick: `a bare node holds ${bareMemoryMb()} MB`,
    },
  ];
}

interface Run {
  readonly ms: number;
  readonly bareMs: number;
  readonly requests: number;
  readonly peakMb: number;
}

async function enrollMany(): Promise<Run> {
  const scm = await startFakeScm({ issueDelayMs: 0, latencyMs: LATENCY_MS });
  const folder = workspaceOf(MANY);
  const start = performance.now();
  const child = startStep(folder, { apiUrl: scm.apiUrl, ...scm.credentials });
  let peakMb = Number.NaN;
  const timer = setInterval(() => (peakMb = residentMb(child.pid) ?? peakMb), 20);
  const code = await new Promise((resolve) => child.once("close", resolve));
  const ms = performance.now() - start;
  clearInterval(timer);
  if (code !== 0 || (await scm.control.certificates()).length !== MANY) throw new Error(`ended with ${code}`);
  const requests = (await scm.control.requests()).length;
  const bareMs = await askBare(scm, requests);
  await scm.close();
  rmSync(folder, { recursive: true });
  return { ms, bareMs, requests, peakMb };
}

/** As many requests in rounds, with nothing done in between. */
async function askBare({ apiUrl, credentials }: FakeScm, requests: number): Promise<number> {
  const { customerUri, username, password } = credentials;
  const headers = { customerUri, login: username, password };
  const start = performance.now();
  let left = requests;
  const worker = async (): Promise<void> => {
    for (; left > 0; ) {
      left -= 1;
      await (await fetch(`${apiUrl}/organization/v1`, { headers })).arrayBuffer();
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, worker));
  return Math.round(performance.now() - start);
}

export function workspaceOf(count: number): string {
  const folder = mkdtempSync(join(tmpdir(), "sectigo-bench-"));
  mkdirSync(join(folder, "certs"));
  for (let index = 0; index < count; index += 1)
    writeFileSync(join(folder, `certs/h${index}.csr`), makeCsr(`h${index}.example.test`).csr);
  return folder;
}

interface Account {
  readonly apiUrl: string;
  readonly customerUri: string;
  readonly username: string;
  readonly password: string;
}

/** What one step has otherwise than the others. */
interface StepChoices {
  readonly inputs?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  /** A file that node loads before the bundle. */
  readonly preload?: string;
}

export function startStep(
  folder: string,
  { apiUrl, customerUri, username, password }: Account,
  { inputs: others = {}, env: more = {}, preload }: StepChoices = {},
): ChildProcess {
  const inputs = {
    ...{ "BASE-URL": apiUrl, "CUSTOMER-URI": customerUri, USERNAME: username, PASSWORD: password },
    ...{ CSR: "certs/*.csr", ORGANIZATION: "Example Ltd", PROFILE: "OV SSL 199", "OUTPUT-DIRECTORY": "out" },
    ...others,
  };
  const env = Object.entries(inputs).map(([name, value]) => [`INPUT_${name}`, value]);
  const files = { GITHUB_OUTPUT: "output", GITHUB_STEP_SUMMARY: "summary", GITHUB_STATE: "state" };
  for (const name of Object.values(files)) writeFileSync(join(folder, name), "");
  const paths = Object.entries(files).map(([name, file]) => [name, join(folder, file)]);
  const loaded = preload === undefined ? [] : ["--require", preload];
  return spawn(process.execPath, [...loaded, BUNDLE], {
    env: {
      ...{ GITHUB_ACTIONS: "true", GITHUB_WORKSPACE: folder, GITHUB_REPOSITORY: "a/b", ...more },
      ...Object.fromEntries([...env, ...paths]),
    },
    stdio: ["ignore", "ignore", "inherit"],
  });
}

/** Most that a process has held so far; undefined when it is gone, or where there is no /proc. Source: proc_pid_status(5). */
function residentMb(pid: number | undefined): number | undefined {
  try {
    const kb = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
    return kb === undefined ? undefined : Math.round(Number(kb) / 1024);
  } catch {
    return undefined;
  }
}

function bareMemoryMb(): number {
  const script = `process.stdout.write(require("node:fs").readFileSync("/proc/self/status", "utf8"))`;
  const { stdout } = spawnSync(process.execPath, ["-e", script], { encoding: "utf8" });
  return Math.round(Number(/VmHWM:\s+(\d+) kB/.exec(stdout)?.[1]) / 1024);
}
