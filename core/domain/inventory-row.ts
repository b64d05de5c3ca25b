import type { CustomFieldValue } from "../scm/schemas/certificates.ts";
import type { ScmDate } from "../scm/schemas/dates.ts";

/** What SCM keeps apart: server, client (S/MIME) and device certificates, each with ids of its own. */
export const CERTIFICATE_TYPES = ["ssl", "client", "device"] as const;
export type CertificateType = (typeof CERTIFICATE_TYPES)[number];

/** How a record came into SCM: asked for there, found by its discovery, or uploaded. */
export const ORIGINS = ["managed", "discovered", "uploaded"] as const;
export type Origin = (typeof ORIGINS)[number];

/**
 * One certificate of the inventory: what SCM tells, of whichever type. Null means that SCM has nothing there, or that
 * no cheap source of this type has it (`INVENTORY_ATTRIBUTES`) and details were not read.
 */
export interface InventoryRow {
  readonly type: CertificateType;
  /** SCM's id within the type: sslId, client or device certificate id. */
  readonly certificateId: number;
  readonly commonName: string | null;
  /** As SCM sent them: order and spelling. */
  readonly subjectAlternativeNames: readonly string[];
  /** In one spelling for all types (`Issued`), as SCM knew it when it was asked: see `statusAt` for expiry. */
  readonly status: string;
  readonly serialNumber: string | null;
  readonly organizationId: number | null;
  readonly organizationName: string | null;
  readonly scmProfileId: number | null;
  readonly scmProfileName: string | null;
  readonly termDays: number | null;
  readonly orderNumber: string | null;
  readonly backendCertId: string | null;
  readonly vendor: string | null;
  readonly validationType: string | null;
  readonly issuer: string | null;
  readonly subject: string | null;
  readonly requester: string | null;
  readonly approver: string | null;
  readonly externalRequesters: readonly string[];
  /** Of client certificates. */
  readonly personName: string | null;
  readonly email: string | null;
  readonly comments: string | null;
  readonly requested: ScmDate | null;
  readonly approved: ScmDate | null;
  readonly declined: ScmDate | null;
  readonly issued: ScmDate | null;
  readonly expires: ScmDate | null;
  readonly revoked: ScmDate | null;
  readonly replaced: ScmDate | null;
  readonly renewed: ScmDate | null;
  readonly isRenewed: boolean | null;
  /** RFC 5280 §5.3.1. */
  readonly revocationReasonCode: number | null;
  /** SCM's words: `REST API`, `Discovery`, `Enrollment Form`, … */
  readonly requestedVia: string | null;
  readonly origin: Origin;
  /** `RSA`, `EC`. */
  readonly keyAlgorithm: string | null;
  /** Bits of the modulus or of the curve. */
  readonly keySize: number | null;
  /** Bits of security: 112 for RSA 2048, 128 for P-256. Source: NIST SP 800-57 part 1 revision 5, table 2. */
  readonly keyStrength: number | null;
  readonly signatureAlgorithm: string | null;
  readonly keyUsages: readonly string[];
  readonly extendedKeyUsages: readonly string[];
  readonly sha1Hash: string | null;
  readonly sha256Hash: string | null;
  readonly customFields: readonly CustomFieldValue[];
  readonly autoRenewState: string | null;
  readonly autoInstallState: string | null;
}

export type InventoryAttribute = keyof InventoryRow;

/** What a value is; decides how it is compared. Dates compare as instants, lists match when one member does. */
export type AttributeKind = "text" | "number" | "date" | "flag" | "texts" | "fields";

/** Where a value comes from: `bulk` is the import itself, `details` costs a call per certificate, `none` has none. */
type AttributeSource = "bulk" | "details" | "none";

interface AttributeTraits {
  readonly kind: AttributeKind;
  readonly source: Readonly<Record<CertificateType, AttributeSource>>;
  /** Names or addresses of persons. */
  readonly isPersonal: boolean;
}

const SOURCES: Readonly<Record<string, AttributeSource>> = { b: "bulk", d: "details", "-": "none" };

/** @param sources one letter for SSL, client and device each: bulk, details, none */
function traits(kind: AttributeKind, sources: string, isPersonal = false): AttributeTraits {
  const [ssl = "", client = "", device = ""] = sources;
  const source = (letter: string): AttributeSource => SOURCES[letter] ?? "none";
  return { kind, source: { ssl: source(ssl), client: source(client), device: source(device) }, isPersonal };
}

/**
 * Every attribute, what it is and where it comes from. In bulk: the SSL report; for clients and devices the list and
 * their report, which lacks what the list has and the other way round.
 * Sources: Sectigo Certificate Manager REST API reference, May 2025, answers of the lists, details and reports.
 */
export const INVENTORY_ATTRIBUTES: Readonly<Record<InventoryAttribute, AttributeTraits>> = {
  type: traits("text", "bbb"),
  certificateId: traits("number", "bbb"),
  // Of clients the one in the subject.
  commonName: traits("text", "bbb"),
  subjectAlternativeNames: traits("texts", "bdd"),
  status: traits("text", "bbb"),
  serialNumber: traits("text", "bbd"),
  organizationId: traits("number", "bbb"),
  organizationName: traits("text", "bbb"),
  scmProfileId: traits("number", "bdd"),
  scmProfileName: traits("text", "bdb"),
  termDays: traits("number", "bdd"),
  orderNumber: traits("text", "b--"),
  backendCertId: traits("text", "bbb"),
  vendor: traits("text", "d--"),
  validationType: traits("text", "d--"),
  issuer: traits("text", "bbd"),
  subject: traits("text", "dbb"),
  requester: traits("text", "bdd", true),
  approver: traits("text", "b--", true),
  externalRequesters: traits("texts", "b--", true),
  personName: traits("text", "-b-", true),
  email: traits("text", "-bb", true),
  comments: traits("text", "bbd"),
  requested: traits("date", "bdb"),
  approved: traits("date", "bdd"),
  declined: traits("date", "bdd"),
  // Some hosts have it in the SSL report.
  issued: traits("date", "dbd"),
  expires: traits("date", "bbb"),
  revoked: traits("date", "bbb"),
  replaced: traits("date", "bdd"),
  renewed: traits("date", "d--"),
  isRenewed: traits("flag", "d--"),
  revocationReasonCode: traits("number", "ddd"),
  requestedVia: traits("text", "bbb"),
  origin: traits("text", "bbb"),
  keyAlgorithm: traits("text", "bdb"),
  keySize: traits("number", "bdb"),
  keyStrength: traits("number", "bdb"),
  signatureAlgorithm: traits("text", "ddd"),
  keyUsages: traits("texts", "ddd"),
  extendedKeyUsages: traits("texts", "ddd"),
  sha1Hash: traits("text", "bdd"),
  sha256Hash: traits("text", "d--"),
  customFields: traits("fields", "bdd"),
  autoRenewState: traits("text", "d--"),
  autoInstallState: traits("text", "d--"),
};

/** What assignment rules gave a certificate. Tags and owners are sorted and each stands once. */
export interface Labels {
  readonly tags: readonly string[];
  readonly owners: readonly string[];
  readonly attributes: Readonly<Record<string, string>>;
}

/** A row as an inventory shows it: with what rules and the connector's settings say of it. */
export interface InventoryEntry extends InventoryRow, Labels {
  readonly businessUnit: string | null;
}
