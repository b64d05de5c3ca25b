export {
  ImportingConnector,
  type ImportingConnectorProps,
  type ImportProps,
  type InventoryProps,
  type Period,
} from "./importing-connector.ts";
export { type KeyProps, ManagedCertificate, type ManagedCertificateProps } from "./managed-certificate.ts";
export { whole } from "./whole.ts";
