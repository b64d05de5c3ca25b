import type { Socket } from "node:net";
import { alarm } from "../base/clock.ts";
import type { ConnectProxy } from "./proxy.ts";
import {
  type Connector,
  type ConnectorOptions,
  type ConnectorTarget,
  createClient,
  createConnector,
  openTunnel,
  type Tunnel,
} from "./undici.ts";

interface TunnelOptions {
  readonly proxy: ConnectProxy;
  /** How SCM is spoken to through the tunnel: authorities, client certificate. */
  readonly inner: ConnectorOptions;
  /** How the proxy is spoken to. Never holds the client certificate, which is for SCM's eyes. */
  readonly outer: ConnectorOptions;
  /** From the first byte to the proxy to the end of SCM's handshake. */
  readonly timeoutMs: number;
}

/** The proxy answered CONNECT with something else than a tunnel. */
export class TunnelRefused extends Error {
  readonly status: number;

  constructor(status: number) {
    super(`the proxy answered CONNECT with ${status}`);
    this.status = status;
  }
}

/** No connection came about, wherever it failed: surely no byte of a request has left this machine. */
export class NoConnection extends Error {
  /** Whether the proxy itself could not be reached, or what lies behind it. */
  readonly stage: "proxy" | "tunnel";

  constructor(stage: NoConnection["stage"], cause: unknown) {
    super(`no connection by this proxy`, { cause });
    this.stage = stage;
  }
}

/** The limit for the whole connection was reached. */
class ConnectTimeout extends Error {
  readonly code = "UND_ERR_CONNECT_TIMEOUT";
}

/** Opens connections through a proxy, for a pool. Fails with `NoConnection` only. */
export function tunnelConnector(options: TunnelOptions): Connector {
  const secure = createConnector({ ...options.inner, timeout: options.timeoutMs, allowH2: false });
  return (target, callback) => {
    void connect(target, options, secure).then(
      (socket) => callback(null, socket),
      (thrown: unknown) =>
        callback(thrown instanceof Error ? thrown : new NoConnection("proxy", thrown), null),
    );
  };
}

async function connect(target: ConnectorTarget, options: TunnelOptions, secure: Connector): Promise<Socket> {
  const controller = new AbortController();
  const cancelAlarm = alarm(options.timeoutMs, () => controller.abort(new ConnectTimeout("connect")));
  try {
    const socket = await askProxy(target, options, controller.signal);
    if (target.protocol !== "https:") return socket;
    return await handshake({ target, socket, signal: controller.signal }, secure);
  } finally {
    cancelAlarm();
  }
}

/** A client for each tunnel: CONNECT takes its connection over, and a slow one must not hold up its neighbours. */
async function askProxy(
  target: ConnectorTarget,
  { proxy, outer, timeoutMs }: TunnelOptions,
  signal: AbortSignal,
): Promise<Socket> {
  const client = createClient(proxy.origin, { connect: { ...outer, timeout: timeoutMs, allowH2: false } });
  try {
    const authority = authorityOf(target);
    const tunnel = await openTunnel(client, {
      origin: proxy.origin,
      path: authority,
      headers: { host: authority, ...authorization(proxy) },
      signal,
    });
    return accept(tunnel);
  } catch (thrown) {
    throw new NoConnection("proxy", signal.aborted ? signal.reason : thrown);
  } finally {
    // Its connection is the tunnel's now, or worth nothing.
    void client.destroy();
  }
}

function accept({ statusCode, socket }: Tunnel): Socket {
  if (statusCode >= 200 && statusCode < 300) return socket as Socket;
  socket.on("error", () => undefined).destroy();
  throw new TunnelRefused(statusCode);
}

interface Handshake {
  readonly target: ConnectorTarget;
  readonly socket: Socket;
  readonly signal: AbortSignal;
}

/** TLS with SCM itself, through the tunnel: the proxy sees nothing of it. */
function handshake({ target, socket, signal }: Handshake, secure: Connector): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const fail = (cause: unknown): void => {
      socket.destroy();
      reject(new NoConnection("tunnel", cause));
    };
    const stop = (): void => fail(signal.reason);
    signal.addEventListener("abort", stop, { once: true });
    secure({ ...target, httpSocket: socket }, (error, secured) => {
      signal.removeEventListener("abort", stop);
      if (error === null) resolve(secured);
      else fail(error);
    });
  });
}

/** `host:port`, the port always said. */
function authorityOf({ host, hostname, port, protocol }: ConnectorTarget): string {
  const usual = protocol === "https:" ? "443" : "80";
  return port === "" ? `${host ?? hostname}:${usual}` : (host ?? `${hostname}:${port}`);
}

function authorization({ credentials }: ConnectProxy): Record<string, string> {
  if (credentials === null) return {};
  const { username, password } = credentials;
  return { "proxy-authorization": `Basic ${Buffer.from(`${username}:${password}`).toString("base64")}` };
}
