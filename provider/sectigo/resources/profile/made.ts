import type { PrivateData } from "../../../framework/private.ts";

/** What of the things in SCM this profile made itself: only that is removed again. */
export interface Made {
  readonly endpoint: boolean;
  readonly account: boolean;
}

export const NOTHING_MADE: Made = { endpoint: false, account: false };

const KEY = "made";
const FORMER = "former_acme_accounts";

/** ACME accounts of this profile's making that gave way to another, and stay until that one has its domains. */
export function readFormer(data: Pick<PrivateData, "get">): readonly number[] {
  const stored = data.get(FORMER);
  return Array.isArray(stored) ? stored.filter((id): id is number => typeof id === "number") : [];
}

export function writeFormer(data: PrivateData, ids: readonly number[]): void {
  if (ids.length > 0) data.set(FORMER, [...ids]);
  else data.delete(FORMER);
}

/** Nothing on record: nothing is ours. */
export function readMade(data: Pick<PrivateData, "get">): Made {
  const stored = data.get(KEY);
  const made: { readonly [name: string]: unknown } =
    typeof stored === "object" && stored !== null && !Array.isArray(stored) ? { ...stored } : {};
  return { endpoint: made.endpoint === true, account: made.account === true };
}

export function writeMade(data: PrivateData, { endpoint, account }: Made): void {
  if (endpoint || account) data.set(KEY, { endpoint, account });
  else data.delete(KEY);
}
