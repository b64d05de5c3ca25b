import type { PrivateData } from "../../../framework/private.ts";

/** Why SCM says the certificate was revoked; kept beside the state, since a plan must judge it without asking again. */
const KEY = "revocation_reason";

export function readRevocation(data: PrivateData): number | null {
  const reason = data.get(KEY);
  return typeof reason === "number" ? reason : null;
}

export function writeRevocation(data: PrivateData, reason: number | null): void {
  if (reason === null) data.delete(KEY);
  else data.set(KEY, reason);
}
