import type { WaitOptions } from "../../../base/deadline.ts";
import { PrivilegeError } from "../../../base/errors.ts";
import type { ScmClient } from "../../../scm/client.ts";

/**
 * The mail address that SCM shows as requester of what this login ordered; null when it can't be told.
 * @param login null for OAuth2, whose administrator is not told
 */
export async function requesterMail(
  client: ScmClient,
  login: string | null,
  wait: WaitOptions,
): Promise<string | null> {
  if (login === null) return null;
  try {
    const { items } = await client.administrators.list({ login }, wait);
    return items.find((administrator) => administrator.login === login)?.email ?? null;
  } catch (thrown) {
    // Many an API administrator may not list administrators; then requesters are not compared.
    if (thrown instanceof PrivilegeError) return null;
    throw thrown;
  }
}
