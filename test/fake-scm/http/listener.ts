import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { notAuthorized, ScmError } from "../errors.ts";
import type { Faults } from "../faults.ts";
import { type LoggedRequest, maskBody, type RequestLog } from "../request-log.ts";
import type { Scm } from "../scm.ts";
import { type Answer, edgeAnswer, refusal } from "./answer.ts";
import type { Route } from "./call.ts";
import type { Router } from "./router.ts";
import { attemptedLogin, signIn } from "./sign-in.ts";
import { answerInstead, toWire, type Wire } from "./spoil.ts";

/** What the API server works with. */
export type Api = {
  readonly scm: Scm;
  readonly routes: Router<Route>;
  readonly faults: Faults;
  readonly log: RequestLog;
  /** Address of the server without a path. */
  readonly origin: () => string;
};

type Incoming = {
  readonly method: string;
  /** As sent, without query. */
  readonly path: string;
  /** Below the API's root, or undefined when it is not SCM's at all. */
  readonly inner: string | undefined;
  readonly prefix: string;
  readonly query: URLSearchParams;
  readonly request: IncomingMessage;
  readonly body: Buffer;
};

/** Headers of the real host, which clients have to live with. */
const HOST_HEADERS = {
  Server: "Apache",
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "SAMEORIGIN",
};

/** Serves SCM's API: log, planted fault, sign-in, privilege, work, in that order. */
export function apiListener(api: Api): RequestListener {
  return (request, response) => {
    readBody(request).then(
      (body) => serve(api, describe(request, body), response),
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
  const prefix = ["/private/api", "/api"].find((candidate) => path.startsWith(`${candidate}/`)) ?? "";
  const inner = prefix === "" ? undefined : path.slice(prefix.length);
  return { method: request.method ?? "GET", path, inner, prefix, query, request, body };
}

function serve(api: Api, incoming: Incoming, response: ServerResponse): void {
  const fault = incoming.inner === undefined ? undefined : api.faults.meet(incoming.method, incoming.inner);
  const entry = api.log.add(describeForLog(incoming, fault?.kind));
  const finish = (): void => {
    const wire = toWire(answerInstead(fault) ?? work(api, incoming), fault, api.scm.options.emptyMembers);
    if (fault?.kind === "reset-after") drop(response);
    if (fault?.kind === "reset-after" || fault?.kind === "hang-after") return;
    entry.status = wire.status;
    send(wire, incoming, response);
  };
  if (fault?.kind === "reset-before") drop(response);
  else if (fault?.kind === "slow") setTimeout(finish, fault.delayMs ?? 1000).unref();
  else if (fault?.kind !== "hang") finish();
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
    fault: fault ?? null,
  };
}

function work(api: Api, incoming: Incoming): Answer {
  const { scm } = api;
  scm.settle();
  try {
    const { administrator, kind } = signIn(incoming.request.headers, scm.tenant);
    const found =
      incoming.inner === undefined ? undefined : findRoute(api.routes, incoming.method, incoming.inner);
    if (!found) return edgeAnswer(404, "Not Found");
    const { privilege, action } = found.target;
    if (privilege !== undefined && !administrator.privileges.includes(privilege)) {
      throw notAuthorized(action ?? "perform this operation");
    }
    return found.target.work({
      params: found.params,
      query: incoming.query,
      body: incoming.body,
      contentType: incoming.request.headers["content-type"] ?? "",
      administrator,
      loginKind: kind,
      now: scm.clock.now(),
      root: `${api.origin()}${incoming.prefix}`,
      scm,
    });
  } catch (error) {
    if (error instanceof ScmError) return refusal(error);
    // A fault of the fake itself: said aloud, and answered as SCM answers its own.
    console.error("fake SCM:", error);
    return refusal(new ScmError(500, -14, "Internal error"));
  }
}

/** `/ssl/v2` is `/ssl/v1` but for the import, which has a pattern of its own. */
function findRoute(routes: Router<Route>, method: string, path: string): ReturnType<Router<Route>["find"]> {
  return routes.find(method, path) ?? routes.find(method, path.replace(/^\/ssl\/v2(?=\/|$)/, "/ssl/v1"));
}

function send(wire: Wire, incoming: Incoming, response: ServerResponse): void {
  const headers: Record<string, string | number> = { ...HOST_HEADERS, ...wire.headers };
  // The session cookie comes with the first answer, a refusal too; clients must not need it.
  if (incoming.request.headers.cookie === undefined) {
    headers["Set-Cookie"] = "CCMBSESSIONID=fake; Path=/; HttpOnly";
  }
  if (wire.status !== 204) headers["Content-Length"] = wire.body.length;
  response.writeHead(wire.status, headers);
  if (wire.cutAt === undefined) response.end(wire.body);
  else response.write(wire.body.subarray(0, wire.cutAt), () => drop(response));
}

function drop(response: ServerResponse): void {
  response.socket?.resetAndDestroy();
}
