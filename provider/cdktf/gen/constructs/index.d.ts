export { ImportingConnector, type ImportingConnectorProps, type ImportProps, type InventoryProps, type Period, } from "./importing-connector.js";
export { type KeyProps, ManagedCertificate, type ManagedCertificateProps } from "./managed-certificate.js";
export { whole } from "./whole.js";
