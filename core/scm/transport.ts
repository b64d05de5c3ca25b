import { alarm, cancellation } from "../base/clock.ts";
import { CancelledError, type SectigoError } from "../base/errors.ts";
import { secureContextOf, type TlsParts } from "./authorities.ts";
import type { ConnectProxy } from "./proxy.ts";
import { tunnelConnector } from "./tunnel.ts";
import {
  type Connector,
  type ConnectorOptions,
  createConnector,
  createPool,
  type Pool,
  type PoolOptions,
  type ResponseData,
  request,
} from "./undici.ts";

import { BodyTooLarge, sortFault, type WireFault } from "./wire-fault.ts";

/** One request, ready to go out. */
export interface WireRequest {
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  /** Path and query below the address of the route that carries it. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
  /** Takes a new connection: an idle one that the server just closed would leave open whether the order arrived. */
  readonly freshConnection: boolean;
  readonly timeoutMs: number;
  /** How long it still waits for the answer when the caller stops: to know what became of an order is worth that. */
  readonly graceMs?: number | undefined;
  /** The exchange ends as `too_large` as soon as the answer is longer. */
  readonly largestAnswerBytes?: number | undefined;
  /** Gets the body of a good answer (2xx) piece by piece, which then is empty in the answer. False ends the reading. */
  readonly receive?: ((chunk: Uint8Array) => Promise<boolean>) | undefined;
  /** The sensor by which the try before broke: taken last. */
  readonly avoidRoute?: string | undefined;
}

/** A complete answer, whatever its status. Header names are lower case. */
export interface WireAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

export type WireOutcome =
  | { readonly ok: true; readonly answer: WireAnswer }
  | { readonly ok: false; readonly fault: WireFault };

export interface Transport {
  /** Never throws: whatever happens is told in the outcome. Redirects are answers like any other. */
  send(wire: WireRequest, signal: AbortSignal): Promise<WireOutcome>;
  /** Drops all connections; what is under way ends as `reset`. */
  close(): Promise<void>;
}

export interface TransportOptions {
  readonly origin: string;
  readonly connections: number;
  readonly tls?: TlsParts | undefined;
  readonly connectTimeoutMs?: number | undefined;
  /** Goes through this proxy. The client certificate is shown to SCM only, behind it. */
  readonly proxy?: ConnectProxy | undefined;
}

const CONNECT_TIMEOUT_MS = 10_000;
/**
 * One record, one certificate with its chain, one refusal: none comes near. Lists and reports say their own limit. What
 * is longer fills the memory, and the time of the one thread that reads it.
 */
const LARGEST_BODY_BYTES = 1024 * 1024;

interface BodyReading {
  readonly largestBytes: number;
  readonly receive: WireRequest["receive"];
}

async function readBody(response: ResponseData, { largestBytes, receive }: BodyReading): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  const announced = Number(response.headers["content-length"] ?? 0);
  let length = 0;
  for await (const chunk of response.body) {
    const bytes: Uint8Array = chunk;
    length += bytes.length;
    if (Math.max(length, announced) > largestBytes) throw new BodyTooLarge();
    if (receive === undefined) chunks.push(bytes);
    else if (!(await receive(bytes))) break;
  }
  return Buffer.concat(chunks);
}

function flatHeaders(headers: ResponseData["headers"]): Record<string, string> {
  const flat: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    // Repeated headers are rare and never ones we read; the first counts.
    const text = Array.isArray(value) ? value[0] : value;
    if (text !== undefined) flat[name.toLowerCase()] = text;
  }
  return flat;
}

/**
 * Ends the exchange when the caller stops or its time is over, and remembers which of both it was. A caller that stops
 * grants it `graceMs`; one whose own deadline has come has granted it all there was.
 */
