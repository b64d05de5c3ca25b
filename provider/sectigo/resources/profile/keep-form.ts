import { settleSettings } from "./form-settings.ts";
import type { Keeping } from "./keeping.ts";
import { isKnownCode, rememberCode } from "./known-code.ts";
import { type Made, readMade, writeMade } from "./made.ts";
import { removeFormer } from "./remove-former.ts";
import { removeRemote } from "./remove-remote.ts";
import type { ScmWork } from "./scm-work.ts";
import { keptValues, NOTHING_KEPT, type RemoteValues, type StoredProfile } from "./values.ts";
import { changeForm, makeForm } from "./web-form.ts";
import { type WishedForm, wishedForm } from "./wished-form.ts";

/** Keeps the account on a web form as configured: changed where it stands, or made anew on another form. */
export async function keepForm(keeping: Keeping, work: ScmWork): Promise<RemoteValues> {
  const { prior, wished, accessCode } = keeping;
  const form = wishedForm(wished);
  if (form === null) return NOTHING_KEPT;
  const present = prior && accountOf(prior, form);
  if (prior === null || present === null) return makeAnother(keeping, work, form);
  if (isToChange(prior, keeping, form)) {
    const made = readMade(keeping.private);
    const code = await changeForm(work, present, {
      wished: form,
      accessCode,
      isNewCode: prior.access_code_wo_version !== wished.access_code_wo_version,
      isOwnCode: (found) => isKnownCode(keeping.private, found) === true,
      isOwn: made.account,
    });
    rememberCode(keeping.private, code);
    if (made.endpoint) await settleSettings(work, present.endpointId, form);
  }
  return keptValues(prior);
}

/** The account on this very form; null where there is none. */
function accountOf(prior: StoredProfile, { endpoint }: WishedForm) {
  const { endpoint_id: endpointId, endpoint_account_id: accountId, web_form } = prior;
  if (endpointId === null || accountId === null || web_form?.endpoint !== endpoint) return null;
  return { endpointId, accountId };
}

/** Other changes of the profile are none of SCM's business. */
function isToChange(prior: StoredProfile, { wished }: Keeping, form: WishedForm): boolean {
  const isOther = JSON.stringify(wishedForm(prior)) !== JSON.stringify(form);
  const isNewCode = prior.access_code_wo_version !== wished.access_code_wo_version;
  return isOther || isNewCode || (prior.drift ?? []).length > 0;
}

async function makeAnother(keeping: Keeping, work: ScmWork, form: WishedForm): Promise<RemoteValues> {
  const { prior, accessCode } = keeping;
  const former = readMade(keeping.private);
  const { account, made } = await makeForm(work, form, accessCode);
  rememberCode(keeping.private, form.authentication === "accessCode" ? accessCode : null);
  const isOwn = former.endpoint && prior?.endpoint_id === account.endpointId;
  const values = {
    ...NOTHING_KEPT,
    endpoint_id: account.endpointId,
    endpoint_account_id: account.accountId,
    enrollment_url: account.url,
  };
  await succeed({ keeping, work, former }, values, { ...made, endpoint: made.endpoint || isOwn });
  return values;
}

/** What was kept before the new one. */
interface Succession {
  readonly keeping: Keeping;
  readonly work: ScmWork;
  readonly former: Made;
}

/** The new one is there: it is put on record before the former one goes. */
async function succeed(
  { keeping, work, former }: Succession,
  values: RemoteValues,
  made: Made,
): Promise<void> {
  writeMade(keeping.private, made);
  keeping.checkpoint(values);
  await removeFormer(work, keeping.private);
  if (keeping.prior !== null) await removeRemote(work, keeping.prior, former);
}
