import { ConfigError } from "../../base/errors.ts";
import type { CustomFieldValue } from "../schemas/certificates.ts";

/** How a domain's control is proven for one order, where the account does not validate domains beforehand. */
export type DcvMode = "CNAME" | "EMAIL" | "HTTP" | "HTTPS" | "TXT" | "AUTO";

/** An order for a new certificate. The common name is the CSR's; SCM has no member for it. */
export interface EnrollOrder {
  /** Organization or department. */
  readonly organizationId: number;
  readonly scmProfileId: number;
  /** PKCS#10, PEM, nothing around it. */
  readonly csrPem: string;
  /** One of the profile's terms. */
  readonly termDays: number;
  /** SANs to be certified: SCM ignores those of the CSR. */
  readonly subjectAlternativeNames: readonly string[];
  readonly comments?: string | undefined;
  /** Mail addresses. */
  readonly externalRequesters?: readonly string[] | undefined;
  readonly customFields?: readonly CustomFieldValue[] | undefined;
  readonly dcvMode?: DcvMode | undefined;
  readonly dcvEmail?: string | undefined;
}

/** Members to change; those left out stay as they are in SCM. */
export interface CertificateChange {
  readonly comments?: string | undefined;
  readonly externalRequesters?: readonly string[] | undefined;
  /** Whether SCM merges or replaces is not documented: send all that shall remain. */
  readonly customFields?: readonly CustomFieldValue[] | undefined;
  readonly autoRenew?:
    | { readonly isScheduled: boolean; readonly daysBefore?: number | undefined }
    | undefined;
  readonly suspendsNotifications?: boolean | undefined;
  /** The members from here on only while Requested, Declined, Rejected or Invalid. */
  readonly organizationId?: number | undefined;
  readonly scmProfileId?: number | undefined;
  readonly termDays?: number | undefined;
  readonly commonName?: string | undefined;
  readonly csrPem?: string | undefined;
  readonly subjectAlternativeNames?: readonly string[] | undefined;
}

/** Limits of the wire, in characters. Source: Admin Operations OpenAPI file 25.9.2, SSL enroll and update. */
export const LIMITS = {
  csr: 32_767,
  comments: 1024,
  externalRequesters: 512,
  customFieldName: 256,
  customFieldValue: 256,
};

function tooLong(path: string, length: number, longest: number): ConfigError {
  return new ConfigError(`${path} has ${length} characters; SCM takes at most ${longest}`, {
    code: "config.too_long",
    path,
    hint: `Shorten ${path}.`,
  });
}

function within(path: string, value: string | undefined, longest: number): string | undefined {
  if (value !== undefined && value.length > longest) throw tooLong(path, value.length, longest);
  return value;
}

/** One address per element: a comma inside one would silently make two of it on the wire. */
function joined(path: string, values: readonly string[] | undefined): string | undefined {
  const torn = values?.find((value) => value.includes(",") || value.trim() === "");
  if (torn !== undefined) {
    throw new ConfigError(`${path} holds an element that is empty or has a comma in it`, {
      code: "config.list_element",
      path,
      hint: "Give one value per element.",
    });
  }
  return values?.join(",");
}

function checkedFields(
  fields: readonly CustomFieldValue[] | undefined,
): readonly CustomFieldValue[] | undefined {
  for (const { name, value } of fields ?? []) {
    within("custom_fields name", name, LIMITS.customFieldName);
    within("custom_fields value", value, LIMITS.customFieldValue);
  }
  return fields?.map(({ name, value }) => ({ name, value }));
}

/** SCM permits base64, the PEM lines and white space; a final line break has made trouble for public clients. */
function csrText(csrPem: string | undefined): string | undefined {
  return within("csr_pem", csrPem?.replace(/\r\n/g, "\n").trim(), LIMITS.csr);
}

/** The order's body; members that are not given are left out. @throws ConfigError `config.too_long`, `config.list_element` */
export function enrollBody(order: EnrollOrder): Record<string, unknown> {
  const names = joined("subject_alternative_names", order.subjectAlternativeNames);
  return {
    orgId: order.organizationId,
    csr: csrText(order.csrPem),
    // One string here, an array in replace and update: the wrong one is refused as unreadable.
    subjAltNames: names === "" ? undefined : names,
    certType: order.scmProfileId,
    term: order.termDays,
    comments: within("comments", order.comments, LIMITS.comments),
    externalRequester: within(
      "external_requesters",
      joined("external_requesters", order.externalRequesters),
      LIMITS.externalRequesters,
    ),
    customFields: checkedFields(order.customFields),
    dcvMode: order.dcvMode,
    dcvEmail: order.dcvEmail,
  };
}

/** The change's body. @throws ConfigError `config.too_long`, `config.list_element` */
export function updateBody(sslId: number, change: CertificateChange): Record<string, unknown> {
  const { autoRenew } = change;
  const state = autoRenew?.isScheduled ? "Scheduled" : "Not scheduled";
  return {
    sslId,
    comments: within("comments", change.comments, LIMITS.comments),
    externalRequester: within(
      "external_requesters",
      joined("external_requesters", change.externalRequesters),
      LIMITS.externalRequesters,
    ),
    customFields: checkedFields(change.customFields),
    autoRenewDetails: autoRenew ? { state, daysBeforeExpiration: autoRenew.daysBefore } : undefined,
    suspendNotifications: change.suspendsNotifications,
    orgId: change.organizationId,
    certTypeId: change.scmProfileId,
    term: change.termDays,
    commonName: change.commonName,
    csr: csrText(change.csrPem),
    subjectAlternativeNames: change.subjectAlternativeNames,
  };
}
