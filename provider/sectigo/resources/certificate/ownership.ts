import {
  type Certificate,
  type CertificateDetails,
  claimOf,
  readCsr,
  StateError,
  sameKey,
} from "../../../../core/index.ts";
import type { PrivateData } from "../../../framework/private.ts";
import { Unknown } from "../../../framework/value.ts";
import type { Connection } from "../../connection.ts";
import {
  refuseOtherAccount,
  refuseOtherAccountOfBinding,
  refuseOtherAccountOfState,
} from "../../other-account.ts";
import { readPrivateData } from "./private-data.ts";
import { certificateLabel, type PlannedCertificate, plannedLabel, type StoredCertificate } from "./state.ts";

type Whose = Pick<PlannedCertificate, "profile"> & Parameters<typeof plannedLabel>[0];

/**
 * Whose a certificate is and shall be: of this account, and of a business unit that this run may touch.
 * @param attempt verb for the message: plan, change
 * @throws ConfigError `config.other_account`, `config.not_a_ref`, `config.business_unit`
 */
export function checkWished(wished: Whose, api: Connection, attempt: string): void {
  const { profile } = wished;
  if (profile instanceof Unknown) return;
  if (profile !== null) refuseOtherAccount(profile, api.identity, "profile");
  const unit = profile?.business_unit ?? null;
  // The label is read from the request, which most plans of a thousand certificates need not do.
  if (api.businessUnits.permits(unit)) return;
  api.businessUnits.check(unit, `${attempt} ${plannedLabel(wished).replace(/^A/, "a")}`, UNIT_HINT);
}

/**
 * The same of a certificate that is there. One that belongs to no unit yet may be given to one, so `change` lets it pass.
 * @throws ConfigError
 */
export function checkPresent(
  { state, private: data }: { readonly state: StoredCertificate; readonly private: PrivateData },
  api: Connection,
  attempt: "read" | "change" | "destroy",
): void {
  refuseOtherBinding(state, data, { api, attempt });
  const unit = state.business_unit;
  if (unit === null && attempt === "change") return;
  // It is not known yet whose an imported one is; the plan that follows asks.
  if (state.status === null && attempt === "read") return;
  if (!api.businessUnits.permits(unit))
    api.businessUnits.check(unit, `${attempt} certificate ${certificateLabel(state)}`, UNIT_HINT);
  if (state.profile === null || attempt === "change") return;
  refuseOtherAccountOfState(state.profile, api.identity, `${attempt} certificate ${state.ssl_id}`);
}

/** With a profile or without: the ids of a state mean something else in another account. */
function refuseOtherBinding(
  { ssl_id }: StoredCertificate,
  data: PrivateData,
  { api, attempt }: { readonly api: Connection; readonly attempt: string },
): void {
  const { host, customerUri } = readPrivateData(data);
  refuseOtherAccountOfBinding(
    { host, customer_uri: customerUri },
    api.identity,
    `${attempt} certificate ${ssl_id}`,
  );
}

const UNIT_HINT =
  "Run it where that unit is allowed by SECTIGO_BUSINESS_UNITS and the provider's business_units. The unit is that of the " +
  "profile's connector; a certificate without a profile has none. A profile that is given to it now is recorded by " +
  "`apply -refresh=false`.";

interface Unpublished {
  readonly state: StoredCertificate;
  readonly private: PrivateData;
}

/**
 * Refuses a record that is not the order of this state: nothing of it was ever published, its comments do not bear the claim
 * that was written with the order, and its certificate is for another key. Then SCM, or what stands before it, has answered
 * the order with the id of another one; to replace, publish or revoke it would be to act on what belongs to others.
 * @throws StateError `state.other_order`
 */
export function refuseOtherOrder(
  request: Unpublished,
  details: Pick<CertificateDetails, "sslId" | "comments">,
  leaf: Certificate,
): void {
  if (!isDoubtful(request, details)) return;
  const { state, private: data } = request;
  const csrPem = state.csr_pem ?? readPrivateData(data).madeCsr;
  if (csrPem === null || sameKey(leaf.publicKey, readCsr(csrPem).publicKey)) return;
  throw otherOrder(details.sslId);
}

/** Whether nothing but an answer of SCM's says that a record is the order of this state. */
export function isDoubtful(
  { state, private: data }: Unpublished,
  { sslId, comments }: Pick<CertificateDetails, "sslId" | "comments">,
): boolean {
  const isFirst = state.certificate_pem === null && state.serial_number === null && sslId === state.ssl_id;
  return isFirst && claimOf(comments, readPrivateData(data).nonce) === "gone";
}

function otherOrder(sslId: number): StateError {
  return new StateError(`certificate ${sslId}: it is not the order of this resource, and was left alone`, {
    code: "state.other_order",
    hint:
      "SCM answered the order with this id, and its record bears neither the order's claim nor its key. Forget it with " +
      "`state rm` and the resource's address, which changes nothing in SCM, and apply: before it orders, the " +
      "apply looks for the order, and takes it over.",
  });
}
