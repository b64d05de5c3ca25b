import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { createServer, type Server, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Environment } from "./launch.ts";

/** Where a client connects: a socket's path, or `127.0.0.1:PORT`. */
export interface ListenerAddress {
  readonly network: "unix" | "tcp";
  readonly text: string;
}

export interface Listener {
  readonly address: ListenerAddress;
  /** Stops accepting and removes what listening left in the file system; connections go on. */
  close(): void;
}

/** What to try to listen on. A plan, so that its making is pure and its carrying out is not. */
type SocketPlan =
  /** In a directory of its own that no other user may enter. */
  | { readonly network: "unix"; readonly under: string }
  /** In a directory that the starter shares with us, as runners in containers do. */
  | { readonly network: "unix"; readonly within: string }
  | { readonly network: "tcp"; readonly firstPort: number; readonly lastPort: number };

/** Shortest limit for a socket's path among the systems we run on (macOS), terminating zero included. */
const LONGEST_SOCKET_PATH = 104;
/** `/plugin-XXXXXX/socket` */
const SOCKET_NAME_LENGTH = 21;

/**
 * A unix socket everywhere but on Windows, where Node offers named pipes only, which go-plugin's client does not dial.
 * @param input.temporary  the system's directory for temporary files
 * Source of the variables: hashicorp/go-plugin, server.go.
 */
export function planSocket(input: {
  readonly platform: NodeJS.Platform;
  readonly environment: Environment;
  readonly temporary: string;
}): SocketPlan {
  const { environment, platform, temporary } = input;
  if (platform === "win32") {
    return {
      network: "tcp",
      firstPort: readPort(environment.PLUGIN_MIN_PORT) ?? 10_000,
      lastPort: readPort(environment.PLUGIN_MAX_PORT) ?? 25_000,
    };
  }
  const shared = environment.PLUGIN_UNIX_SOCKET_DIR;
  if (shared !== undefined && shared !== "") return { network: "unix", within: shared };
  const fits = Buffer.byteLength(temporary) + SOCKET_NAME_LENGTH < LONGEST_SOCKET_PATH;
  return { network: "unix", under: fits ? temporary : "/tmp" };
}

function readPort(text: string | undefined): number | null {
  const port = Number(text);
  return text !== undefined && text !== "" && Number.isInteger(port) && port >= 0 && port <= 65_535
    ? port
    : null;
}

/**
 * Listens as planned. `onConnection` gets each connection untouched; nothing may be read from it before it is handed
 * to the server, which starts with the octets that have arrived by then.
 * @throws Error when no port of the range is free, or the directory can't be used
 */
export async function listen(plan: SocketPlan, onConnection: (socket: Socket) => void): Promise<Listener> {
  const server = createServer(onConnection);
  return plan.network === "tcp" ? listenInRange(server, plan) : listenOnPath(server, makeRoom(plan));
}

/** A path for the socket, and what to remove when it is no longer needed. */
interface Room {
  readonly path: string;
  readonly remove: string;
}

/** What the surroundings of the process keep it from doing, in words for the person who can change them. */
export class SurroundingsError extends Error {}

function makeRoom(plan: Exclude<SocketPlan, { network: "tcp" }>): Room {
  const around = "under" in plan ? plan.under : plan.within;
  const directory = makeDirectory(around);
  const path = join(directory, "socket");
  if ("under" in plan) return { path, remove: directory };
  // The starter chose who may enter the directory around it, so ours must not be narrower.
  chmodSync(directory, 0o755);
  return { path, remove: directory };
}

function makeDirectory(around: string): string {
  try {
    return mkdtempSync(join(around, "plugin-"));
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new SurroundingsError(
      `The provider can't make its socket in ${around}: ${why}. Set TMPDIR to a folder that exists and can be written to.`,
      { cause },
    );
  }
}

async function listenOnPath(server: Server, { path, remove }: Room): Promise<Listener> {
  const close = (): void => {
    server.close();
    rmSync(remove, { recursive: true, force: true });
  };
  try {
    await begin(server, { path });
  } catch (failure) {
    close();
    throw failure;
  }
  return { address: { network: "unix", text: path }, close };
}

async function listenInRange(
  server: Server,
  { firstPort, lastPort }: { firstPort: number; lastPort: number },
): Promise<Listener> {
  for (let port = firstPort; port <= lastPort; port += 1) {
    try {
      await begin(server, { port, host: "127.0.0.1" });
    } catch (failure) {
      // `as`: everything that node:net reports carries a system error code. EACCES: Windows reserves parts of the range.
      if (["EADDRINUSE", "EACCES"].includes((failure as NodeJS.ErrnoException).code ?? "")) continue;
      throw failure;
    }
    const bound = server.address();
    const actual = bound !== null && typeof bound === "object" ? bound.port : port;
    return { address: { network: "tcp", text: `127.0.0.1:${actual}` }, close: () => server.close() };
  }
  throw new Error(`no port from ${firstPort} to ${lastPort} is free on 127.0.0.1`);
}

function begin(server: Server, where: { path: string } | { port: number; host: string }): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(where, () => {
      server.removeListener("error", reject);
      resolve();
    });
  });
}

/** The system's directory for temporary files. */
export const temporaryDirectory = tmpdir;
