import type { Made } from "./made.ts";
import type { ScmWork } from "./scm-work.ts";
import type { StoredProfile } from "./values.ts";
import { removeForm } from "./web-form.ts";

/** Removes what the profile made in SCM, and nothing else. */
export async function removeRemote(work: ScmWork, state: StoredProfile, made: Made): Promise<void> {
  const { endpoint_id: endpointId, endpoint_account_id: accountId, acme_account_id: acmeAccountId } = state;
  if (endpointId !== null) await removeForm(work, { endpointId, accountId }, made);
  if (acmeAccountId !== null && made.account)
    await work.api.client.acme.deleteAccount(acmeAccountId, work.wait);
}
