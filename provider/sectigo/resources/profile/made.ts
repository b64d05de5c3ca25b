import type { PrivateData } from "../../../framework/private.ts";

/** What of the things in SCM this profile made itself: only that is removed again. */
export interface Made {
  readonly endpoint: boolean;
  readonly account: boolean;
}

export const NOTHING_MADE: Made = { endpoint: false, account: false };

const KEY = "made";

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
