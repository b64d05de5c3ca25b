import * as z from "zod/mini";
import type { ScmDate } from "./dates.ts";
import { answerList, date, flag, idNumber, idOrNull, listOf, orElse, orNull, text } from "./wire.ts";

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
export interface AdministratorRole {
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
export const administratorList = answerList(
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

/** GET /admin/v1/roles */
export const roleNames = answerList(text);

export interface Privilege {
  readonly name: string;
  readonly description: string | null;
}

/** GET /admin/v1/privileges */
export const privilegeList = answerList(
  z.pipe(
    z.object({ name: text, description: orNull(text) }),
    z.transform((wire): Privilege => wire),
  ),
);

export interface IdentityProvider {
  readonly identityProviderId: number;
  readonly name: string;
}

/** GET /admin/v1/idp */
export const identityProviderList = answerList(
  z.pipe(
    z.object({ id: idNumber, name: orElse(text, "") }),
    z.transform((wire): IdentityProvider => ({ identityProviderId: wire.id, name: wire.name })),
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

/** A person, who client certificates are for. */
export interface Person {
  readonly personId: number;
  readonly organizationId: number | null;
  readonly firstName: string | null;
  readonly middleName: string | null;
  readonly lastName: string | null;
  readonly email: string | null;
  readonly commonName: string | null;
  readonly phone: string | null;
  readonly secondaryEmails: readonly string[];
  /** STANDARD or HIGH. */
  readonly validationType: string | null;
}

/** GET /person/v1/{id} */
export const person = z.pipe(
  z.object({
    id: idNumber,
    organizationId: idOrNull,
    firstName: orNull(text),
    middleName: orNull(text),
    lastName: orNull(text),
    email: orNull(text),
    commonName: orNull(text),
    phone: orNull(text),
    secondaryEmails: listOf(text),
    validationType: orNull(text),
  }),
  z.transform(({ id, ...same }): Person => ({ personId: id, ...same })),
);

export const personList = answerList(person);

/** GET /person/v1/id/byEmail/{email} */
export const personReference = z.pipe(
  z.object({ personId: idNumber }),
  z.transform((wire) => wire),
);

/** What a custom field is, in all its certificate type's ways of enrollment. */
export interface CustomFieldDefinition {
  readonly customFieldId: number;
  readonly name: string;
  /** `ssl`, `smime`, `device`, `codesign`. */
  readonly certificateType: string | null;
  readonly isActive: boolean;
  /** Of ADMIN_UI, WEB_FORM, REST_API, SOAP_API: where it must be given. */
  readonly mandatoryFor: readonly string[];
  readonly inputType: string | null;
  readonly options: readonly string[];
}

/** GET /customField/v2/{id} */
export const customFieldDefinition = z.pipe(
  z.object({
    id: idNumber,
    name: orElse(text, ""),
    certType: orNull(text),
    state: orElse(text, "ACTIVE"),
    mandatories: listOf(text),
    mandatory: orElse(flag, false),
    input: orNull(z.object({ type: orNull(text), options: listOf(text) })),
  }),
  z.transform(
    (wire): CustomFieldDefinition => ({
      customFieldId: wire.id,
      name: wire.name,
      certificateType: wire.certType?.toLowerCase() ?? null,
      isActive: wire.state.toUpperCase() === "ACTIVE",
      mandatoryFor: wire.mandatories,
      inputType: wire.input?.type ?? null,
      options: wire.input?.options ?? [],
    }),
  ),
);

export const customFieldDefinitionList = answerList(customFieldDefinition);
