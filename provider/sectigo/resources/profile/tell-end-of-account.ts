import { type AcmeClient, SectigoError } from "../../../../core/index.ts";
import { type Diagnostic, warning } from "../../../framework/diagnostics.ts";
import { path } from "../../../framework/path.ts";
import type { PlanRequest } from "../../../framework/resource.ts";
import type { Connection } from "../../connection.ts";
import type { ProfileAttributes } from "./attributes.ts";
import { connectionBy } from "./guard.ts";
import { readMade } from "./made.ts";

/**
 * Warns that the ACME account of the state goes, and with it the bindings of its clients: none of them can order or renew
 * until it registers with other credentials. Silent where the profile has none, or leaves it in SCM.
 */
export async function tellEndOfAccount({
  api,
  prior,
  signal,
  private: data,
}: PlanRequest<ProfileAttributes, Connection>): Promise<readonly Diagnostic[]> {
  const accountId = prior?.acme_account_id ?? null;
  if (api === null || prior === null || accountId === null || !readMade(data).account) return [];
  const found = await clientsOf(connectionBy(api, prior.ref), accountId, signal);
  if (found?.length === 0) return [];
  return [
    warning(
      `ACME account ${accountId} is deleted, and with it the bindings of ${countText(found)}`,
      `${activityText(found)}They can't order or renew until they register with the credentials of another account: ` +
        "hand those out before the certificates of these clients end.",
      path("acme"),
    ),
  ];
}

/** Null where SCM does not tell: the warning is no less true then. */
async function clientsOf(
  { client }: Connection,
  accountId: number,
  signal: AbortSignal,
): Promise<readonly AcmeClient[] | null> {
  try {
    const found: AcmeClient[] = [];
    for await (const each of client.acme.clients(accountId, {}, { signal }))
      if (each.status?.toLowerCase() !== "deactivated") found.push(each);
    return found;
  } catch (thrown) {
    if (thrown instanceof SectigoError) return null;
    throw thrown;
  }
}

function countText(clients: readonly AcmeClient[] | null): string {
  if (clients === null) return "its clients (SCM does not tell how many)";
  return clients.length === 1 ? "1 client" : `${clients.length} clients`;
}

function activityText(clients: readonly AcmeClient[] | null): string {
  const last = (clients ?? [])
    .flatMap(({ lastActivity }) => lastActivity ?? [])
    .sort()
    .at(-1);
  return last === undefined ? "" : `The last of them was active on ${last.slice(0, 10)}. `;
}
