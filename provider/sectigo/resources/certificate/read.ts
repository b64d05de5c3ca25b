import {
  type Certificate,
  type CertificateDetails,
  ContractError,
  collect,
  NotFoundError,
  namesMissing,
  readCertificatePem,
  readCsr,
  StateError,
  sameSerial,
  standingOf,
  type WaitOptions,
  withCommonName,
} from "../../../../core/index.ts";
import type { Operation } from "../../../framework/resource.ts";
import { type Connection, waitOf } from "../../connection.ts";
import { DESTROY_ANYWAY } from "../../destroy-anyway.ts";
import { inOneText } from "../../explain.ts";
import { differenceFrom } from "./compare-request.ts";
import { writeLastSeen } from "./last-seen.ts";
import { readMetadata } from "./metadata.ts";
import { readDetails } from "./read-details.ts";
import { isReportedUnchanged } from "./reported.ts";
import { stableStatus } from "./stable-status.ts";
import {
  type IssuedValues,
  issuedValues,
  knownIssuedValues,
  NOT_ISSUED,
  type StoredCertificate,
} from "./values.ts";

type ReadRequest = Operation<Connection> & { readonly state: StoredCertificate };

const REFRESH = {
  what: "read certificate",
  hint:
    "It was deleted, or this administrator may no longer see it: SCM does not tell these apart. Restore the " +
    "administrator's access; or, if it is gone, forget it with `terraform state rm` and the resource's address.\n\n" +
    DESTROY_ANYWAY,
};

/**
 * Reads what SCM says of a certificate. One call while nothing changed, and none for most of many: a certificate is
 * immutable, so it is collected again only when SCM names another serial number than state does.
 */
export async function readCertificateState(request: ReadRequest): Promise<StoredCertificate | null> {
  const { state } = request;
  // An order that SCM never accepted has nothing to read.
  if (state.ssl_id === null) return null;
  const wait = waitOf(request);
  if (await isReportedUnchanged(request.api, state, wait)) return state;
  const details = await readDetails(request.api, state.ssl_id, { wait, purpose: REFRESH });
  const isImport = state.status === null;
  writeLastSeen(request.private, details);
  const found: StoredCertificate = {
    ...state,
    ...readMetadata(details, state, isImport),
    ...(isImport ? importedArguments(details) : movedArguments(details, state)),
    ...(await issued(request, details, wait)),
    status: stableStatus(details.status),
  };
  const isSame = isImport || found.certificate_pem === state.certificate_pem;
  return isSame || found.certificate_pem === null
    ? found
    : { ...found, ...replacedArguments(state, readCertificatePem(found.certificate_pem)) };
}

/** An import has only the id; what the order was is read off the record, save the request, which SCM keeps to itself. */
function importedArguments(details: CertificateDetails) {
  return {
    organization_id: details.organizationId,
    scm_profile_id: details.scmProfile?.scmProfileId ?? null,
    subject_alternative_names:
      details.subjectAlternativeNames.length > 0 ? details.subjectAlternativeNames : null,
    term_days: details.termDays,
  };
}

/** Only what SCM states otherwise is drift; a record that says nothing says nothing against us. */
function movedArguments(details: CertificateDetails, state: StoredCertificate) {
  const { organization_id, scm_profile_id } = state;
  return {
    organization_id: organization_id && (details.organizationId ?? organization_id),
    scm_profile_id: scm_profile_id && (details.scmProfile?.scmProfileId ?? scm_profile_id),
  };
}

/**
 * SCM can put another certificate under the same id, for another request and other names. Then what state says of them is
 * no longer true: the request is unknown again, and the names are the certificate's. Names that a CA adds are no change.
 */
function replacedArguments(state: StoredCertificate, leaf: Certificate) {
  const { csr_pem: csr, subject_alternative_names: names } = state;
  const present = withCommonName(leaf.subject.commonName, leaf.names);
  const isLacking = names !== null && namesMissing(names, present).length > 0;
  return {
    csr_pem: csr === null || differenceFrom(leaf, readCsr(csr)) !== null ? null : csr,
    subject_alternative_names: isLacking ? leaf.names.map(({ value }) => value) : names,
  };
}

async function issued(
  request: ReadRequest,
  details: CertificateDetails,
  wait: WaitOptions,
): Promise<IssuedValues> {
  const { state } = request;
  const { serialNumber } = details;
  const known = knownIssuedValues(state);
  // While SCM replaces a certificate, its record is on its way again and still names the one that serves.
  if (serialNumber === null || standingOf(details.status) === "pending") return known;
  const isSame = state.serial_number !== null && sameSerial(state.serial_number, serialNumber);
  if (isSame && state.certificate_pem !== null) return known;
  // Of what can't be collected, the number is all that is known; values of another certificate would be wrong.
  const numberOnly = isSame ? known : { ...NOT_ISSUED, serial_number: serialNumber };
  return standingOf(details.status) === "revoked"
    ? numberOnly
    : ((await collected(request, serialNumber, wait)) ?? numberOnly);
}

/** Null when SCM has it but does not hand it out whole: not yet, or not any more. A refresh must not fail for that. */
async function collected(
  { api, state, warn }: ReadRequest,
  serialNumber: string,
  wait: WaitOptions,
): Promise<IssuedValues | null> {
  if (state.ssl_id === null) return null;
  try {
    const chain = await collect(api.client, state.ssl_id, { ...wait, clock: api.clock, serialNumber });
    return chain === null ? null : issuedValues(chain);
  } catch (thrown) {
    if (!isLasting(thrown, state)) throw thrown;
    warn(
      `Certificate ${state.ssl_id} can't be collected`,
      `SCM shows its record, but not the certificate; its values are null. ${inOneText(api.explain(thrown))}`,
    );
    return null;
  }
}

/**
 * Whether to go on without the certificate. One that was found or uploaded may never come with its chain; that must not
 * make an import impossible, while values that state has are worth an error and another try.
 */
function isLasting(thrown: unknown, state: StoredCertificate): boolean {
  if (thrown instanceof StateError || thrown instanceof NotFoundError) return true;
  return thrown instanceof ContractError && state.certificate_pem === null;
}
