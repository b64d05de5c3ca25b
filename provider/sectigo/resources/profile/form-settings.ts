import type { ScmWork } from "./scm-work.ts";
import type { WishedForm } from "./wished-form.ts";

const TO_ALL = "GLOBAL_FOR_CUSTOMER";

/** What differs of a web form that the profile made: for whom it is, and its help text where the profile has one. */
export async function settingsDrift(
  { api, wait }: ScmWork,
  endpointId: number,
  { account, helpText }: WishedForm,
): Promise<string[]> {
  const { endpoints } = api.client;
  const { delegationMode, organizationIds } = await endpoints.get(endpointId, wait);
  const wanted = account.organizationId;
  const isToAll = delegationMode === TO_ALL;
  const isMissing = delegationMode !== null && !isToAll && !organizationIds.includes(wanted);
  const found = isToAll ? "all organizations" : organizationIds.join(", ") || "none";
  const help = helpText === null ? null : await helpTextOf({ api, wait }, endpointId);
  return [
    ...(isToAll || isMissing ? [`web form, delegated to: ${found} instead of ${wanted}`] : []),
    ...(help === helpText ? [] : ["web form, help text: another one"]),
  ];
}

/** Puts right what {@link settingsDrift} tells. */
export async function settleSettings(work: ScmWork, endpointId: number, wished: WishedForm): Promise<void> {
  await delegateForm(work, endpointId, wished);
  const { endpoints } = work.api.client;
  if (wished.helpText === null || (await helpTextOf(work, endpointId)) === wished.helpText) return;
  const config = await endpoints.config(endpointId, work.wait);
  await endpoints.setConfig(endpointId, { ...config, enrollmentHelp: wished.helpText }, work.wait);
}

/** Delegates the form to the configured organization, and to those that its accounts are for. */
export async function delegateForm(
  { api, wait }: ScmWork,
  endpointId: number,
  { account }: WishedForm,
): Promise<void> {
  const { endpoints } = api.client;
  const { delegationMode, organizationIds } = await endpoints.get(endpointId, wait);
  if (delegationMode === null) return;
  if (delegationMode !== TO_ALL && organizationIds.includes(account.organizationId)) return;
  const ids = new Set([...organizationIds, account.organizationId]);
  for await (const { organizationId } of endpoints.accounts(endpointId, {}, wait))
    if (organizationId !== null) ids.add(organizationId);
  await endpoints.delegate(endpointId, [...ids], wait);
}

async function helpTextOf({ api, wait }: ScmWork, endpointId: number): Promise<string | null> {
  const { enrollmentHelp } = await api.client.endpoints.config(endpointId, wait);
  return typeof enrollmentHelp === "string" ? enrollmentHelp : null;
}
