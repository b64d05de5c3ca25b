import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { createScmClient, type ScmClient } from "../../core/index.ts";
import { bundle } from "../../provider/build/bundle.ts";
import { COMPILE_FLAGS } from "../../provider/build/executable.ts";
import type { Figure } from "./timing.ts";

const ROOT = new URL("../..", import.meta.url).pathname;
const BUN = join(ROOT, "node_modules", "bun", "bin", "bun.exe");
const FEW = 5_000;
const LATENCY_MS = 20;
const AT_ONCE = 10;

interface Announced {
  readonly apiUrl: string;
  readonly controlUrl: string;
  readonly customerUri: string;
  readonly username: string;
  readonly password: string;
}

interface Run {
  readonly ms: number;
  /** Of the import's own process: on a busy machine the time says more about the neighbours. */
  readonly cpuMs: number;
  readonly rows: number;
  readonly added: number;
  readonly peakMb: number;
  readonly requests: number;
}

async function linesOf(
  child: ChildProcess,
  count: number,
  onLine: (line: string) => Promise<void>,
): Promise<void> {
  if (child.stdout === null) throw new Error("the process has no output");
  let seen = 0;
  for await (const line of createInterface(child.stdout)) {
    await onLine(line);
    seen += 1;
    if (seen === count) return;
  }
}

