export {
  ImportingConnector,
  type ImportingConnectorProps,
  type ImportProps,
  type InventoryProps,
  type Period,
} from "./importing-connector.ts";
export {
  type KeyProps,
  ManagedCertificate,
  type ManagedCertificateProps,
  type OwnProfileProps,
  type SharedProfileProps,
} from "./managed-certificate.ts";