function leash(signal: AbortSignal, { timeoutMs, graceMs = 0 }: Pick<WireRequest, "timeoutMs" | "graceMs">) {
  const controller = new AbortController();
  let timedOut = false;
  let cancelGrace = (): void => undefined;
  const stop = (): void => {
    const isLate = cancellation(signal).code === "cancelled.deadline";
    if (isLate || graceMs === 0) controller.abort();
    else cancelGrace = alarm(graceMs, () => controller.abort());
  };
  const cancelAlarm = alarm(timeoutMs, () => {
    timedOut = true;
    controller.abort();
  });
  if (signal.aborted) stop();
  else signal.addEventListener("abort", stop, { once: true });
  return {
    signal: controller.signal,
    timedOut: () => timedOut,
    release(): void {
      cancelAlarm();
      cancelGrace();
      signal.removeEventListener("abort", stop);
    },
  };
}

async function exchange(pool: Pool, wire: WireRequest, signal: AbortSignal): Promise<WireAnswer> {
  const response = await request(pool, {
    method: wire.method,
    path: wire.path,
    headers: wire.headers,
    body: wire.body,
    signal,
    headersTimeout: wire.timeoutMs,
    bodyTimeout: wire.timeoutMs,
  });
  const isGood = response.statusCode >= 200 && response.statusCode < 300;
  const receive = isGood ? wire.receive : undefined;
  // What is not kept does not fill the memory.
  const largest = receive === undefined ? LARGEST_BODY_BYTES : Number.POSITIVE_INFINITY;
  const body = await readBody(response, { largestBytes: wire.largestAnswerBytes ?? largest, receive });
  return { status: response.statusCode, headers: flatHeaders(response.headers), body };
}

function stopped(reason: SectigoError): WireFault {
  return { kind: "stopped", wasSent: true, detail: reason.code, cause: reason };
}

function closed(): SectigoError {
  return new CancelledError("call SCM: the client is closed", {
    code: "cancelled.closed",
    hint: "Make a new client.",
  });
}

/** Verified whatever the environment says: `NODE_TLS_REJECT_UNAUTHORIZED` changes the default of this member only. */
function verified(parts: TlsParts): ConnectorOptions {
  const secureContext = secureContextOf(parts);
  return { rejectUnauthorized: true, ...(secureContext === null ? {} : { secureContext }) };
}

/** How connections are made: straight, or through the proxy. */
function connectorOf({ tls = {}, proxy, connectTimeoutMs }: TransportOptions): Connector {
  const timeout = connectTimeoutMs ?? CONNECT_TIMEOUT_MS;
  if (proxy === undefined) return createConnector({ ...verified(tls), timeout, allowH2: false });
  const outer = verified({ ca: tls.ca });
  return tunnelConnector({ proxy, inner: verified(tls), outer, timeoutMs: timeout });
}

/** Most processes never connect, and reading authorities takes time: nothing is made before the first connection. */
function lazily(make: () => Connector): Connector {
  let made: Connector | undefined;
  return (target, callback) => {
    made ??= make();
    made(target, callback);
  };
}

/**
 * Opens the way to one origin; connections are made when needed and kept alive.
 * This is the only file of core that talks to a network.
 */
export function createTransport(options: TransportOptions): Transport {
  const connect = lazily(() => connectorOf(options));
  // HTTP/2 is left off: one slow stream would hold up its neighbours' flow control, and SCM shows HTTP/1.1 only.
  const shared: PoolOptions = { connect, allowH2: false, connections: options.connections };
  const kept = createPool(options.origin, shared);
  const fresh = createPool(options.origin, { ...shared, pipelining: 0 });

  let isClosed = false;

  return {
    async send(wire, signal) {
      if (isClosed) return { ok: false, fault: { ...stopped(closed()), wasSent: false } };
      if (signal.aborted) return { ok: false, fault: { ...stopped(cancellation(signal)), wasSent: false } };
      const rope = leash(signal, wire);
      try {
        const answer = await exchange(wire.freshConnection ? fresh : kept, wire, rope.signal);
        return { ok: true, answer };
      } catch (error) {
        if (signal.aborted) return { ok: false, fault: stopped(cancellation(signal)) };
        if (rope.timedOut()) {
          return {
            ok: false,
            fault: { kind: "timeout", wasSent: true, detail: "no complete answer", cause: undefined },
          };
        }
        return { ok: false, fault: sortFault(error) };
      } finally {
        rope.release();
      }
    },
    async close() {
      isClosed = true;
      await Promise.all([kept.destroy(), fresh.destroy()]);
    },
  };
}
