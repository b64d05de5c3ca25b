// Certificates, requests and names (core/pki)

// Orders and what becomes of them (core/domain)
export type {
  KnownCustomField,
  KnownDepartment,
  KnownOrganization,
  OfferedProfile,
  OrderCatalog,
} from "./domain/catalog.ts";
export { judgeOrder, LONGEST_COMMENT } from "./domain/judge-order.ts";
export { type CertificateOrder, type Finding, longestTerm, type PlannedOrder } from "./domain/order.ts";
export { REVOCATION_REASONS, type RevocationReason, revocationReasonName } from "./domain/revocation.ts";
export { type Standing, standingOf } from "./domain/status.ts";
export { readBundle } from "./pki/bundle.ts";
export { type Certificate, readCertificate, readCertificatePem } from "./pki/certificate.ts";
export { arrangeChain, type CertificateChain, chainPem, fullChainPem } from "./pki/chain.ts";
export { type Csr, readCsr } from "./pki/csr.ts";
export { type CsrFault, judgeCsr, type KeyTypes } from "./pki/judge-csr.ts";
export { judgeName } from "./pki/judge-name.ts";
export {
  type NameKind,
  nameSet,
  namesMissing,
  readSan,
  type San,
  sameNames,
  withCommonName,
} from "./pki/names.ts";
export { type PemBlock, parsePem } from "./pki/pem.ts";
export { type KeyDescription, keyText, type PublicKey, sameKey } from "./pki/public-key.ts";
export { normalizeSerial, sameSerial } from "./pki/serial.ts";
