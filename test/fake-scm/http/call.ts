import type { Scm } from "../scm.ts";
import type { Administrator } from "../tenant.ts";
import type { Answer } from "./answer.ts";

/** How a caller proved who it is. */
export type LoginKind = "password" | "certificate" | "token";

/** One request after sign-in and routing, as a route sees it. */
export type Call = {
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: Buffer;
  readonly contentType: string;
  readonly administrator: Administrator;
  readonly loginKind: LoginKind;
  /** Instant of the request, epoch milliseconds; the same for all that one request does. */
  readonly now: number;
  /** Absolute address of the API's root as this caller sees it, for Location headers. */
  readonly root: string;
  readonly scm: Scm;
};

/** One documented call of SCM. */
export type Route = {
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  /** Below `/api`, e.g. `/ssl/v1/{sslId}`. */
  readonly path: string;
  /** Privilege it takes; checked after sign-in and before the body is looked at. */
  readonly privilege?: string;
  /** What the refusal says the caller may not do. */
  readonly action?: string;
  readonly work: (call: Call) => Answer | Promise<Answer>;
};

/** Path variable by name; a route only asks for names that stand in its own path. */
export function param(call: Call, name: string): string {
  const value = call.params[name];
  if (value === undefined) throw new Error(`route has no {${name}}`);
  return value;
}
