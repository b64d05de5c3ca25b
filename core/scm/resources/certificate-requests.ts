import { ConfigError } from "../../base/errors.ts";
import type { Term } from "../../base/words.ts";
import { readSan } from "../../pki/names.ts";
import type { CustomFieldValue } from "../schemas/certificates.ts";

/*
 * What goes out about SSL certificates, from our words to SCM's. Limits are SCM's; what exceeds them is refused here,
 * with the name of our own setting, instead of by SCM with the name of its own.
 */

/** How a domain's control is proven for one order, where the account does not validate domains beforehand. */
type DcvMode = "CNAME" | "EMAIL" | "HTTP" | "HTTPS" | "TXT" | "AUTO";

interface DcvChoice {
  readonly dcvMode?: DcvMode | undefined;
  /** With `EMAIL`. */
  readonly dcvEmail?: string | undefined;
}

/** What every order has, wherever its key is made. */
export interface OrderTerms extends DcvChoice {
  /** Organization or department. */
  readonly organizationId: number;
  readonly scmProfileId: number;
  /** One of the profile's terms. */
  readonly termDays: number;
  /** SANs to be certified: SCM ignores those of the CSR. */
  readonly subjectAlternativeNames: readonly string[];
  readonly comments?: string | undefined;
  /** Mail addresses. */
  readonly externalRequesters?: readonly string[] | undefined;
  readonly customFields?: readonly CustomFieldValue[] | undefined;
}

/** An order for a new certificate. The common name is the CSR's; SCM has no member for it. */
export interface EnrollOrder extends OrderTerms {
  /** PKCS#10, PEM, nothing around it. */
  readonly csrPem: string;
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

/** Without a CSR the stored one is used again, and with it the key. */
export interface RenewOrder extends DcvChoice {
  readonly csrPem?: string | undefined;
}

/** A reissue under the same `sslId`. */
export interface ReplaceOrder extends DcvChoice {
  readonly csrPem: string;
  /** 1 to 512 characters. */
  readonly reason: string;
  readonly commonName?: string | undefined;
  readonly subjectAlternativeNames?: readonly string[] | undefined;
}

/** Limits of the wire, in characters. Source: Admin Operations OpenAPI file 25.9.2, SSL enroll, update and replace. */
const LIMITS = { csr_pem: 32_767, comments: 1024, external_requesters: 512, reason: 512, custom_fields: 256 };

function within(path: keyof typeof LIMITS, value: string | undefined): string | undefined {
  const longest = LIMITS[path];
  if (value === undefined || value.length <= longest) return value;
  throw new ConfigError(
    (words) => `${words[path]} has ${value.length} characters; SCM takes at most ${longest}`,
    {
      code: "config.too_long",
      path,
      hint: (words) => `Shorten ${words[path]}.`,
    },
  );
}

/** One value per element: a comma inside one would silently make two of it on the wire. */
function joined(path: Term, values: readonly string[] | undefined): string | undefined {
  if (values?.some((value) => value.includes(",") || value.trim() === "")) {
    throw new ConfigError((words) => `${words[path]} holds an element that is empty or has a comma in it`, {
      code: "config.list_element",
      path,
      hint: "Give one value per element.",
    });
  }
  return values?.join(",");
}

function metadata(values: Pick<OrderTerms, "comments" | "externalRequesters" | "customFields">) {
  for (const { name, value } of values.customFields ?? []) {
    within("custom_fields", name);
    within("custom_fields", value);
  }
  return {
    comments: within("comments", values.comments),
    externalRequester: within(
      "external_requesters",
      joined("external_requesters", values.externalRequesters),
    ),
    customFields: values.customFields?.map(({ name, value }) => ({ name, value })),
  };
}

/** SCM permits base64, the PEM lines and white space; a final line break has made trouble for public clients. */
function csrText(csrPem: string | undefined): string | undefined {
  return within("csr_pem", csrPem?.replace(/\r\n/g, "\n").trim());
}

/** As certificates hold them: people write IDNs as they read them, certificates have A-labels (RFC 5280 §7.2). */
function wireName(name: string): string {
  return readSan(name).value;
}

function orderTerms(order: OrderTerms) {
  return {
    orgId: order.organizationId,
    // One string here, an array in replace and update: the wrong one is refused as unreadable.
    subjAltNames:
      joined("subject_alternative_names", order.subjectAlternativeNames.map(wireName)) || undefined,
    certType: order.scmProfileId,
    term: order.termDays,
    ...metadata(order),
    dcvMode: order.dcvMode,
    dcvEmail: order.dcvEmail,
  };
}

type Body = Readonly<Record<string, unknown>>;

/** Members that are not given are left out. @throws ConfigError `config.too_long`, `config.list_element` */
export function enrollBody(order: EnrollOrder): Body {
  return { ...orderTerms(order), csr: csrText(order.csrPem) };
}

/** @throws ConfigError `config.too_long`, `config.list_element` */
export function updateBody(sslId: number, change: CertificateChange): Body {
  const { autoRenew } = change;
  const state = autoRenew?.isScheduled ? "Scheduled" : "Not scheduled";
  return {
    sslId,
    ...metadata(change),
    autoRenewDetails: autoRenew ? { state, daysBeforeExpiration: autoRenew.daysBefore } : undefined,
    suspendNotifications: change.suspendsNotifications,
    orgId: change.organizationId,
    certTypeId: change.scmProfileId,
    term: change.termDays,
    commonName: change.commonName,
    csr: csrText(change.csrPem),
    subjectAlternativeNames: change.subjectAlternativeNames?.map(wireName),
  };
}

/** An object even when empty: SCM refuses `""` as unreadable. @throws ConfigError `config.too_long` */
export function renewBody(order: RenewOrder): Body {
  return { csr: csrText(order.csrPem), dcvMode: order.dcvMode, dcvEmail: order.dcvEmail };
}

/** @throws ConfigError `config.too_long` */
export function replaceBody(order: ReplaceOrder): Body {
  return {
    csr: csrText(order.csrPem),
    reason: within("reason", order.reason),
    commonName: order.commonName,
    subjectAlternativeNames: order.subjectAlternativeNames?.map(wireName),
    dcvMode: order.dcvMode,
    dcvEmail: order.dcvEmail,
  };
}

/** What custom fields hold is the company's own business; SCM may quote it when it refuses. */
export function fieldSecrets({ customFields = [] }: Pick<OrderTerms, "customFields">): readonly string[] {
  return customFields.map(({ value }) => value);
}
