import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { chownSync, existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { createServer, Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { programsOrFail } from "./postgres-programs.ts";

/*
 * PostgreSQL for tests: a server of its own, on loopback, in a folder that goes with it.
 */

/** PostgreSQL refuses to be started by root; some other user always is there. */
function unprivileged(): { readonly uid?: number; readonly gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const line = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .find((entry) => entry.startsWith("nobody:"));
  const [, , uid, gid] = (line ?? "").split(":");
  if (!uid || !gid) throw new Error("PostgreSQL can't run as root, and there is no user called nobody");
  return { uid: Number(uid), gid: Number(gid) };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("no port is free");
  return address.port;
}

/** Nothing of a test outlives a power cut. */
const QUICK = {
  fsync: "off",
  full_page_writes: "off",
  shared_buffers: "64MB",
  max_connections: "120",
} as const;
/** Whom the server lets in unasked, and whom by a password only. */
const ACCESS = [
  "local all all trust",
  "host all guarded all scram-sha-256",
  "host all all all trust",
  "host replication all all trust",
].join("\n");
/**
 * Keeps the server: a line on its input names a signal and whether the server is to start anew after it, from then on without
 * its limit. When the input ends, which it does with the process of the tests, server and folder go; nothing of them is kept,
 * so that the server need not put its data in order, for which a full disk may have no room.
 */
const KEEPER = `
start() { (ulimit -S -f "$LIMIT"; exec "$@") & server=$!; }
start "$0" "$@"
while read -r signal again; do
  kill -"$signal" $server; wait $server
  LIMIT=unlimited
  [ "$again" = again ] && start "$0" "$@"
done
kill -QUIT $server; wait $server; rm -rf "$FOLDER"`;
/** What POSIX's `ulimit -f` counts in. */
const ULIMIT_OCTETS = 512;

/** A server that runs. */
export interface Server extends AsyncDisposable {
  readonly port: number;
  readonly folder: string;
  readonly data: string;
  /** As the server's owner. */
  sql(text: string): Promise<readonly Record<string, unknown>[]>;
  /** An address with a schema of its own. */
  url(schema: string, more?: { readonly user?: string; readonly more?: string }): string;
  stop(): Promise<void>;
  start(): Promise<void>;
  /** As by a power cut: nobody is told. */
  end(): Promise<void>;
  crash(): Promise<void>;
}

interface ServerChoices {
  /** Settings of postgresql.conf beside those that make it quick. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Where its folder is made: a small file system fills up. */
  readonly parent?: string;
  /** No file of its own grows beyond these octets, until it is started again: as with a quota. Needs no rights. */
  readonly largestFile?: number;
  /** Size of a file of its log, MB. */
  readonly logFile?: number;
  /** It is a hot standby of this one, which is stopped for a moment to be copied. */
  readonly standbyOf?: Pick<Server, "port" | "data" | "stop" | "start">;
}

/** Waits until the server answers, or no longer does. */
async function settled(port: number, isWanted: boolean, keeper: ChildProcess): Promise<void> {
  while ((await isAnswering(port)) !== isWanted)
    if (keeper.exitCode !== null) throw new Error("the PostgreSQL server did not start");
}

async function isAnswering(port: number): Promise<boolean> {
  const client = new pg.Client({ ...LOCAL, port });
  client.on("error", () => undefined);
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    return false;
  }
}

const LOCAL = { host: "127.0.0.1", user: "owner", database: "postgres", ssl: false } as const;

/** Makes the server's data, sorting unlike octets where its programs can, as most servers do. */
function initialise(bin: string, data: string, logFile: number, options: object): void {
  const args = [
    ...["-D", data, "-U", "owner", "-A", "trust", "-E", "UTF8", "--no-sync", "--no-instructions"],
    ...["--wal-segsize", String(logFile)],
  ];
  const run = (...more: string[]) =>
    spawnSync(join(bin, "initdb"), [...args, ...more], { ...options, encoding: "utf8" });
  if (run("--locale-provider=icu", "--icu-locale=en-US").status === 0) return;
  const { status, stderr } = run();
  if (status !== 0) throw new Error(`initdb failed: ${stderr}`);
}

/** File by file, while it does not run: that needs no program of PostgreSQL's that npm's package lacks. */
async function copy({ data, stop, start }: Pick<Server, "data" | "stop" | "start">, to: string) {
  await stop();
  const { status, stderr } = spawnSync("cp", ["-a", data, to], { encoding: "utf8" });
  await start();
  if (status !== 0) throw new Error(`the server's data could not be copied: ${stderr}`);
  writeFileSync(join(to, "standby.signal"), "");
}

/** A server of its own, that the test may stop and start. It goes with the process that started it. */
export async function startPostgres({
  settings = {},
  parent = tmpdir(),
  largestFile,
  logFile = 16,
  standbyOf,
}: ServerChoices = {}): Promise<Server> {
  const bin = programsOrFail();
  const user = unprivileged();
  const folder = mkdtempSync(join(parent, "sectigo-postgres-"));
  if (user.uid !== undefined && user.gid !== undefined) chownSync(folder, user.uid, user.gid);
  const data = join(folder, "data");
  const options = {
    ...user,
    cwd: folder,
    env: {
      ...{ PATH: process.env.PATH, LC_ALL: "C.UTF-8", FOLDER: folder },
      LIMIT: largestFile === undefined ? "unlimited" : String(Math.floor(largestFile / ULIMIT_OCTETS)),
    },
  };
  if (standbyOf === undefined) initialise(bin, data, logFile, options);
  else await copy(standbyOf, data);
  writeFileSync(join(data, "pg_hba.conf"), `${ACCESS}\n`);
  const port = await freePort();
  const own = {
    ...{ ...QUICK, listen_addresses: "127.0.0.1", unix_socket_directories: folder, ...settings },
    ...(standbyOf && { primary_conninfo: `host=127.0.0.1 port=${standbyOf.port} user=owner` }),
  };
  const flags = Object.entries(own).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const command = [join(bin, "postgres"), "-D", data, "-p", String(port), ...flags];
  const keeper = spawn("sh", ["-c", KEEPER, ...command], { ...options, stdio: ["pipe", "ignore", "ignore"] });
  keeper.unref();
  if (keeper.stdin instanceof Socket) keeper.stdin.unref();
  await settled(port, true, keeper);
  const tell = async (line: string, isWanted: boolean): Promise<void> => {
    keeper.stdin.write(`${line}\n`);
    await settled(port, isWanted, keeper);
  };
  return {
    port,
    folder,
    data,
    async sql(text) {
      const client = new pg.Client({ ...LOCAL, port });
      await client.connect();
      try {
        return (await client.query(text)).rows;
      } finally {
        await client.end();
      }
    },
    url: (schema, { user = "owner", more = "" } = {}) =>
      `postgres://${user}@127.0.0.1:${port}/postgres?schema=${schema}${more}`,
    async stop() {
      await tell("INT", false);
      // It still writes when it answers no more.
      while (existsSync(join(data, "postmaster.pid"))) await new Promise((resolve) => setImmediate(resolve));
    },
    start: () => tell("INT again", true),
    end: () => tell("QUIT", false),
    async crash() {
      await tell("QUIT", false);
      await tell("INT again", true);
    },
    async [Symbol.asyncDispose]() {
      keeper.ref();
      keeper.stdin.end();
      if (keeper.exitCode === null) await once(keeper, "exit");
    },
  };
}

let shared: Promise<Server> | undefined;

/** The server that all tests of this process share, and a schema that is nobody else's. */
export async function sharedPostgres(): Promise<{ readonly server: Server; readonly schema: string }> {
  shared ??= startPostgres();
  return { server: await shared, schema: `test_${randomBytes(6).toString("hex")}` };
}

/** Waits until a standby knows what its primary knows now. */
export async function caughtUp(primary: Server, standby: Server): Promise<void> {
  // What was confirmed unwritten is written by it.
  await primary.sql("checkpoint");
  const [now] = await primary.sql("select pg_current_wal_lsn() as place");
  const isThere = async (): Promise<boolean> => {
    const [row] = await standby.sql(`select pg_last_wal_replay_lsn() >= '${now?.place}' as is`);
    return row?.is === true;
  };
  while (!(await isThere()));
}
