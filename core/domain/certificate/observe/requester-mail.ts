import type { WaitOptions } from "../../../base/deadline.ts";
import { PrivilegeError } from "../../../base/errors.ts";
import type { ScmClient } from "../../../scm/client.ts";

/** By session, which lives as long as one walk or one step. */
const KNOWN = new WeakMap<ScmClient["session"], Map<string, Promise<string | null>>>();

/**
 * The mail address that SCM shows as requester of what this login ordered; null when it can't be told.
 * @param login null for OAuth2, whose administrator is not told
 */
export function requesterMail(
  client: ScmClient,
  login: string | null,
  wait: WaitOptions,
): Promise<string | null> {
  if (login === null) return Promise.resolve(null);
  const known = KNOWN.get(client.session) ?? new Map<string, Promise<string | null>>();
  KNOWN.set(client.session, known);
  const mail = known.get(login) ?? ask(client, login, wait);
  known.set(login, mail);
  // A failed question is asked again by the next order.
  mail.catch(() => known.delete(login));
  return mail;
}

async function ask(client: ScmClient, login: string, wait: WaitOptions): Promise<string | null> {
  try {
    const { items } = await client.administrators.list({ login }, wait);
    return items.find((administrator) => administrator.login === login)?.email ?? null;
  } catch (thrown) {
    // Many an API administrator may not list administrators; then requesters are not compared.
    if (thrown instanceof PrivilegeError) return null;
    throw thrown;
  }
}
