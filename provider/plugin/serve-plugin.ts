import { randomBytes } from "node:crypto";
import { dirname } from "node:path";
import { Connections } from "./connections.ts";
import type { GrpcServer, MutualTls } from "./grpc.ts";
import { announce, closeStdout, formatHandshake, formatReattachment } from "./handshake.ts";
import { type Cookie, type Launch, readLaunch } from "./launch.ts";
import { Lifecycle } from "./lifecycle.ts";
import { createLog, type Log, readLogLevel, writeToStderr } from "./log.ts";
import { watchClient, watchSignals } from "./process-events.ts";
import { redirectOutput } from "./redirect-output.ts";
import {
  type Listener,
  type ListenerAddress,
  listen,
  planSocket,
  SurroundingsError,
  temporaryDirectory,
} from "./socket.ts";
import { makeServerIdentity } from "./tls.ts";

interface PluginOptions {
  /** What the client puts into the environment to say that it is one. */
  readonly cookie: Cookie;
  /** Version of the application's protocol that the plugin serves. */
  readonly protocolVersion: number;
  /** For a person who starts the file by hand; printed on stderr. */
  readonly helpText: string;
  /** Environment variables that hold the log level, most specific first. */
  readonly logLevelVariables: readonly string[];
  /** For the debug flag: what a developer exports, and under which names the client knows the plugin. */
  readonly reattach: { readonly variable: string; readonly names: readonly string[] };
  /** Strikes secrets, and what acts on a terminal, from log lines and from what a crash prints. */
  readonly redact?: (text: string) => string;
  /**
   * Adds the plugin's own services. Called once, after the handshake is out, so what is slow to load should be
   * imported in here; calls of the client wait until it is done.
   */
  registerServices(server: GrpcServer, context: PluginContext): Promise<void> | void;
}

/** What a plugin's own code gets from the process around it. */
export interface PluginContext {
  /** Goes to the client's log; safe when the client is gone. */
  readonly log: Log;
  /** Runs code at an orderly end, for a second and a half at most. */
  onShutdown(hook: () => unknown): void;
  /** Aborted when an orderly end begins. */
  readonly signal: AbortSignal;
  /** One process serves many walks of the client, one after another; otherwise one process serves one. */
  readonly isDebug: boolean;
}

/**
 * Runs this process as a go-plugin server until its client, a signal or the loss of both ends it.
 *
 * Everything that the handshake needs is loaded with this file and nothing else is, because a client starts a plugin
 * several times for each of its commands and waits for this line each time.
 *
 * @returns when the plugin serves; the process goes on
 */
export async function servePlugin(options: PluginOptions): Promise<void> {
  const parentId = process.ppid;
  const launch = readLaunch({
    args: process.argv.slice(2),
    environment: process.env,
    cookie: options.cookie,
  });
  if (launch.by === "mistake") {
    writeToStderr(`${options.helpText.trimEnd()}\n`);
    process.exit(1);
  }
  const redact = options.redact ?? ((text) => text);
  const log = createLog({
    level: readLogLevel(options.logLevelVariables, process.env),
    now: () => new Date(),
    write: writeToStderr,
    redact,
  });
  redirectOutput(log);
  const lifecycle = new Lifecycle({ redact, onEnd: (reason) => log.debug("plugin ends", { reason }) });
  const isDebug = launch.by === "developer";
  watchSignals(lifecycle, { endsOnInterrupt: isDebug });
  try {
    await serve(options, { launch, lifecycle, log, redact, isDebug, parentId });
  } catch (failure) {
    // The client shows the first line of stdout, and of stderr nothing but crashes; this is none.
    if (failure instanceof SurroundingsError) {
      announce(`${failure.message}\n`);
      process.exit(1);
    }
    lifecycle.crash(failure);
  }
}

interface Run {
  readonly launch: Exclude<Launch, { by: "mistake" }>;
  readonly lifecycle: Lifecycle;
  readonly log: Log;
  /** Strikes secrets. */
  readonly redact: (text: string) => string;
  readonly isDebug: boolean;
  readonly parentId: number;
}

async function serve(options: PluginOptions, run: Run): Promise<void> {
  const { isDebug, launch, lifecycle, log, redact } = run;
  const connections = new Connections(() => {
    lifecycle.markLastClosed();
    if (!isDebug) lifecycle.end("the last connection is closed");
  });
  const plan = planSocket({
    platform: process.platform,
    environment: process.env,
    temporary: temporaryDirectory(),
  });
  const listener = await listen(plan, (socket) => connections.add(socket));
  process.once("exit", () => listener.close());
  const tls = launch.by === "client" ? greet(options, { launch, listener }) : null;
  if (isDebug) greetDeveloper(options, listener.address);
  else watchClient(lifecycle, { parentId: run.parentId, hasClient: () => connections.hasServed });

  // Loaded only now: the client has its line and can connect meanwhile.
  const { createPluginServer } = await import("./plugin-services.ts");
  const server = createPluginServer(
    {
      onCall: () => connections.markServed(),
      onFailure: (path, failure) => {
        log.error("handler failed", { path, failure: describe(failure) });
        return redact(failure instanceof Error ? failure.message : String(failure));
      },
    },
    () => lifecycle.endAfterAnswer(),
  );
  await options.registerServices(server, {
    log,
    onShutdown: (hook) => lifecycle.onShutdown(hook),
    signal: lifecycle.signal,
    isDebug,
  });
  connections.serveBy(server.acceptor(tls));
  // After the client is served, so that no client waits for it.
  if (plan.network === "unix" && "under" in plan) void sweep(plan.under, listener.address.text);
}

async function sweep(under: string, socket: string): Promise<void> {
  const { sweepSockets } = await import("./sweep-sockets.ts");
  await sweepSockets(under, { except: dirname(socket), userId: process.getuid?.() ?? 0, now: new Date() });
}

/** Writes the handshake. @returns what the server must prove and demand; null when the client wants no TLS */
function greet(
  options: PluginOptions,
  { launch, listener }: { launch: Extract<Launch, { by: "client" }>; listener: Listener },
): MutualTls | null {
  const { clientCertificatePem } = launch;
  const identity =
    clientCertificatePem === null
      ? null
      : makeServerIdentity({ now: new Date(), serial: new Uint8Array(randomBytes(16)) });
  announce(
    formatHandshake({
      protocolVersion: options.protocolVersion,
      address: listener.address,
      certificateDer: identity?.certificateDer ?? null,
      hasMultiplexField: launch.wantsMultiplexField,
    }),
  );
  closeStdout();
  return clientCertificatePem === null || identity === null ? null : { ...identity, clientCertificatePem };
}

function greetDeveloper(options: PluginOptions, address: ListenerAddress): void {
  const { reattach, protocolVersion } = options;
  announce(formatReattachment({ ...reattach, protocolVersion, processId: process.pid, address }));
}

function describe(failure: unknown): string {
  if (!(failure instanceof Error)) return typeof failure;
  // The message is left out: it may hold a secret, and the log outlives the run.
  const frames = (failure.stack ?? "").split("\n").filter((line) => line.trim().startsWith("at "));
  return ["Error", ...frames].join("\n");
}
