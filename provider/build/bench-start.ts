/**
 * How long the packaged provider takes from its start to the handshake line, beside a bare Node that prints a line in
 * the same run; what it holds in memory then; and what the package weighs. Alone: `node provider/build/bench-start.ts`.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import packageJson from "../../package.json" with { type: "json" };
import { type ClientIdentity, makeClientIdentity } from "../../test/protocol/auto-mtls.ts";
import { PluginConnection } from "../../test/protocol/grpc-client.ts";
import { observe } from "../../test/protocol/plugin-process.ts";
import { Health } from "../plugin/gen/health_pb.js";
import { bundle } from "./bundle.ts";
import { packageFolderOf } from "./notices.ts";
import { folderOf, layoutOf, MIRROR, ROOT } from "./package-layout.ts";
import { targetOf } from "./target.ts";

const MEGABYTE = 1_000_000;
const target = targetOf(process.platform, process.arch);
const layout = layoutOf(target, packageJson.version);
const folder = folderOf(MIRROR, target, packageJson.version);
const cookie = { TF_PLUGIN_MAGIC_COOKIE: "d602bf8f470bc67ca7faa0386276bbdd4330efaf76d1a219cb4d6991ca9872b2" };

/** One way to start, measured; milliseconds and megabytes. */
interface StartFigures {
  readonly what: string;
  readonly medianMs: number;
  readonly fastestMs: number;
  readonly slowestMs: number;
  /** Times the yardstick's median. */
  readonly ratio: number;
  /** Resident when the line is out; null for the yardstick, which is gone by then. */
  readonly residentAtHandshakeMb: number | null;
  /** Resident when the first call is answered. */
  readonly residentServingMb: number | null;
}

/** One file of the package, or a part of one. */
interface SizeFigures {
  readonly what: string;
  readonly megabytes: number;
}

interface Sample {
  readonly ms: number;
  readonly atHandshakeMb: number | null;
  readonly servingMb: number | null;
}

interface Candidate {
  readonly what: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly isPlugin: boolean;
}

/** @param rounds  how often each is started, all in turn, so that a busy moment hits all alike */
export async function benchStart(rounds = 21): Promise<readonly StartFigures[]> {
  const client = await makeClientIdentity();
  const candidates = listCandidates();
  const samples = candidates.map((): Sample[] => []);
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, candidate] of candidates.entries()) {
      samples[index]?.push(await startOnce(candidate, client));
    }
  }
  const yardstickMs = median((samples[0] ?? []).map(({ ms }) => ms));
  return candidates.map(({ what }, index) => summarize(what, samples[index] ?? [], yardstickMs));
}

function listCandidates(): readonly Candidate[] {
  const node = process.execPath;
  const bundled = layout.bundle === null ? [] : [join(folder, layout.bundle)];
  return [
    { what: "yardstick: node prints a line", command: node, args: ["-e", "console.log(1)"], isPlugin: false },
    {
      what: "package, as Terraform starts it",
      command: join(folder, layout.entry),
      args: [],
      isPlugin: true,
    },
    { what: "executable alone", command: join(folder, layout.executable), args: [], isPlugin: true },
    ...bundled.map((path) => ({
      what: "bundle in node (musl)",
      command: node,
      args: [path],
      isPlugin: true,
    })),
  ];
}

async function startOnce(candidate: Candidate, client: ClientIdentity): Promise<Sample> {
  const environment = { ...process.env, ...cookie, PLUGIN_CLIENT_CERT: client.certificatePem };
  const begun = performance.now();
  const child = spawn(candidate.command, [...candidate.args], {
    stdio: ["ignore", "pipe", "pipe"],
    env: environment,
  });
  if (!candidate.isPlugin) {
    await once(child.stdout, "data");
    const ms = performance.now() - begun;
    await once(child, "close");
    return { ms, atHandshakeMb: null, servingMb: null };
  }
  const plugin = observe(child);
  const line = await plugin.handshake;
  const ms = performance.now() - begun;
  const atHandshakeMb = residentMb(child);
  const connection = new PluginConnection(line, client);
  await connection.call(Health, "check", { service: "plugin" });
  const servingMb = residentMb(child);
  connection.close();
  await plugin.ended;
  return { ms, atHandshakeMb, servingMb };
}

/** Null where the system has no /proc. */
function residentMb({ pid }: ChildProcess): number | null {
  if (process.platform !== "linux") return null;
  const [, kibibytes] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
  return kibibytes === undefined ? null : (Number(kibibytes) * 1024) / MEGABYTE;
}

function summarize(what: string, samples: readonly Sample[], yardstickMs: number): StartFigures {
  const times = samples.map(({ ms }) => ms);
  const medianMs = median(times);
  return {
    what,
    medianMs: round(medianMs),
    fastestMs: round(Math.min(...times)),
    slowestMs: round(Math.max(...times)),
    ratio: Math.round((medianMs / yardstickMs) * 100) / 100,
    residentAtHandshakeMb: medianOrNull(samples.map(({ atHandshakeMb }) => atHandshakeMb)),
    residentServingMb: medianOrNull(samples.map(({ servingMb }) => servingMb)),
  };
}

/** What the package consists of: its files, then the parts of the executable, then the parts of the bundle. */
export async function measurePackage(): Promise<readonly SizeFigures[]> {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => statSync(join(folder, file)).isFile())
    .sort();
  const octetsOf = (file: string): number => statSync(join(folder, file)).size;
  const total = files.reduce((sum, file) => sum + octetsOf(file), 0);
  const zipped = files.reduce((sum, file) => sum + gzipSync(readFileSync(join(folder, file))).length, 0);
  const runtime = statSync(join(ROOT, "node_modules", "bun", "bin", "bun.exe")).size;
  const byPackage = new Map<string, number>();
  for (const [path, octets] of (await bundle("provider/main.ts")).parts) {
    const part = packageFolderOf(path)?.replace("node_modules/", "") ?? "our own code";
    byPackage.set(part, (byPackage.get(part) ?? 0) + octets);
  }
  const parts = [...byPackage].sort(([, a], [, b]) => b - a);
  const figures: readonly (readonly [string, number])[] = [
    ["package, unpacked", total],
    ["package, compressed", zipped],
    ...files.map((file) => [`  ${file}`, octetsOf(file)] as const),
    ["executable: Bun's runtime", runtime],
    ["executable: program and its bytecode", octetsOf(layout.executable) - runtime],
    ...parts.map(([part, octets]) => [`bundle: ${part}`, octets] as const),
  ];
  return figures.map(([what, octets]) => ({ what, megabytes: Math.round(octets / 1_000) / 1_000 }));
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function medianOrNull(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : round(median(known));
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

if (import.meta.main) {
  const start = await benchStart();
  const size = await measurePackage();
  console.table(start);
  console.table(size);
  console.log(JSON.stringify({ start, size }));
}
