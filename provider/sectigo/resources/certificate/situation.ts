import {
  type Certificate,
  namesMissing,
  readCertificatePem,
  readCsr,
  type San,
  sameKey,
  sameNames,
  standingOf,
  withCommonName,
} from "../../../../core/index.ts";
import type { Planned, PlanRequest } from "../../../framework/resource.ts";
import { Unknown } from "../../../framework/value.ts";
import type { Connection } from "../../connection.ts";
import { type CertificateAttributes, ORDER_ARGUMENTS } from "./attributes.ts";
import { differenceFrom } from "./compare-request.ts";
import type { OrderChange, Situation } from "./decide.ts";
import { certificateLabel } from "./label.ts";
import { readLastSeen } from "./last-seen.ts";
import type { StoredCertificate } from "./values.ts";

type Wanted = Planned<CertificateAttributes>;

/** What is compared: the plan, the state, and the certificate that the state holds, read only where it is needed. */
interface Comparison {
  readonly planned: Wanted;
  readonly prior: StoredCertificate;
  readonly leaf: () => Certificate | null;
}

/** What `decide` needs, read off prior state, plan and what SCM last said. */
export function readSituation(
  { prior, private: data }: PlanRequest<CertificateAttributes, Connection>,
  planned: Wanted,
): Situation {
  const isOpen = ORDER_ARGUMENTS.some((name) => planned[name] instanceof Unknown);
  if (prior === null || prior.ssl_id === null) return { current: null, changed: [], isOpen, isSameKey: null };
  const status = prior.status ?? "Issued";
  const { certificate_pem: pem } = prior;
  const comparison = { planned, prior, leaf: () => (pem === null ? null : readCertificatePem(pem)) };
  return {
    current: {
      // Read from the certificate, so only when a message needs it: most plans of a thousand certificates say nothing.
      get label() {
        return certificateLabel(prior);
      },
      status,
      ...readLastSeen(data),
    },
    changed: isOpen ? [] : orderChanges(comparison),
    isOpen,
    isSameKey: isOpen || standingOf(status) !== "revoked" ? null : compareKeys(comparison),
  };
}

/**
 * Arguments whose new value asks for another certificate. A value that only records what the certificate has already
 * (after an import the request is unknown to us, and names may be spelled out later) is no such change; nor is a request,
 * an organization or an SCM profile that was taken away: only an order needs them.
 */
function orderChanges(comparison: Comparison): readonly OrderChange[] {
  return [
    ...otherNumber(comparison, "organization_id"),
    ...otherNumber(comparison, "scm_profile_id"),
    ...otherRequest(comparison),
    ...otherNames(comparison),
  ];
}

function otherNumber(
  { planned, prior }: Comparison,
  argument: "organization_id" | "scm_profile_id",
): readonly OrderChange[] {
  const [before, wanted] = [prior[argument], planned[argument]];
  if (before === null || wanted === null || wanted === before) return [];
  return [{ argument, found: `it is ${before}, and ${wanted} is configured` }];
}

function otherRequest({ planned, prior, leaf }: Comparison): readonly OrderChange[] {
  const { csr_pem: csr } = planned;
  if (typeof csr !== "string" || csr === prior.csr_pem) return [];
  const certificate = leaf();
  if (certificate !== null) {
    const found = differenceFrom(certificate, readCsr(csr));
    return found === null ? [] : [{ argument: "csr_pem", found }];
  }
  // Nothing is issued to compare with. Another text is another request, unless the first is not known to us.
  return prior.csr_pem === null
    ? []
    : [{ argument: "csr_pem", found: "it is another request than the one sent" }];
}

function otherNames({ planned, prior, leaf }: Comparison): readonly OrderChange[] {
  const { subject_alternative_names: wanted } = planned;
  const declared = prior.subject_alternative_names;
  if (wanted instanceof Unknown || (wanted === null && declared === null)) return [];
  if (wanted !== null && declared !== null && sameNames(wanted, declared)) return [];
  const certificate = leaf();
  const commonName =
    certificate?.subject.commonName ?? (prior.csr_pem === null ? null : readCsr(prior.csr_pem).commonName);
  const issued = certificate?.names ?? [];
  const after = withCommonName(commonName, wanted ?? []);
  const added = namesMissing(after, withCommonName(commonName, [...(declared ?? []), ...issued]));
  // Null before means that nobody said; then only a name that is missing asks for another certificate.
  const dropped = declared === null ? [] : namesMissing(withCommonName(commonName, declared), after);
  const found = [
    ...(added.length > 0 ? [`the certificate lacks ${listed(added)}`] : []),
    ...(dropped.length > 0 ? [`the configuration lacks ${listed(dropped)}`] : []),
  ];
  return found.length === 0 ? [] : [{ argument: "subject_alternative_names", found: found.join(", ") }];
}

/** Whether the request's key is the current certificate's; null when one of the two is not known to us. */
function compareKeys({ planned, prior, leaf }: Comparison): boolean | null {
  const { csr_pem: csr } = planned;
  const known = leaf()?.publicKey ?? (prior.csr_pem === null ? null : readCsr(prior.csr_pem).publicKey);
  return typeof csr !== "string" || known === null ? null : sameKey(readCsr(csr).publicKey, known);
}

function listed(names: readonly San[]): string {
  return names.map(({ value }) => value).join(", ");
}
