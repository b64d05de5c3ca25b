import { SectigoError, StateError } from "../../../../core/index.ts";
import { credentialValues, makeAcme, setDomains, type WishedAcme, wishedAcme } from "./acme-account.ts";
import type { Keeping } from "./keeping.ts";
import { readFormer, readMade, writeFormer, writeMade } from "./made.ts";
import { removeFormer } from "./remove-former.ts";
import { removeRemote } from "./remove-remote.ts";
import type { ScmWork } from "./scm-work.ts";
import { keptValues, NOTHING_KEPT, type RemoteValues, type StoredProfile } from "./values.ts";

/** Keeps the ACME account as configured. SCM can rename one and change its domains; all else takes another account. */
export async function keepAcme(keeping: Keeping, work: ScmWork): Promise<RemoteValues> {
  const { prior, wished } = keeping;
  const acme = wishedAcme(wished);
  if (acme === null) return NOTHING_KEPT;
  const accountId = prior && accountOf(prior, acme);
  if (prior === null || accountId === null) return makeAnother(keeping, work, acme);
  if (!isToChange(prior, keeping, acme)) return keptValues(prior);
  const { client } = work.api;
  const account = await client.acme.account(accountId, work.wait);
  if (account.name !== acme.name) await client.acme.renameAccount(accountId, acme.name, work.wait);
  const left = await setDomains(work, accountId, acme.domains);
  if (left.length > 0) throw refused(left);
  await removeFormer(work, keeping.private);
  return { ...keptValues(prior), ...credentialValues(account, wished.eab_in_state === true) };
}

function accountOf(prior: StoredProfile, { server, organizationId }: WishedAcme): number | null {
  const isSame = prior.acme?.server === server && prior.ref?.organization_id === organizationId;
  return isSame ? prior.acme_account_id : null;
}

function isToChange(prior: StoredProfile, { wished }: Keeping, acme: WishedAcme): boolean {
  const isOther = JSON.stringify(wishedAcme(prior)) !== JSON.stringify(acme);
  return isOther || prior.eab_in_state !== wished.eab_in_state || (prior.drift ?? []).length > 0;
}

async function makeAnother(keeping: Keeping, work: ScmWork, acme: WishedAcme): Promise<RemoteValues> {
  const { prior } = keeping;
  const former = readMade(keeping.private);
  const { accountId, directoryUrl, made } = await makeAcme(work, acme);
  const bare = { ...NOTHING_KEPT, acme_account_id: accountId, acme_directory_url: directoryUrl };
  writeMade(keeping.private, made);
  if (prior !== null && prior.acme_account_id !== null && former.account)
    writeFormer(keeping.private, [...readFormer(keeping.private), prior.acme_account_id]);
  keeping.checkpoint(bare);
  const credentials =
    keeping.wished.eab_in_state === true
      ? credentialValues(await work.api.client.acme.account(accountId, work.wait), true)
      : {};
  const isSettled = await settleFirstDomains(keeping, work, { accountId, acme });
  if (prior !== null) await removeRemote(work, { ...prior, acme_account_id: null }, former);
  if (isSettled) await removeFormer(work, keeping.private);
  return { ...bare, ...credentials };
}

/**
 * An error now would taint an account that exists, and the next apply would make another with other credentials. So it is
 * a warning; the next refresh shows what is missing, and the next apply tries again. An account before it stays until then.
 * @returns whether the account has its domains
 */
async function settleFirstDomains(
  keeping: Keeping,
  work: ScmWork,
  { accountId, acme }: { readonly accountId: number; readonly acme: WishedAcme },
): Promise<boolean> {
  try {
    const left = await setDomains(work, accountId, acme.domains);
    if (left.length > 0) throw refused(left);
    return true;
  } catch (thrown) {
    const { summary, detail } = work.api.explain(SectigoError.from(thrown));
    keeping.warn(summary, `${detail} The account itself is made; the next apply tries again.`, "acme");
    return false;
  }
}

function refused(names: readonly string[]): StateError {
  return new StateError(`change the domains of the ACME account: SCM did not do so for ${names.join(", ")}`, {
    code: "state.acme_domains",
    path: "acme",
    hint: "They have to be domains that are delegated to the organization and validated. Validate them in SCM, or take them out.",
  });
}
