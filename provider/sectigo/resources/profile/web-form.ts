import { ConfigError, type EndpointAuthentication, quoted, StateError } from "../../../../core/index.ts";
import { createOnce } from "./create-once.ts";
import { delegateForm } from "./form-settings.ts";
import type { Made } from "./made.ts";
import type { ScmWork } from "./scm-work.ts";
import { accountWished, type WishedForm } from "./wished-form.ts";

/** An account on a web form, and where that is. */
interface FormAccount {
  readonly endpointId: number;
  readonly accountId: number;
  readonly url: string | null;
}

interface MadeForm {
  readonly account: FormAccount;
  readonly made: Made;
}

const SSL_WEB_FORM = "SSL_WEB_FORM";

/** Finds or makes the web form, then the account on it. What was begun and can't be ended is taken back. */
export function makeForm(work: ScmWork, wished: WishedForm, accessCode: string | null): Promise<MadeForm> {
  return work.api.turns.take(`web form ${wished.endpoint}`, () => makeNow(work, wished, accessCode));
}

async function makeNow(work: ScmWork, wished: WishedForm, accessCode: string | null): Promise<MadeForm> {
  const { madeForms } = work.api;
  const found = await findEndpoint(work, wished);
  const endpointId = found ?? (await makeEndpoint(work, wished));
  try {
    // Made by this run for another organization, perhaps.
    if (found !== null && madeForms.has(found)) await delegateForm(work, found, wished);
    const { accountId, isMade } = await makeAccount(work, { endpointId, wished, accessCode });
    const { url } = await work.api.client.endpoints.get(endpointId, work.wait);
    if (found === null) madeForms.add(endpointId);
    const made = { endpoint: madeForms.has(endpointId), account: isMade };
    return { account: { endpointId, accountId, url }, made };
  } catch (thrown) {
    if (found === null) await forgetEndpoint(work, endpointId);
    throw thrown;
  }
}

/** @throws StateError when several have the name */
async function findEndpoint(
  { api, wait }: ScmWork,
  { endpoint: name }: Pick<WishedForm, "endpoint">,
): Promise<number | null> {
  const ids: number[] = [];
  for await (const row of api.client.endpoints.list({ name }, wait))
    if (row.name === name && (row.type ?? SSL_WEB_FORM) === SSL_WEB_FORM) ids.push(row.endpointId);
  const [id = null, ...others] = ids;
  if (others.length === 0) return id;
  throw new StateError(`find the web form ${quoted(name)}: SCM has ${ids.length} (${ids.join(", ")})`, {
    code: "state.endpoint_ambiguous",
    path: "web_form",
    hint: "Rename one of them in SCM, or name another endpoint.",
  });
}

async function makeEndpoint(
  work: ScmWork,
  { endpoint: name, uriExtension, helpText, account }: WishedForm,
): Promise<number> {
  const { endpoints } = work.api.client;
  const form = { name, uriExtension, helpText, organizationIds: [account.organizationId] };
  return createOnce({
    what: `enrollment endpoint ${quoted(name)}`,
    create: async () => (await endpoints.create(form, work.wait)).endpointId,
    look: async () => {
      const found = await findEndpoint(work, { endpoint: name });
      return found === null ? [] : [found];
    },
  });
}

/** An endpoint without an account is of no use; that it can't be removed is told by the error that led here. */
async function forgetEndpoint({ api, wait }: ScmWork, endpointId: number): Promise<void> {
  try {
    await api.client.endpoints.delete(endpointId, wait);
  } catch {
    // The first error is the one to read; the endpoint is found by name and used by the next apply.
  }
}

interface NewAccount {
  readonly endpointId: number;
  readonly wished: WishedForm;
  readonly accessCode: string | null;
}

