import type { Config, Operation, Planned } from "../../../framework/resource.ts";
import type { Connection } from "../../connection.ts";
import type { CertificateAttributes } from "./attributes.ts";
import type { CertificateState, StoredCertificate } from "./values.ts";

type Wishes = Config<CertificateAttributes>;

/** What an apply works with. */
export interface ApplyRequest extends Operation<Connection> {
  readonly config: Wishes;
  readonly planned: Planned<CertificateAttributes>;
  /** Null when the resource is created. */
  readonly prior: StoredCertificate | null;
  readonly checkpoint: (state: CertificateState) => void;
}

/** The arguments as they stand in state: all but those that are never stored. */
export function argumentsOf(config: Wishes): Omit<Wishes, "private_key_wo"> {
  const { private_key_wo: _, ...stored } = config;
  return stored;
}
