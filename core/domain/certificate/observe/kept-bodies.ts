import type { ScmClient } from "../../../scm/client.ts";

/** More than are looked at beside each other; what is never asked for again is not kept for long. */
const MOST_KEPT = 64;

/** By client, which lives as long as one walk or one step. */
const KEPT = new WeakMap<ScmClient, Map<number, Uint8Array>>();

/** Keeps what SCM sent for an id, since the one who follows that certificate asks for it a moment later. */
export function keepBody(client: ScmClient, sslId: number, body: Uint8Array): void {
  const kept = KEPT.get(client) ?? new Map<number, Uint8Array>();
  KEPT.set(client, kept);
  kept.delete(sslId);
  kept.set(sslId, body);
  const [oldest] = kept.keys();
  if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
}

/** What was kept of an id, once; null when there is none. Whether it is what its record names now, the reader compares. */
export function takeBody(client: ScmClient, sslId: number): Uint8Array | null {
  const body = KEPT.get(client)?.get(sslId) ?? null;
  KEPT.get(client)?.delete(sslId);
  return body;
}
