import { type Diagnostic, error } from "../framework/diagnostics.ts";
import { path } from "../framework/path.ts";
import type { Connection } from "./connection.ts";

/** Which SCM account something belongs to, as a `ref` carries it. */
export interface AccountRef {
  readonly host: string | null;
  /** Null where a client id signs in without one. */
  readonly customer_uri: string | null;
}

/** True where both name an account, and not the same one; what is not said differs from nothing. */
export function isOtherAccount(one: AccountRef, other: AccountRef): boolean {
  const differs = (a: string | null, b: string | null): boolean => a !== null && b !== null && a !== b;
  return differs(one.host, other.host) || differs(one.customer_uri, other.customer_uri);
}

/**
 * Refuses a `ref` of another account than this provider block's, before any call: its ids mean something else here.
 * @param argument that the `ref` was given to
 */
export function judgeAccount(ref: AccountRef, api: Connection, argument: string): readonly Diagnostic[] {
  if (!isOtherAccount(ref, api.place)) return [];
  const name = ({ host, customer_uri }: AccountRef) => `customer ${customer_uri ?? "(not said)"} at ${host}`;
  return [
    error(
      `${argument} belongs to another SCM account than this provider block`,
      `It is of ${name(ref)}; this provider block signs in as ${name(api.place)}. Use the provider block (alias) of that ` +
        "account, or give the ref of an object of this one.",
      path(argument),
    ),
  ];
}
