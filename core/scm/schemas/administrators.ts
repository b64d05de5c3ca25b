import * as z from "zod/mini";
import type { ScmDate } from "./dates.ts";
import { date, idNumber, idOrNull, listOf, orElse, orNull, ownList, text } from "./wire.ts";

/** A row of the list of administrators. */
export interface AdministratorIdentity {
  readonly adminId: number;
  /** STANDARD, IDP, SAS, API or DYNAMIC_IDP_TEMPLATE. */
  readonly type: string | null;
  readonly login: string | null;
  readonly forename: string | null;
  readonly surname: string | null;
  readonly email: string | null;
}

/** A role, and where it holds; without an organization it holds everywhere. */
interface AdministratorRole {
  readonly role: string;
  readonly organizationId: number | null;
}

export interface AdministratorDetails extends AdministratorIdentity {
  readonly roles: readonly AdministratorRole[];
  /** Names such as sslRequest, sslRevoke, autoApproveCertificates. */
  readonly privileges: readonly string[];
  /** ALIVE, EXPIRED or NEVER_EXPIRE. */
  readonly passwordState: string | null;
  readonly passwordExpires: ScmDate | null;
  /** ACTIVE or SUSPENDED. */
  readonly activeStatus: string | null;
  /** Serial number of the client certificate it signs in with. */
  readonly certificateSerialNumber: string | null;
  readonly identityProviderId: number | null;
}

const identity = {
  id: idNumber,
  type: orNull(text),
  login: orNull(text),
  forename: orNull(text),
  surname: orNull(text),
  email: orNull(text),
};

/** GET /admin/v1 */
export const administratorList = ownList(
  "administrators",
  z.pipe(
    z.object(identity),
    z.transform(({ id, ...same }): AdministratorIdentity => ({ adminId: id, ...same })),
  ),
);

/** GET /admin/v1/{id} */
export const administratorDetails = z.pipe(
  z.object({
    ...identity,
    credentials: listOf(z.object({ role: orElse(text, ""), orgId: idOrNull })),
    privileges: listOf(text),
    passwordState: orNull(text),
    passwordExpiryDate: orNull(date),
    activeStatus: orNull(text),
    // Deprecated display text of the same, where the newer one is missing.
    activeState: orNull(text),
    authCert: orNull(text),
    identityProviderId: idOrNull,
  }),
  z.transform(
    ({
      id,
      credentials,
      passwordExpiryDate,
      activeStatus,
      activeState,
      authCert,
      ...same
    }): AdministratorDetails => ({
      ...same,
      adminId: id,
      roles: credentials.map(({ role, orgId }) => ({ role, organizationId: orgId })),
      passwordExpires: passwordExpiryDate,
      activeStatus: activeStatus ?? activeState?.toUpperCase() ?? null,
      certificateSerialNumber: authCert,
    }),
  ),
);

/** The password of the administrator who asks. */
export interface PasswordState {
  /** ALIVE, EXPIRED or NEVER_EXPIRE. */
  readonly state: string;
  /** Null for one that never expires. */
  readonly expires: ScmDate | null;
}

/** GET /admin/v1/password */
export const passwordState = z.pipe(
  z.object({ state: orElse(text, "ALIVE"), expirationDate: orNull(date) }),
  z.transform((wire): PasswordState => ({ state: wire.state.toUpperCase(), expires: wire.expirationDate })),
);
