import { NotFoundError } from "../../../../core/index.ts";
import type { PrivateData } from "../../../framework/private.ts";
import type { Operation } from "../../../framework/resource.ts";
import { type Connection, waitOf } from "../../connection.ts";
import { acmeDrift, credentialValues, wishedAcme } from "./acme-account.ts";
import { settingsDrift } from "./form-settings.ts";
import { checkUnit, connectionBy } from "./guard.ts";
import { isKnownCode } from "./known-code.ts";
import { readFormer, readMade } from "./made.ts";
import type { ScmWork } from "./scm-work.ts";
import type { StoredProfile } from "./values.ts";
import { formDrift, wishedForm } from "./wished-form.ts";

/**
 * Looks at what the profile keeps in SCM, and says in words what was changed. A profile that keeps nothing there is
 * what its state says, without a call.
 */
export async function readProfile(
  request: Operation<Connection> & { readonly state: StoredProfile },
): Promise<StoredProfile> {
  const { state } = request;
  checkUnit(state, request.api, "read");
  const work = { api: connectionBy(request.api, state.ref), wait: waitOf(request) };
  if (state.endpoint_account_id !== null) return readForm(work, state, request);
  if (state.acme_account_id !== null) return readAcme(work, state, request.private);
  return state;
}

async function readForm(
  work: ScmWork,
  state: StoredProfile,
  { private: data, warn }: Pick<Operation<Connection>, "private" | "warn">,
): Promise<StoredProfile> {
  const { endpoint_id: endpointId, endpoint_account_id: accountId } = state;
  const wished = wishedForm(state);
  if (endpointId === null || accountId === null || wished === null) return state;
  const reference = { endpointId, accountId };
  const found = await unlessGone(work.api.client.endpoints.account(reference, work.wait));
  // The form stays on record: whether it is ours to remove hangs on its id.
  if (found === null)
    return { ...state, endpoint_account_id: null, enrollment_url: null, drift: ["web form account is gone"] };
  if (found.authentication === null && found.scmProfileIds === null)
    warn(
      `SCM shows too little of account ${accountId} on web form ${endpointId} to find what is changed of it`,
      "Its details have name, type and organization only. Whether its access code, its SCM profiles or its automatic " +
        "approval are still those of the profile can't be seen: look at the account in SCM.",
      "web_form",
    );
  const made = readMade(data);
  const settings = made.endpoint ? await unlessGone(settingsDrift(work, endpointId, wished)) : [];
  const isOtherCode = found.accessCode !== null && isKnownCode(data, found.accessCode) === false;
  const code = isOtherCode ? ["web form account, access code: another than this profile has set"] : [];
  return { ...state, drift: [...formDrift(wished, found, made.account), ...code, ...(settings ?? [])] };
}

async function readAcme(work: ScmWork, state: StoredProfile, data: PrivateData): Promise<StoredProfile> {
  const wished = wishedAcme(state);
  if (state.acme_account_id === null || wished === null) return state;
  const account = await unlessGone(work.api.client.acme.account(state.acme_account_id, work.wait));
  if (account === null) {
    const nothing = { acme_account_id: null, acme_eab_key_id: null, acme_eab_hmac_key: null };
    return { ...state, ...nothing, drift: ["ACME account is gone"] };
  }
  const credentials = credentialValues(account, state.eab_in_state === true);
  const former = readFormer(data).map((id) => `ACME account ${id}, which this one follows, is still there`);
  return { ...state, ...credentials, drift: [...(await acmeDrift(work, wished, account)), ...former] };
}

/** Null for what SCM no longer shows; it may also be hidden, but then another one does no harm. */
async function unlessGone<T>(question: Promise<T>): Promise<T | null> {
  try {
    return await question;
  } catch (thrown) {
    if (thrown instanceof NotFoundError) return null;
    throw thrown;
  }
}
