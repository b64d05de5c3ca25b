import type { PlanRequest } from "../../../framework/resource.ts";
import { UNKNOWN, Unknown } from "../../../framework/value.ts";
import type { Connection } from "../../connection.ts";
import type { ProfileAttributes } from "./attributes.ts";
import { remoteKind } from "./remote-kind.ts";
import {
  keptValues,
  NOTHING_KEPT,
  type PlannedProfile,
  type RemoteValues,
  type StoredProfile,
} from "./values.ts";

type PlannedRemote = { readonly [Name in keyof RemoteValues]: RemoteValues[Name] | Unknown };
type Request = PlanRequest<ProfileAttributes, Connection>;

const FORM = { endpoint_id: UNKNOWN, endpoint_account_id: UNKNOWN, enrollment_url: UNKNOWN };
const ACME = { acme_account_id: UNKNOWN, acme_directory_url: UNKNOWN };

/** What the profile keeps in SCM, as far as a plan can tell: ids of what has to be made are known after apply. */
export function planRemote(
  { prior }: Request,
  planned: PlannedProfile,
  organizationId: number | Unknown,
): PlannedRemote {
  const kind = remoteKind(planned);
  if (kind instanceof Unknown) return { ...NOTHING_KEPT, ...FORM, ...ACME, ...credentials(planned, null) };
  if (kind === null) return NOTHING_KEPT;
  const stays = prior !== null && staysTheSame(kind, { prior, planned, organizationId });
  const kept = stays ? keptValues(prior) : null;
  if (kind === "webForm") return kept ?? { ...NOTHING_KEPT, ...FORM };
  return { ...(kept ?? { ...NOTHING_KEPT, ...ACME }), ...credentials(planned, kept && prior) };
}

interface Comparison {
  readonly prior: StoredProfile;
  readonly planned: PlannedProfile;
  readonly organizationId: number | Unknown;
}

/** Whether the account that there is can be changed into the configured one; else another is made, and this one removed. */
export function staysTheSame(
  kind: "webForm" | "acme",
  { prior, planned, organizationId }: Comparison,
): boolean {
  if (kind === "webForm") {
    const form = planned.web_form;
    const isSameForm = !(form instanceof Unknown) && form?.endpoint === prior.web_form?.endpoint;
    return prior.endpoint_account_id !== null && isSameForm;
  }
  const { acme } = planned;
  const isSameServer = !(acme instanceof Unknown) && acme?.server === prior.acme?.server;
  // SCM can rename an ACME account, and nothing else.
  return prior.acme_account_id !== null && isSameServer && organizationId === prior.ref?.organization_id;
}

/** Both are null unless chosen; chosen anew or of another account they are known after apply. */
function credentials(
  { eab_in_state: isChosen }: PlannedProfile,
  prior: StoredProfile | null,
): Pick<PlannedRemote, "acme_eab_key_id" | "acme_eab_hmac_key"> {
  if (isChosen !== true && !(isChosen instanceof Unknown))
    return { acme_eab_key_id: null, acme_eab_hmac_key: null };
  if (prior?.eab_in_state !== true) return { acme_eab_key_id: UNKNOWN, acme_eab_hmac_key: UNKNOWN };
  return { acme_eab_key_id: prior.acme_eab_key_id, acme_eab_hmac_key: prior.acme_eab_hmac_key };
}
