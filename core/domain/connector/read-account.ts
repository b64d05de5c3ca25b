import type { WaitOptions } from "../../base/deadline.ts";
import { LostError, NotFoundError, OutageError, PrivilegeError, RateError } from "../../base/errors.ts";
import type { ScmClient } from "../../scm/client.ts";
import type { ScmDate } from "../../scm/schemas/dates.ts";
import { judgePrivileges, type PrivilegeVerdict } from "./privileges.ts";

/** What an administrator can learn of itself. */
interface AccountFindings {
  readonly privileges: PrivilegeVerdict;
  /** Null when it never ends, when nothing tells, or when there is none. */
  readonly passwordExpires: ScmDate | null;
}

/** After these it is only unknown. */
const SILENT = [PrivilegeError, NotFoundError, OutageError, LostError, RateError];

type AccountClient = Pick<ScmClient, "administrators">;

/**
 * Reads what SCM shows of the administrator who asks, by reading alone: nothing that could act is tried.
 * @param login null for an OAuth2 client, whose administrator SCM does not show
 */
export async function readAccount(
  client: AccountClient,
  login: string | null,
  wait: WaitOptions = {},
): Promise<AccountFindings> {
  if (login === null) return { privileges: judgePrivileges(null), passwordExpires: null };
  const passwordExpires = await unlessRefused(async () => {
    return (await client.administrators.passwordState(wait)).expires;
  });
  const own = await readOwnPrivileges(client, login, wait);
  return { privileges: judgePrivileges(own), passwordExpires };
}

/** Privileges of the administrator who asks, by its own record; null where SCM does not show that. */
export function readOwnPrivileges(
  client: AccountClient,
  login: string,
  wait: WaitOptions = {},
): Promise<readonly string[] | null> {
  return unlessRefused(async () => {
    const { items } = await client.administrators.list({ login }, wait);
    const record = items.find((administrator) => administrator.login === login);
    return record === undefined ? null : (await client.administrators.get(record.adminId, wait)).privileges;
  });
}

/** Many an administrator may not read administrators, its own record included; and an outage does not decide either. */
async function unlessRefused<T>(work: () => Promise<T | null>): Promise<T | null> {
  try {
    return await work();
  } catch (thrown) {
    if (SILENT.some((kind) => thrown instanceof kind)) return null;
    throw thrown;
  }
}