/** The fake in a process of its own: what it takes to make up records is not ours. */
async function startFake(records: number, latencyMs: number) {
  const options = ["--records", records, "--issue-delay-ms", 0, "--latency-ms", latencyMs].map(String);
  const child = spawn(process.execPath, [join(ROOT, "test/fake-scm/main.ts"), ...options], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  let announced: Announced | undefined;
  await linesOf(child, 1, async (line) => {
    announced = JSON.parse(line) as Announced; // the fake's own words
  });
  if (announced === undefined) throw new Error("the fake did not start");
  const { controlUrl } = announced;
  return {
    ...announced,
    async requests(): Promise<number> {
      const all: unknown = await (await fetch(`${controlUrl}/requests`)).json();
      await fetch(`${controlUrl}/requests`, { method: "DELETE" });
      return Array.isArray(all) ? all.length : Number.NaN;
    },
    async stop(): Promise<void> {
      child.kill();
      await once(child, "exit");
    },
  };
}

type Fake = Awaited<ReturnType<typeof startFake>>;

/** Has every record made up once: signatures are what takes the fake longest, and SCM has them already. */
async function warm(fake: Fake): Promise<void> {
  const { customerUri, username: login, password } = fake;
  const answer = await fetch(`${fake.apiUrl}/report/v1/ssl-certificates`, {
    method: "POST",
    headers: { login, password, customerUri, "content-type": "application/json" },
    body: "{}",
  });
  for await (const _ of answer.body ?? []);
  await fake.requests();
}

/** The import compiled as the provider is, since memory is the runtime's doing. */
async function compileImport(folder: string): Promise<string> {
  const { code } = await bundle("test/bench/import-process.ts");
  writeFileSync(join(folder, "import.cjs"), code);
  const args = [
    "build",
    "./import.cjs",
    ...COMPILE_FLAGS,
    `--compile-executable-path=${BUN}`,
    "--outfile=import",
  ];
  const { status, stderr } = spawnSync(BUN, args, { cwd: folder, encoding: "utf8" });
  if (status !== 0) throw new Error(`the import could not be compiled: ${stderr}`);
  return join(folder, "import");
}

async function importFrom(fake: Fake, program: string, folder: string): Promise<readonly Run[]> {
  const { apiUrl, customerUri, username, password } = fake;
  const path = join(folder, `${Math.random()}.sqlite`);
  const task = JSON.stringify({ path, apiUrl, customerUri, username, password });
  const runs: Run[] = [];
  for (const _ of ["first", "when nothing changed"]) {
    const child = spawn(program, [task], { stdio: ["ignore", "pipe", "inherit"] });
    await linesOf(child, 1, async (line) => {
      const run = JSON.parse(line) as Omit<Run, "requests">; // import-process.ts' own words
      runs.push({ ...run, requests: await fake.requests() });
    });
    if (child.exitCode === null) await once(child, "exit");
  }
  return runs;
}

/** How it is usually done, since SCM's list has neither states nor dates: pages, and a call for each certificate. */
async function usualWay(scm: ScmClient): Promise<number> {
  const waiting: number[] = [];
  for await (const { sslId } of scm.certificates.list()) waiting.push(sslId);
  let read = 0;
  const work = async (): Promise<void> => {
    for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
      await scm.certificates.get(id);
      read += 1;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return read;
}

interface UsualWay {
  readonly ms: number;
  readonly requests: number;
}

async function measureUsualWay(fake: Fake): Promise<UsualWay> {
  const { customerUri, username, password } = fake;
  const login = { kind: "password", username, password, customerUri } as const;
  const scm = createScmClient({ baseUrl: fake.apiUrl, login, maxParallelRequests: AT_ONCE });
  const start = performance.now();
  await usualWay(scm);
  const ms = Math.round(performance.now() - start);
  await scm.close();
  return { ms, requests: await fake.requests() };
}

function figuresOf(
  records: number,
  [first, again]: readonly Run[],
  limits: { readonly peakMb: number },
): Figure[] {
  if (first === undefined || again === undefined) throw new Error("the import did not run");
  const of = `${records} SSL certificates`;
  const yardstick = `${first.rows} rows came, ${first.added} are managed by SCM`;
  const scale = records / 100_000;
  const figure = (what: string, value: number, unit: string, limit: number): Figure => ({
    what: `${what}, ${of}`,
    value,
    unit,
    limit,
    yardstick,
  });
  return [
    { ...figure("processor time of the first import", first.cpuMs, "ms", 0), limit: null },
    { ...figure("processor time when nothing changed", again.cpuMs, "ms", 0), limit: null },
    figure("first import", first.ms, "ms", 20_000 * scale),
    figure("requests of the first import", first.requests, "", 600 * scale),
    // A half of it is the fake's: it looks through all records for each page by state.
    figure("import when nothing changed", again.ms, "ms", 2_500 * scale),
    figure("requests when nothing changed", again.requests, "", 20),
    figure("most memory of an import", Math.max(first.peakMb, again.peakMb), "MB", limits.peakMb),
  ];
}

function sideBySide(ours: Run, usual: UsualWay): Figure[] {
  const yardstick = `list and a call each, ${AT_ONCE} at once: ${usual.requests} requests, ${usual.ms} ms; ours ${ours.requests} and ${ours.ms} ms`;
  const share = (value: number): number => Math.round(value * 10_000) / 100;
  return [
    {
      what: `requests, share of the usual way, ${FEW} certificates`,
      value: share(ours.requests / usual.requests),
      unit: "%",
      limit: 2,
      yardstick,
    },
    {
      what: `time, share of the usual way, ${FEW} certificates, ${LATENCY_MS} ms latency`,
      value: share(ours.ms / usual.ms),
      unit: "%",
      limit: 10,
      yardstick,
    },
  ];
}

/** First import, later import and memory; and ours beside the usual way in the same run. */
export async function benchImport(): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), "sectigo-bench-"));
  try {
    const program = await compileImport(folder);
    const few = await startFake(FEW, LATENCY_MS);
    await warm(few);
    const [ours] = await importFrom(few, program, folder);
    const usual = await measureUsualWay(few);
    await few.stop();
    if (ours === undefined) throw new Error("the import did not run");
    const many = await startFake(100_000, 0);
    await warm(many);
    const runs = await importFrom(many, program, folder);
    await many.stop();
    return [...sideBySide(ours, usual), ...figuresOf(100_000, runs, { peakMb: 250 })];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** That memory does not grow with the account: five times the rows, a fifth more memory at most. */
export async function benchImportMemory(): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), "sectigo-bench-"));
  try {
    const program = await compileImport(folder);
    const peaks: number[] = [];
    for (const records of [100_000, 500_000]) {
      const fake = await startFake(records, 0);
      const runs = await importFrom(fake, program, folder);
      peaks.push(Math.max(...runs.map(({ peakMb }) => peakMb)));
      await fake.stop();
    }
    const [small = Number.NaN, large = Number.NaN] = peaks;
    const yardstick = `100000 certificates: ${small} MB; limit 1.2 × that`;
    const what = "most memory of an import, 500000 SSL certificates";
    return [{ what, value: large, unit: "MB", limit: Math.round(1.2 * small), yardstick }];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
