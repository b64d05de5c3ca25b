import type { Decoder, RefusalWords } from "./answer.ts";
import type { CallName, CallRule } from "./calls.ts";
import type { SignInHeaders } from "./login.ts";
import type { AnswerReader } from "./row-reader.ts";
import type { WireRequest } from "./transport.ts";

/** A refusal that may be an outcome instead of an error. */
export interface Refusal extends RefusalWords {
  readonly status: number;
  /** A web page came: the refusal of something else, so that a wrong address must not pass for "deleted already". */
  readonly isPage: boolean;
}

type QueryValue = string | number | boolean;

/** One call as a resource describes it. */
export interface CallSpec<T> {
  readonly call: CallName;
  /** What is tried, with its name, in lower case: "read certificate 40211". Begins every error message. */
  readonly what: string;
  readonly params?: Readonly<Record<string, string | number>>;
  readonly query?: Readonly<Record<string, QueryValue | readonly QueryValue[] | undefined>>;
  /** Sent as JSON. */
  readonly body?: unknown;
  /** What of the body must not be shown: struck from whatever SCM says back. */
  readonly secrets?: readonly string[] | undefined;
  /** What of a good answer must not be shown: struck from whatever SCM says later, since it may be sent again. */
  secretsIn?(value: T): readonly string[];
  /** SCM holds a key of it that this process may never have seen: what looks like one is struck from what SCM says. */
  readonly hasUnseenKey?: boolean;
  /** Sent as a form instead. */
  readonly form?: Readonly<Record<string, string>>;
  /** `Accept` header; JSON when absent. */
  readonly accept?: string;
  /** Takes the time limit of reports instead of that of ordinary calls. */
  readonly isLong?: boolean;
  /** Answers that are longer end the call with `lost.too_large`. */
  readonly largestAnswerBytes?: number | undefined;
  readonly decode: Decoder<T>;
  /** Reads a good answer while it arrives, instead of `decode`; one reader for each try. */
  readonly read?: () => AnswerReader<T>;
  /** Turns a refusal into a typed outcome, or leaves it an error by returning undefined. */
  readonly recover?: (refusal: Refusal) => T | undefined;
}

/** The classic host (`cert-manager.com`), or the Admin Operations host (`admin.*.sectigo.com`), which has newer paths only. */
export type Edition = "classic" | "admin";

/** What of the caller goes into a request. */
interface WireContext {
  readonly edition: Edition;
  /** Path prefix of the sign-in. */
  readonly prefix: string;
  readonly userAgent: string;
  readonly timeoutMs: number;
  readonly longTimeoutMs: number;
}

function fillPath(template: string, params: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(params[name] ?? "")));
}

function queryText(query: NonNullable<CallSpec<unknown>["query"]>): string {
  const pairs = Object.entries(query).flatMap(([name, value]): [string, string][] =>
    [value].flat().flatMap((one): [string, string][] => (one === undefined ? [] : [[name, String(one)]])),
  );
  return pairs.length === 0 ? "" : `?${new URLSearchParams(pairs).toString()}`;
}

/** The body and its content type; none for calls without one. */
function content(spec: CallSpec<unknown>): { body: WireRequest["body"]; headers: Record<string, string> } {
  if (spec.form) {
    const body = new URLSearchParams(spec.form).toString();
    return { body, headers: { "content-type": "application/x-www-form-urlencoded" } };
  }
  if (spec.body === undefined) return { body: null, headers: {} };
  return { body: JSON.stringify(spec.body), headers: { "content-type": "application/json;charset=utf-8" } };
}

/** A user who pressed Ctrl-C waits for so long, but not for a whole time limit. */
const GRACE_MS = 10_000;

/** Lays a call out as one request. */
export function buildWire(
  spec: CallSpec<unknown>,
  rule: CallRule,
  sign: SignInHeaders,
  context: WireContext,
): WireRequest {
  const template = context.edition === "admin" ? (rule.adminPath ?? rule.path) : rule.path;
  const { body, headers } = content(spec);
  const isOnce = rule.repeat === "ifUnsent";
  return {
    method: rule.method,
    path: `${context.prefix}${fillPath(template, spec.params ?? {})}${queryText(spec.query ?? {})}`,
    headers: {
      ...sign,
      accept: spec.accept ?? "application/json",
      "user-agent": context.userAgent,
      ...headers,
    },
    body,
    freshConnection: isOnce,
    graceMs: isOnce ? GRACE_MS : 0,
    timeoutMs: spec.isLong ? context.longTimeoutMs : context.timeoutMs,
    largestAnswerBytes: spec.largestAnswerBytes,
  };
}
