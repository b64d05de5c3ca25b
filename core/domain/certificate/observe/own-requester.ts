import type { WaitOptions } from "../../../base/deadline.ts";
import type { ScmClient } from "../../../scm/client.ts";
import type { CertificateDetails } from "../../../scm/schemas/certificates.ts";
import { isByApi } from "../judge/requesters.ts";
import { detailsOrGone } from "./find-orders.ts";

/** By session, which lives as long as one walk or one step, and has one login. */
const LEARNT = new WeakMap<ScmClient["session"], string>();

/**
 * Keeps who SCM says requested an order of ours, for logins that tell no address (OAuth2, or without the right to list
 * administrators).
 * @param details the record of an order that this caller has placed itself
 */
export function learnRequester(client: ScmClient, details: CertificateDetails): void {
  if (details.requester !== null && isByApi(details)) LEARNT.set(client.session, details.requester);
}

/**
 * The same as it was learnt; else read off an order that the caller is known to have placed.
 * @param ordered its id; null when there is none
 * @returns null when it can't be told
 */
export async function ownRequester(
  client: ScmClient,
  ordered: number | null,
  wait: WaitOptions,
): Promise<string | null> {
  const learnt = LEARNT.get(client.session) ?? null;
  if (learnt !== null || ordered === null) return learnt;
  const details = await detailsOrGone(client, ordered, wait);
  if (details !== null) learnRequester(client, details);
  return LEARNT.get(client.session) ?? null;
}
