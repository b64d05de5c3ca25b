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
export function checkPlanned(wished: Whose, api: Connection, attempt: string): void {
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
