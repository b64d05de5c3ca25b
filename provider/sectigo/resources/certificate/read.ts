import { type CertificateDetails, collect, NotFoundError, normalizeSerial } from "../../../../core/index.ts";
import type { Operation } from "../../../framework/resource.ts";
import type { Connection } from "../../connection.ts";
import { deadlineOf } from "./enroll.ts";
import { readMetadata } from "./metadata.ts";
import { writeRevocation } from "./revocation.ts";
import {
  type IssuedValues,
  issuedValues,
  knownIssuedValues,
  NOT_ISSUED,
  type StoredCertificate,
} from "./values.ts";

type ReadRequest = Operation<Connection> & { readonly state: StoredCertificate };

/**
 * Reads what SCM says of a certificate. One call while nothing changed: a certificate is immutable, so it is collected
 * again only when SCM names another serial number than state does.
 */
export async function readCertificateState(request: ReadRequest): Promise<StoredCertificate | null> {
  const { state } = request;
  // An order that SCM never accepted has nothing to read.
  if (state.ssl_id === null) return null;
  const details = await readDetails(request, state.ssl_id);
  const isImport = state.status === null;
  writeRevocation(request.private, details.status === "Revoked" ? (details.reasonCode ?? 0) : null);
  return {
    ...state,
    ...readMetadata(details, state, isImport),
    ...(isImport ? importedArguments(details) : movedArguments(details, state)),
    ...(await issued(request, details)),
    status: stableStatus(details.status),
  };
}

async function readDetails(request: ReadRequest, sslId: number): Promise<CertificateDetails> {
  const { api, signal } = request;
  try {
    return await api.client.certificates.get(sslId, { signal, deadline: deadlineOf(request) });
  } catch (thrown) {
    if (!(thrown instanceof NotFoundError)) throw thrown;
    throw new NotFoundError(`read certificate ${sslId}: SCM does not show it to ${api.account}`, {
      code: "missing.certificate",
      status: thrown.status,
      vendorCode: thrown.vendorCode,
      call: thrown.call,
      hint:
        "It was deleted, or this administrator may no longer see it: SCM does not tell these apart. Restore the " +
        "administrator's access; or, if it is gone, forget it with `terraform state rm`. " +
        "To destroy anyway: terraform destroy -refresh=false.",
      cause: thrown,
    });
  }
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
  return {
    organization_id:
      state.organization_id === null ? null : (details.organizationId ?? state.organization_id),
    scm_profile_id:
      state.scm_profile_id === null ? null : (details.scmProfile?.scmProfileId ?? state.scm_profile_id),
  };
}

async function issued(request: ReadRequest, details: CertificateDetails): Promise<IssuedValues> {
  const { api, signal, state } = request;
  const known = knownIssuedValues(state);
  if (details.serialNumber === null || details.status === "Applied") return known;
  const isKnown =
    state.serial_number !== null &&
    normalizeSerial(state.serial_number) === normalizeSerial(details.serialNumber);
  if (isKnown && state.certificate_pem !== null) return known;
  // A revoked certificate may no longer be collectable; its number is all that is told then.
  if (details.status === "Revoked")
    return { ...NOT_ISSUED, ...known, serial_number: normalizeSerial(details.serialNumber) };
  const expected = { csrPem: state.csr_pem, serialNumber: details.serialNumber };
  const wait = { signal, deadline: deadlineOf(request), clock: api.clock };
  const chain = await collect(api.client, details.sslId, { ...wait, ...expected });
  return chain === null ? known : issuedValues(chain);
}

/**
 * That a certificate expired follows from `not_after`. A status that flips by itself would make
 * `terraform plan -refresh-only` report a change that nobody made.
 */
function stableStatus(status: string): string {
  return status === "Expired" ? "Issued" : status;
}
