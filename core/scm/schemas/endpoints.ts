import * as z from "zod/mini";
import { flag, idNumber, idOrNull, listOf, newId, orElse, orNull, ownList, text } from "./wire.ts";

/** A place where people or programs ask for certificates. */
export interface EndpointIdentity {
  readonly endpointId: number;
  readonly name: string;
  /** SSL_WEB_FORM, …; null when SCM does not say. */
  readonly type: string | null;
}

export interface EndpointDetails extends EndpointIdentity {
  /** Where people enroll. */
  readonly url: string | null;
  readonly uriExtension: string | null;
  /** `GLOBAL_FOR_CUSTOMER`: open to all organizations; `CUSTOMIZED`: to those it is delegated to; null: SCM does not say. */
  readonly delegationMode: string | null;
  /** Organizations and departments it is delegated to; empty also where it is open to all. */
  readonly organizationIds: readonly number[];
}

/** GET /endpoint/v1 */
export const endpointList = ownList(
  "endpoints",
  z.pipe(
    z.object({ id: newId, name: orElse(text, ""), type: orNull(text) }),
    z.transform(({ id, name, type }): EndpointIdentity => ({ endpointId: id, name, type })),
  ),
);

const organization = z.object({ id: idNumber, department: orNull(z.object({ id: idNumber })) });

/** GET /endpoint/v1/{id}; one edition of the reference shows it without its id. */
export const endpointDetails = z.pipe(
  z.object({
    id: idOrNull,
    name: orElse(text, ""),
    type: orNull(text),
    url: orNull(text),
    uriExtension: orNull(text),
    delegationMode: orNull(text),
    organizations: listOf(organization),
  }),
  z.transform(({ id, organizations, ...same }) => ({
    ...same,
    endpointId: id,
    organizationIds: organizations.map((each) => each.department?.id ?? each.id),
  })),
);

/** Members of an endpoint's configuration as SCM names them; those that are not ours go back as they came. */
export type EndpointConfig = Readonly<Record<string, unknown>>;

/** GET /endpoint/v1/{id}/config */
export const endpointConfig = z.pipe(
  z.looseObject({}),
  z.transform((wire): EndpointConfig => wire),
);

const organizationMember = orNull(organization);

/** The department where there is one: wherever SCM takes an organization's id, it takes a department's. */
function unitId(organization: z.infer<typeof organizationMember>): number | null {
  return organization?.department?.id ?? organization?.id ?? null;
}

/** Who may enroll at an endpoint. */
export interface EndpointAccountIdentity {
  readonly accountId: number;
  readonly name: string;
  /** Organization or department. */
  readonly organizationId: number | null;
}

/** GET /endpoint/v1/{id}/account */
export const endpointAccountList = ownList(
  "endpoint accounts",
  z.pipe(
    z.object({ id: newId, name: orElse(text, ""), organization: organizationMember }),
    z.transform(
      ({ id, name, organization }): EndpointAccountIdentity => ({
        accountId: id,
        name,
        organizationId: unitId(organization),
      }),
    ),
  ),
);

/** Which people of an identity provider an account is for. */
export interface IdpRule {
  readonly key: string;
  /** MATCHES or CONTAINS. */
  readonly matchType: string;
  readonly values: readonly string[];
}

/**
 * An account as it stands. Members that an edition of the reference does not show are null, and nothing is judged by
 * them. `accessCode` is a secret that SCM sends in clear: a change has to send it again.
 */
export interface EndpointAccountDetails {
  readonly name: string;
  readonly organizationId: number | null;
  readonly scmProfileIds: readonly number[] | null;
  readonly csrGenerationMethod: string | null;
  readonly authentication: string | null;
  readonly accessCode: string | null;
  readonly idpRules: readonly IdpRule[];
  readonly isAutoApproved: boolean | null;
  readonly mayAutoRenew: boolean | null;
  /** Whether a PKCS#12 file may go without a passphrase. */
  readonly allowsEmptyPin: boolean | null;
  /** How PKCS#12 files are encrypted: `AES256-SHA256` or `TripleDES-SHA1`. */
  readonly keyProtection: string | null;
}

/** GET /endpoint/v1/{id}/account/{accountId} */
export const endpointAccountDetails = z.pipe(
  z.object({
    name: orElse(text, ""),
    organization: organizationMember,
    profileIds: orNull(listOf(idNumber)),
    csrGenerationMethod: orNull(text),
    accountAuthMethod: orNull(text),
    accessCode: orNull(text),
    idpMappingRules: listOf(
      z.object({ key: orElse(text, ""), matchType: orElse(text, ""), values: listOf(text) }),
    ),
    autoApprove: orNull(flag),
    allowAutoRenew: orNull(flag),
    allowEmptyPin: orNull(flag),
    preferredKeyProtectionAlgorithm: orNull(text),
  }),
  z.transform(
    (wire): EndpointAccountDetails => ({
      name: wire.name,
      organizationId: unitId(wire.organization),
      scmProfileIds: wire.profileIds,
      csrGenerationMethod: wire.csrGenerationMethod,
      authentication: wire.accountAuthMethod,
      accessCode: wire.accessCode,
      idpRules: wire.idpMappingRules,
      isAutoApproved: wire.autoApprove,
      mayAutoRenew: wire.allowAutoRenew,
      allowsEmptyPin: wire.allowEmptyPin,
      keyProtection: wire.preferredKeyProtectionAlgorithm,
    }),
  ),
);
