import type { Lifecycle } from "./lifecycle.ts";

/** How often to look whether the parent still lives. An orphan is noticed sooner by its connection. */
const PARENT_CHECK_MS = 1_000;
/** A client connects right after the handshake; after twice its own start timeout it will not come any more. */
const LONGEST_WAIT_FOR_CLIENT_MS = 120_000;

/**
 * Signals and crashes, the same for every way to be started.
 *
 * A terminal sends SIGINT to the whole group of processes. The client means to go on for a while then and to tell us
 * what to stop, so only a developer's own Ctrl-C ends the process.
 */
export function watchSignals(lifecycle: Lifecycle, { endsOnInterrupt }: { endsOnInterrupt: boolean }): void {
  process.on("SIGINT", () => {
    if (endsOnInterrupt) lifecycle.end("SIGINT");
  });
  process.on("SIGTERM", () => lifecycle.end("SIGTERM"));
  process.on("SIGHUP", () => lifecycle.end("SIGHUP"));
  process.on("uncaughtException", (failure) => lifecycle.crash(failure));
  process.on("unhandledRejection", (failure) => lifecycle.crash(failure));
}

/**
 * Ends a process whose client was killed before it could say so: an orphan gets another parent. Windows has no such
 * adoption; there the closed connection alone tells.
 * @param client.parentId  read at the start of the process: the client may be killed before this is called
 */
export function watchClient(
  lifecycle: Lifecycle,
  client: { parentId: number; hasClient: () => boolean },
): void {
  setInterval(() => {
    if (process.ppid !== client.parentId) lifecycle.end("the parent process is gone");
  }, PARENT_CHECK_MS).unref();
  setTimeout(() => {
    if (!client.hasClient()) lifecycle.end("no client connected");
  }, LONGEST_WAIT_FOR_CLIENT_MS).unref();
}
