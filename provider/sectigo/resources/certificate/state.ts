import {
  type ComparedChain,
  chainPem,
  fullChainPem,
  type Metadata,
  namesOf,
  plainText,
  type RenewalPolicy,
  type RenewalStanding,
  readCertificatePem,
  readCsr,
  renewAfter,
  renewalStanding,
} from "../../../../core/index.ts";
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
import { Unknown } from "../../../framework/value.ts";
import type { Connection } from "../../connection.ts";
import { instantText } from "../../instant-text.ts";
import { windowOf } from "../../renewal-window.ts";
import type { CertificateAttributes, RenewalArgument } from "./attributes.ts";

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

export type DestroyRequest = Operation<Connection> & { readonly prior: StoredCertificate };

/** What Terraform hands over. */
export interface GivenRequest extends Operation<Connection> {
  readonly config: CertificateConfig;
  readonly planned: PlannedCertificate;
  /** Null when the resource is created. */
  readonly prior: StoredCertificate | null;
  readonly checkpoint: (state: CertificateState) => void;
}

/** What an apply works with: arguments and state completed by the profile, and a connection by the sensors that it allows. */
export interface ApplyRequest extends GivenRequest {
  /** The arguments as the user wrote them, which is how they stand in state. */
  readonly given: CertificateConfig;
}

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

/** The arguments as they stand in state: all but those that are never stored; and whose the certificate is. */
export function argumentsOf({ given }: Pick<ApplyRequest, "given">) {
  const { private_key_wo: _, ...stored } = given;
  return { ...stored, business_unit: given.profile?.business_unit ?? null };
}

type Named = Pick<PlannedCertificate, "csr_pem" | "subject" | "subject_alternative_names">;

/** For messages: the name people know, and the numbers that SCM finds it by. */
export function certificateLabel(state: StoredCertificate): string {
  const name = nameOf(state);
  const numbers = [
    `ssl_id ${state.ssl_id}`,
    ...(state.serial_number === null ? [] : [`serial ${state.serial_number}`]),
  ].join(", ");
  return name === null ? numbers : `${plainText(name)} (${numbers})`;
}

function nameOf({
  certificate_pem,
  csr_pem,
  subject_alternative_names: names,
}: StoredCertificate): string | null {
  const ofCertificate =
    certificate_pem === null ? null : readCertificatePem(certificate_pem).subject.commonName;
  const ofRequest = csr_pem === null ? null : readCsr(csr_pem).commonName;
  return ofCertificate ?? ofRequest ?? names?.[0] ?? null;
}

/** The same of a certificate that is not ordered yet. */
export function plannedLabel({ csr_pem: csr, subject, subject_alternative_names: names }: Named): string {
  const requested = typeof csr === "string" ? readCsr(csr).commonName : null;
  const wished = subject instanceof Unknown ? null : (subject?.common_name ?? null);
  const name = requested ?? wished ?? (names instanceof Unknown ? null : names?.[0]) ?? null;
  return name === null ? "A new certificate" : `A new certificate for ${plainText(name)}`;
}

function isRenewalOn(renewal: RenewalArgument | null): boolean {
  return renewal?.enabled !== false;
}

export function switchesLater(renewal: RenewalArgument | null): boolean {
  return renewal?.mode === "order_then_switch";
}

function policyOf(renewal: RenewalArgument | null): RenewalPolicy {
  return { window: windowOf(renewal), hardDeadlineDays: renewal?.hard_deadline_days ?? undefined };
}

type Dates = Pick<StoredCertificate, "not_before" | "not_after" | "ssl_id" | "scm_profile_id">;

/**
 * The certificate that is renewed; null when none ever is: nothing is issued, renewal is off, or SCM has no profile for the
 * record, as of those that other CAs issued.
 */
function renewed(state: Dates, renewal: RenewalArgument | Unknown | null) {
  const { not_before, not_after, ssl_id: sslId, scm_profile_id } = state;
  if (not_before === null || not_after === null || sslId === null || scm_profile_id === null) return null;
  if (renewal instanceof Unknown || !isRenewalOn(renewal)) return null;
  const validity = { notBefore: new Date(not_before), notAfter: new Date(not_after) };
  return { sslId, validity, policy: policyOf(renewal) };
}

/** `renew_after` as it stands in state; null when it is never due. */
export function renewAfterText(state: Dates, renewal: RenewalArgument | Unknown | null): string | null {
  const due = renewed(state, renewal);
  return due && instantText(renewAfter(due.validity, due.policy, due.sslId));
}

/** Where the certificate stands in its renewal window. */
export function standingInWindow(state: Dates, renewal: RenewalArgument | null, now: Date): RenewalStanding {
  const due = renewed(state, renewal);
  return due === null ? { at: "off" } : renewalStanding(due, due.policy, now);
}

/** State of an earlier release says nothing of it, nor does an import. */
export function withRenewal(state: StoredCertificate): StoredCertificate {
  return { ...state, renew_after: renewAfterText(state, state.renewal) };
}

/** Ids that this state holds: whatever else is found in SCM, these are no other order. */
export function knownIds({ ssl_id, pending, superseded }: StoredCertificate): readonly number[] {
  return [ssl_id, pending?.ssl_id ?? null, ...(superseded ?? []).map((each) => each.ssl_id)].filter(
    (sslId) => sslId !== null,
  );
}

/** Whether the plan announced an order: unknown values are all that it leaves as a trace. */
export function mayOrder({ planned, prior }: Pick<GivenRequest, "planned" | "prior">): boolean {
  return prior === null || planned.ssl_id instanceof Unknown || planned.pending instanceof Unknown;
}

type Preferring = Pick<StoredCertificate, "preferred_chain" | "certificate_pem">;

/** Whether another way up is to be published for the certificate that is there. */
export function prefersOtherChain(prior: Preferring, preferred: unknown): boolean {
  return prior.certificate_pem !== null && prior.preferred_chain !== preferred;
}

/** What people may change of a certificate that exists, without another certificate being needed. */
export type ManagedArguments = Pick<StoredCertificate, "comments" | "external_requesters" | "custom_fields">;

/** The same as core calls it. */
export function metadataOf({ comments, external_requesters, custom_fields }: ManagedArguments): Metadata {
  return { comments, externalRequesters: external_requesters, customFields: custom_fields };
}