async function makeAccount(
  work: ScmWork,
  { endpointId, wished, accessCode }: NewAccount,
): Promise<{ readonly accountId: number; readonly isMade: boolean }> {
  const { endpoints } = work.api.client;
  const { name } = wished.account;
  const [existing] = await accountsNamed(work, endpointId, name);
  const authentication = authenticate(wished, accessCode);
  if (existing !== undefined) {
    if (!wished.adoptsExisting) throw alreadyThere("web_form", { name, where: `web form ${endpointId}` });
    const reference = { endpointId, accountId: existing };
    const adopted = {
      ...accountWished(wished, await endpoints.account(reference, work.wait)),
      authentication,
    };
    await endpoints.updateAccount(reference, adopted, work.wait);
    return { accountId: existing, isMade: false };
  }
  const account = { ...accountWished(wished, null), authentication };
  const accountId = await createOnce({
    what: `account ${quoted(name)} of enrollment endpoint ${endpointId}`,
    create: async () => (await endpoints.createAccount(endpointId, account, work.wait)).accountId,
    look: () => accountsNamed(work, endpointId, name),
  });
  return { accountId, isMade: true };
}

async function accountsNamed({ api, wait }: ScmWork, endpointId: number, name: string): Promise<number[]> {
  const ids: number[] = [];
  for await (const row of api.client.endpoints.accounts(endpointId, {}, wait))
    if (row.name === name) ids.push(row.accountId);
  return ids;
}

/** @throws ConfigError when a code is needed and none is given */
function authenticate(
  { authentication, idpRules }: WishedForm,
  accessCode: string | null,
): EndpointAuthentication {
  if (authentication === "none") return { kind: "none" };
  if (authentication === "idp") return { kind: "idp", rules: idpRules };
  if (accessCode !== null && accessCode !== "") return { kind: "accessCode", accessCode };
  throw new ConfigError("set the access code of the web form: none is given", {
    code: "config.access_code",
    path: "access_code_wo",
    hint: "Give access_code_wo beside access_code_wo_version; Terraform does not keep it.",
  });
}

/** How an account is to be changed. */
interface FormChange {
  readonly wished: WishedForm;
  /** The code of the configuration; null where it gives none. */
  readonly accessCode: string | null;
  /** Whether that code is to be set whatever SCM has. */
  readonly isNewCode: boolean;
  /** Whether a code found in SCM is the one that this profile set. */
  readonly isOwnCode: (found: string) => boolean;
  /** Whether the profile made the account. */
  readonly isOwn: boolean;
}

/**
 * Changes the account into what is configured. SCM takes it as a whole, so what is to stay is read first: the access code, where it
 * is still the one that the profile set, and what the configuration does not name of an account that it took over.
 * @returns the access code that the account has now; null where it has none
 */
export async function changeForm(
  { api, wait }: ScmWork,
  reference: Omit<FormAccount, "url">,
  { wished, accessCode, isNewCode, isOwnCode, isOwn }: FormChange,
): Promise<string | null> {
  const { endpoints } = api.client;
  const mayStay = wished.authentication === "accessCode" && !isNewCode;
  const found = mayStay || !isOwn ? await endpoints.account(reference, wait) : null;
  const kept = mayStay && found?.accessCode && isOwnCode(found.accessCode) ? found.accessCode : null;
  const authentication = authenticate(wished, kept ?? accessCode);
  await endpoints.updateAccount(
    reference,
    { ...accountWished(wished, isOwn ? null : found), authentication },
    wait,
  );
  return authentication.kind === "accessCode" ? authentication.accessCode : null;
}

/** Removes what the profile made: its account, and the web form once no other account is on it. */
export async function removeForm(
  { api, wait }: ScmWork,
  { endpointId, accountId }: { readonly endpointId: number; readonly accountId: number | null },
  made: Made,
): Promise<void> {
  const { endpoints } = api.client;
  if (made.account && accountId !== null) await endpoints.deleteAccount({ endpointId, accountId }, wait);
  if (!made.endpoint) return;
  const left = await endpoints.accounts(endpointId, { size: 1 }, wait);
  if (left.items.length === 0) await endpoints.delete(endpointId, wait);
}

/** An account of that name that was made elsewhere. */
export function alreadyThere(
  argument: "web_form" | "acme",
  { name, where }: { readonly name: string; readonly where: string },
): StateError {
  return new StateError(`create account ${quoted(name)} at ${where}: SCM has one of that name already`, {
    code: "state.account_exists",
    path: argument,
    hint: `Choose another ${argument}.account_name, or take that one over with ${argument} = { adopt_existing = true, … }; it is changed to fit, and stays in SCM on destroy.`,
  });
}
