import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { Readable } from "node:stream";
import type { Chaos } from "../chaos.ts";
import type { Faults } from "../faults.ts";
import type { EmptyMembers } from "../options.ts";
import { type LoggedRequest, maskBody, type RequestLog } from "../request-log.ts";
import type { Answer } from "./answer.ts";
import { attemptedLogin } from "./sign-in.ts";
import { answerInstead, toWire, type Wire } from "./spoil.ts";

/** One request, read whole. */
export type Incoming = {
  readonly method: string;
  /** As sent, without query. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly request: IncomingMessage;
  readonly body: Buffer;
};

/** A host of the fake: what all of them share, and what this one answers. */
export type Host = {
  readonly faults: Faults;
  readonly log: RequestLog;
  readonly chaos: Chaos;
  readonly emptyMembers: EmptyMembers;
  /** Real milliseconds before each answer, and requests at a time (0 is no limit). */
  readonly latencyMs: number;
  readonly maxParallel: number;
  /** The clock whose instant answers carry; null for none. */
  readonly now: (() => Date) | null;
  /** Path by which faults are planted, or undefined for addresses that nobody knows. */
  readonly routePath: (path: string) => string | undefined;
  readonly answer: (incoming: Incoming) => Answer | Promise<Answer>;
};

/** Headers of the real host, which clients have to live with. */
const HOST_HEADERS = {
  Server: "Apache",
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "SAMEORIGIN",
};

/** Serves a host: log, planted fault, work, in that order. */
export function hostListener(host: Host): RequestListener {
  return (request, response) => {
    readBody(request).then(
      (body) => serve(host, describe(request, body), response),
      // The caller went away while sending; nobody is left to answer.
      () => response.destroy(),
    );
  };
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function describe(request: IncomingMessage, body: Buffer): Incoming {
  const url = request.url ?? "/";
  const mark = url.indexOf("?");
  const path = mark < 0 ? url : url.slice(0, mark);
  const query = new URLSearchParams(mark < 0 ? "" : url.slice(mark + 1));
  return { method: request.method ?? "GET", path, query, request, body };
}

function serve(host: Host, incoming: Incoming, response: ServerResponse): void {
  response.sendDate = false;
  if (host.now !== null) response.setHeader("Date", host.now().toUTCString());
  const routePath = host.routePath(incoming.path);
  const planted = routePath === undefined ? undefined : host.faults.meet(incoming.method, routePath);
  const fault = planted ?? host.chaos.draw();
  const entry = host.log.add(describeForLog(incoming, fault?.kind));
  const finish = async (): Promise<void> => {
    const answer = answerInstead(fault) ?? (await host.answer(incoming));
    const wire = toWire(answer, fault, host.emptyMembers);
    if (fault?.kind === "reset-after") drop(response);
    if (fault?.kind === "reset-after" || fault?.kind === "hang-after") return;
    entry.status = wire.status;
    send(weighed(wire, entry), incoming, response);
  };
  if (isCrowded(host, response)) {
    entry.status = 429;
    send(CROWDED, incoming, response);
    return;
  }
  const delayMs = host.latencyMs + (fault?.kind === "slow" ? (fault.delayMs ?? 1000) : 0);
  if (fault?.kind === "reset-before") drop(response);
  else if (fault?.kind === "hang") return;
  else if (delayMs > 0) setTimeout(() => void finish(), delayMs).unref();
  else void finish();
}

/** The same answer; its octets are counted as they go. */
function weighed(wire: Wire, entry: LoggedRequest): Wire {
  entry.answerBytes = wire.body.length;
  const { pieces } = wire;
  if (!pieces) return wire;
  const counted = function* (): Generator<string> {
    for (const piece of pieces) {
      entry.answerBytes += Buffer.byteLength(piece);
      yield piece;
    }
  };
  return { ...wire, pieces: counted() };
}

const CROWDED: Wire = { status: 429, headers: { "Retry-After": "1" }, body: Buffer.alloc(0) };
const underWay = new WeakMap<Host, number>();

/** Counts a request in until its answer is out, and says whether there are too many. */
function isCrowded(host: Host, response: ServerResponse): boolean {
  if (host.maxParallel === 0) return false;
  const count = (change: number): number => {
    const now = (underWay.get(host) ?? 0) + change;
    underWay.set(host, now);
    return now;
  };
  response.once("close", () => count(-1));
  return count(1) > host.maxParallel;
}

function describeForLog(incoming: Incoming, fault: string | undefined): Omit<LoggedRequest, "sequence"> {
  const { headers } = incoming.request;
  return {
    method: incoming.method,
    path: incoming.path,
    query: Object.fromEntries(incoming.query),
    body: maskBody(incoming.body),
    login: typeof headers.login === "string" ? headers.login : null,
    loginKind: attemptedLogin(headers),
    headerNames: Object.keys(headers).sort(),
    userAgent: headers["user-agent"] ?? null,
    status: null,
    answerBytes: 0,
    fault: fault ?? null,
  };
}

function send(wire: Wire, incoming: Incoming, response: ServerResponse): void {
  const headers: Record<string, string | number> = { ...HOST_HEADERS, ...wire.headers };
  // The session cookie comes with the first answer, a refusal too; clients must not need it.
  if (incoming.request.headers.cookie === undefined) {
    headers["Set-Cookie"] = "CCMBSESSIONID=fake; Path=/; HttpOnly";
  }
  if (wire.pieces) {
    response.writeHead(wire.status, headers);
    Readable.from(wire.pieces).pipe(response);
    return;
  }
  if (wire.status !== 204) headers["Content-Length"] = wire.body.length;
  response.writeHead(wire.status, headers);
  if (wire.cutAt === undefined) response.end(wire.body);
  else response.write(wire.body.subarray(0, wire.cutAt), () => drop(response));
}

function drop(response: ServerResponse): void {
  const { socket } = response;
  // A TLS socket can't be reset, only its TCP connection can; ending it without a goodbye comes to the same.
  if (socket && "encrypted" in socket) socket.destroy();
  else socket?.resetAndDestroy();
}
