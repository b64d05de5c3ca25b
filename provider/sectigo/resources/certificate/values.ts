import { type ComparedChain, chainPem, fullChainPem, namesOf } from "../../../../core/index.ts";
import type {
  Config,
  Operation,
  PlanAnswer,
  Planned,
  PlanRequest,
  State,
  Stored,
} from "../../../framework/resource.ts";
import type { Planning } from "../../../framework/spec.ts";
import type { Connection } from "../../connection.ts";
import { instantText } from "../../instant-text.ts";
import type { CertificateAttributes } from "./attributes.ts";

export type StoredCertificate = Stored<CertificateAttributes>;

export type CertificateState = State<CertificateAttributes>;

/** The arguments in an apply: all of them are known. */
export type CertificateConfig = Config<CertificateAttributes>;

/** The arguments while they are validated or planned: some may be unknown. */
export type PlanningConfig = Planning<CertificateConfig>;

export type PlannedCertificate = Planned<CertificateAttributes>;

export type PlanningRequest = PlanRequest<CertificateAttributes, Connection>;

export type PlanningAnswer = PlanAnswer<CertificateAttributes>;

export type ReadRequest = Operation<Connection> & { readonly state: StoredCertificate };

/** The part of a state that the certificate itself decides, not the user. */
export type IssuedValues = Pick<
  CertificateState,
  | "serial_number"
  | "not_before"
  | "not_after"
  | "issuer"
  | "certificate_pem"
  | "chain_pem"
  | "full_chain_pem"
  | "fingerprint_sha256"
  | "names"
>;

/** Before anything is issued. */
export const NOT_ISSUED: IssuedValues = {
  serial_number: null,
  not_before: null,
  not_after: null,
  issuer: null,
  certificate_pem: null,
  chain_pem: null,
  full_chain_pem: null,
  fingerprint_sha256: null,
  names: null,
};

export function issuedValues(chain: ComparedChain): IssuedValues {
  const { leaf } = chain;
  return {
    serial_number: leaf.serialNumber,
    not_before: instantText(leaf.notBefore),
    not_after: instantText(leaf.notAfter),
    issuer: leaf.issuer.text,
    certificate_pem: leaf.pem,
    chain_pem: chainPem(chain),
    full_chain_pem: fullChainPem(chain),
    fingerprint_sha256: leaf.fingerprintSha256,
    names: namesOf(leaf).map(({ value }) => value),
  };
}

/** What state already says of the certificate. */
export function knownIssuedValues(state: StoredCertificate): IssuedValues {
  const names = Object.keys(NOT_ISSUED) as (keyof IssuedValues)[];
  return Object.fromEntries(names.map((name) => [name, state[name]])) as IssuedValues; // the same keys on both sides
}

/**
 * The status as it stands in state. That a certificate expired follows from `not_after`; a status that flips with time
 * would make `terraform plan -refresh-only` report a change that was not made.
 */
export function stableStatus(status: string): string {
  return status === "Expired" ? "Issued" : status;
}
