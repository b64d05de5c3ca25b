/** `always`: asking twice changes nothing. `ifUnsent`: only while no byte of it can have left this machine. */
export type Repetition = "always" | "ifUnsent";

export interface CallRule {
  readonly method: "GET" | "HEAD" | "POST" | "PUT" | "DELETE";
  /** Path below `/api`, with `{name}` for what varies. */
  readonly path: string;
  readonly repeat: Repetition;
}

function read(path: string): CallRule {
  return { method: "GET", path, repeat: "always" };
}

/**
 * Every call this client makes, by its name in errors and logs, and whether it may be repeated.
 * SCM has no idempotency key, so what orders or decides goes out once; whoever needs it again looks first.
 * Source: Sectigo Certificate Manager REST API reference, May 2025; Admin Operations OpenAPI file 25.9.2.
 */
export const CALLS = {
  "GET organization": read("/organization/v1"),
  "GET ssl/types": read("/ssl/v1/types"),
  "GET ssl/customFields": read("/ssl/v1/customFields"),
  "GET ssl": read("/ssl/v1"),
  "HEAD ssl": { method: "HEAD", path: "/ssl/v1", repeat: "always" },
  "GET ssl/{sslId}": read("/ssl/v1/{sslId}"),
  // The path form; `?format=` is documented too, but the older form is what nearly every public client uses.
  "GET ssl/collect/{sslId}": read("/ssl/v1/collect/{sslId}/{format}"),
  // An order costs money, and SCM accepts the same one twice.
  "POST ssl/enroll": { method: "POST", path: "/ssl/v1/enroll", repeat: "ifUnsent" },
  // A second one answers "already revoked", which is what was wanted.
  "POST ssl/revoke/{sslId}": { method: "POST", path: "/ssl/v1/revoke/{sslId}", repeat: "always" },
  // Sets members to given values, so the second writes what the first wrote.
  "PUT ssl": { method: "PUT", path: "/ssl/v1", repeat: "always" },
} as const satisfies Record<string, CallRule>;

export type CallName = keyof typeof CALLS;

/** The rule of a call; a function, so that callers see the wide type. */
export function callRule(name: CallName): CallRule {
  return CALLS[name];
}
