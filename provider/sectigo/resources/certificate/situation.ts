import { parsePem, readCertificate, readCsr } from "../../../../core/index.ts";
import type { Planned, PlanRequest } from "../../../framework/resource.ts";
import { Unknown } from "../../../framework/value.ts";
import type { Connection } from "../../connection.ts";
import { type CertificateAttributes, ORDER_ARGUMENTS } from "./attributes.ts";
import type { CurrentCertificate, Situation } from "./decide.ts";
import { readRevocation } from "./revocation.ts";
import type { StoredCertificate } from "./values.ts";

type Wanted = Planned<CertificateAttributes>;

/** What `decide` needs, read off prior state, plan and what SCM last said. */
export function readSituation(
  request: PlanRequest<CertificateAttributes, Connection>,
  planned: Wanted,
): Situation {
  const { prior } = request;
  const isOpen = ORDER_ARGUMENTS.some((name) => planned[name] instanceof Unknown);
  if (prior === null || prior.ssl_id === null) return { current: null, changed: [], isOpen, isSameKey: null };
  const isSameKey = isOpen ? null : compareKeys(planned, prior);
  const current: CurrentCertificate = {
    // Read from the certificate, so only when a message needs it.
    get label() {
      return certificateLabel(prior);
    },
    status: prior.status ?? "Issued",
    revocationReason: readRevocation(request.private),
  };
  return { current, changed: isOpen ? [] : changedArguments(planned, prior, isSameKey), isOpen, isSameKey };
}

/** For messages: the name people know, and the serial number that SCM finds it by. */
export function certificateLabel(state: StoredCertificate): string {
  const pem = state.certificate_pem;
  const name = pem === null ? null : leafOf(pem).subject.commonName;
  const serial = state.serial_number === null ? "" : `, serial ${state.serial_number}`;
  return `${name ?? "without a name"} (ssl_id ${state.ssl_id}${serial})`;
}

/**
 * Arguments whose new value asks for another certificate. A value that only records what the certificate has already
 * (after an import the request is unknown to us, and names may be spelled out later) is no such change.
 */
function changedArguments(
  planned: Wanted,
  prior: StoredCertificate,
  isSameKey: boolean | null,
): readonly string[] {
  const differs = (name: "organization_id" | "scm_profile_id"): boolean =>
    prior[name] !== null && planned[name] !== prior[name];
  return [
    ...(differs("organization_id") ? ["organization_id"] : []),
    ...(differs("scm_profile_id") ? ["scm_profile_id"] : []),
    ...(asksForAnotherKey(planned, prior, isSameKey) ? ["csr_pem"] : []),
    ...(asksForOtherNames(planned, prior) ? ["subject_alternative_names"] : []),
  ];
}

function asksForAnotherKey(planned: Wanted, prior: StoredCertificate, isSameKey: boolean | null): boolean {
  if (planned.csr_pem === prior.csr_pem || planned.csr_pem === null) return false;
  // While nothing is issued there is no key to compare with: another text is another request.
  return isSameKey === null ? prior.csr_pem !== null : !isSameKey;
}

function asksForOtherNames(planned: Wanted, prior: StoredCertificate): boolean {
  const wanted = planned.subject_alternative_names;
  if (wanted === prior.subject_alternative_names || wanted instanceof Unknown) return false;
  const before = new Set((prior.subject_alternative_names ?? certificateNames(prior)).map(normalName));
  const isCovered = (wanted ?? []).every((name) => before.has(normalName(name)));
  // Null before means that nobody said; then only a name that is missing asks for another certificate.
  if (prior.subject_alternative_names === null) return !isCovered;
  return !isCovered || new Set((wanted ?? []).map(normalName)).size !== before.size;
}

/** Null when one of the two keys is not known to us. */
function compareKeys(planned: Wanted, prior: StoredCertificate): boolean | null {
  const { csr_pem: csr } = planned;
  if (typeof csr !== "string" || prior.certificate_pem === null) return null;
  if (csr === prior.csr_pem && prior.status !== "Revoked") return true;
  return readCsr(csr).publicKeySha256 === leafOf(prior.certificate_pem).publicKey.sha256;
}

function certificateNames(state: StoredCertificate): readonly string[] {
  if (state.certificate_pem === null) return [];
  const leaf = leafOf(state.certificate_pem);
  return [
    ...leaf.names.map(({ value }) => value),
    ...(leaf.subject.commonName === null ? [] : [leaf.subject.commonName]),
  ];
}

function leafOf(pem: string) {
  const [block] = parsePem(pem);
  return readCertificate(block?.der ?? Buffer.alloc(0));
}

function normalName(name: string): string {
  return name.trim().toLowerCase();
}
