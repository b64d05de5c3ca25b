import { TLSSocket } from "node:tls";
import { notAuthorized, ScmError, TokenError } from "../errors.ts";
import type { Scm } from "../scm.ts";
import { type Answer, edgeAnswer, refusal } from "./answer.ts";
import type { Route } from "./call.ts";
import type { Incoming } from "./exchange.ts";
import type { Router } from "./router.ts";
import { signIn } from "./sign-in.ts";

/** Addresses that stand in answers; known once the servers listen. */
export type Addresses = { readonly api: string; readonly token: string };

/** What SCM's host works with. */
export type Api = {
  readonly scm: Scm;
  readonly routes: Router<Route>;
  readonly addresses: () => Addresses;
};

const PREFIXES = ["/private/api", "/api"] as const;

/** Path below the API's root, or undefined when the address is not SCM's at all. */
export function apiPath(path: string): string | undefined {
  const prefix = prefixOf(path);
  return prefix && path.slice(prefix.length);
}

function prefixOf(path: string): string | undefined {
  return PREFIXES.find((candidate) => path.startsWith(`${candidate}/`));
}

/** Answers one call: sign-in, then privilege, then the route's own checks. */
export async function answerCall(api: Api, incoming: Incoming): Promise<Answer> {
  api.scm.settle();
  try {
    return await dispatch(api, incoming);
  } catch (error) {
    if (error instanceof ScmError) return refusal(error);
    if (error instanceof TokenError) {
      return { status: 401, bytes: Buffer.alloc(0), headers: { "WWW-Authenticate": api.addresses().token } };
    }
    // A fault of the fake itself: said aloud, and answered as SCM answers its own.
    console.error("fake SCM:", error);
    return refusal(new ScmError(500, -14, "Internal error"));
  }
}

function dispatch(api: Api, incoming: Incoming): Answer | Promise<Answer> {
  const { scm } = api;
  const { request, method, path } = incoming;
  const prefix = prefixOf(path) ?? "/api";
  const { administrator, kind } = signIn(scm, {
    headers: request.headers,
    prefix,
    peerCertificate: request.socket instanceof TLSSocket ? peerCertificate(request.socket) : undefined,
  });
  const inner = apiPath(path);
  const found = inner === undefined ? undefined : findRoute(api.routes, method, inner);
  if (!found) return edgeAnswer(404, "Not Found");
  const { privilege, action } = found.target;
  if (privilege !== undefined && !administrator.privileges.includes(privilege)) {
    throw notAuthorized(action ?? "perform this operation");
  }
  return found.target.work({
    params: found.params,
    query: incoming.query,
    body: incoming.body,
    contentType: request.headers["content-type"] ?? "",
    administrator,
    loginKind: kind,
    now: scm.clock.now(),
    root: `${api.addresses().api}${prefix}`,
    scm,
  });
}

const peers = new WeakMap<TLSSocket, Buffer | undefined>();

/** The client's certificate, once per connection. */
function peerCertificate(socket: TLSSocket): Buffer | undefined {
  if (!peers.has(socket)) peers.set(socket, socket.getPeerX509Certificate()?.raw);
  return peers.get(socket);
}

/**
 * `/ssl/v2` is `/ssl/v1` but for the import, which has a pattern of its own. HEAD is GET, whose body the server leaves out:
 * clients count by the header X-Total-Count.
 */
function findRoute(routes: Router<Route>, asked: string, path: string): ReturnType<Router<Route>["find"]> {
  const method = asked === "HEAD" ? "GET" : asked;
  return routes.find(method, path) ?? routes.find(method, path.replace(/^\/ssl\/v2(?=\/|$)/, "/ssl/v1"));
}
