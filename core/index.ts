// Certificates, requests and names (core/pki)
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
export { type KeyDescription, keyText, type PublicKey, sameKey } from "./pki/public-key.ts";
export { normalizeSerial, sameSerial } from "./pki/serial.ts";
