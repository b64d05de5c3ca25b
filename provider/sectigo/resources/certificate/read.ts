import {
  type Certificate,
  type CertificateChain,
  type CertificateDetails,
  ContractError,
  claimOf,
  collect,
  NotFoundError,
  namesMissing,
  namesOf,
  originOf,
  readCertificatePem,
  readComments,
  readCsr,
  refuseWrongDates,
  StateError,
  sameKey,
  sameSerial,
  standingOf,
  type WaitOptions,
  withCommonName,
} from "../../../../core/index.ts";
import type { Operation } from "../../../framework/resource.ts";
import { type Connection, waitOf } from "../../connection.ts";
import { inOneText } from "../../explain.ts";
import { asGiven, withProfile } from "./by-profile.ts";
import { compareIssued, requestOf } from "./compare.ts";
import { differenceFrom } from "./compare-request.ts";
import { readConnection } from "./connections.ts";
import { findBySerial } from "./find-by-serial.ts";
import { warnOfForeignKey } from "./foreign-key.ts";
import { checkPresent } from "./guard.ts";
import { withKeyMatch } from "./key-matches.ts";
import { certificateLabel } from "./label.ts";
import { writeLastSeen } from "./last-seen.ts";
import { readMetadata } from "./metadata.ts";
import { noteMissing } from "./missing-names.ts";
import { movedKey } from "./moved-key.ts";
import { readPrivateData, writePrivateData } from "./private-data.ts";
import { readDetails } from "./read-details.ts";
import { renewAfterText } from "./renewal-policy.ts";
import { isReportedUnchanged } from "./reported.ts";
import { stableStatus } from "./stable-status.ts";
import { withFormer } from "./superseded.ts";
import { switchToSuccessor } from "./switch-to-successor.ts";
import {
  type IssuedValues,
  issuedValues,
  knownIssuedValues,
  NOT_ISSUED,
  type StoredCertificate,
} from "./values.ts";
import { isYoungOrder, warnOfYoungTwin } from "./young-twin.ts";

type ReadRequest = Operation<Connection> & { readonly state: StoredCertificate };

/** What a certificate decides, and the key that lies beside it. */
type Published = IssuedValues & Pick<StoredCertificate, "private_key_pem">;

const REFRESH = {
  what: "read certificate",
  hint:
    "It was deleted, or this administrator may no longer see it: SCM does not tell these apart. Restore the " +
    "administrator's access; or, if it is gone, forget it with `terraform state rm` and the resource's address. To " +
    'enroll a new one in its place, set when_missing = "reenroll" and apply, which records that choice; then plan ' +
    "as usual.",
};

/**
 * Reads what SCM says of a certificate. One call while nothing changed: a certificate is immutable, so it is collected
 * again only when SCM names another serial number than state does. A successor that is on its way is looked at first: when
 * it is issued, it takes its place.
 */
export async function readCertificateState(request: ReadRequest): Promise<StoredCertificate | null> {
  const { state: given } = request;
  checkPresent({ state: given, private: request.private }, request.api, "read");
  const { api, diagnostics } = readConnection(request.api, given);
  for (const { summary, detail } of diagnostics) request.warn(summary, detail);
  const found = await readCompleted({ ...request, api, state: withProfile(given) });
  noteImport(request.api, given, found);
  return found && asGiven(found, given);
}

/** Whatever the way of the import, nothing is known but how to find it. The next read ends it. */
function noteImport(
  { justImported }: Connection,
  given: StoredCertificate,
  found: StoredCertificate | null,
): void {
  const sslId = found?.ssl_id ?? null;
  if (sslId === null) return;
  if (given.status === null) justImported.add(sslId);
  else justImported.delete(sslId);
}

/** @param request with a state that its profile completes */
async function readCompleted(request: ReadRequest): Promise<StoredCertificate | null> {
  const wait = waitOf(request);
  const state = request.state.ssl_id === null ? await foundBySerial(request, wait) : request.state;
  // An order that SCM never accepted has nothing to read.
  if (state === null || state.ssl_id === null) return null;
  const isYoung = isYoungOrder(request);
  if (state.pending === null && (await isReportedUnchanged(request.api, state, { isYoung, wait })))
    return withRenewal(state);
  try {
    const current = await switchToSuccessor({ ...request, state }, wait);
    return await refreshed({ ...request, state: current }, wait);
  } catch (thrown) {
    // What is imported must be there; of all else one record that is not shown must not stop a whole state.
    if (!(thrown instanceof NotFoundError) || state.status === null) throw thrown;
    if (state.when_missing !== "reenroll") return leftAsItIs(request, state, thrown);
    request.warn(
      `Certificate ${certificateLabel(state)} is not shown by SCM any more and is forgotten`,
      'That is because when_missing is "reenroll": the plan enrolls a new one.',
    );
    return null;
  }
}

function leftAsItIs(
  { api, warn }: ReadRequest,
  state: StoredCertificate,
  thrown: unknown,
): StoredCertificate {
  const { summary, detail } = api.explain(thrown);
  warn(summary, `${detail}\n\nThe state keeps what it knows of it.`);
  return withRenewal(state);
}

/** An import by serial number knows nothing else yet. */
async function foundBySerial(
  { api, state }: ReadRequest,
  wait: WaitOptions,
): Promise<StoredCertificate | null> {
  const { serial_number: serialNumber } = state;
  if (serialNumber === null) return null;
  return { ...state, ssl_id: await findBySerial(api.client, serialNumber, wait), serial_number: null };
}

async function refreshed(request: ReadRequest, wait: WaitOptions): Promise<StoredCertificate> {
  const { private: data } = request;
  const isImport = request.state.status === null;
  // A key that came with a move is nothing to compare with before it is known to be the certificate's.
  const state = isImport ? { ...request.state, private_key: null, private_key_pem: null } : request.state;
  const details = await readDetails(request.api, state.ssl_id ?? 0, { wait, purpose: REFRESH });
  writeLastSeen(data, details);
  writePrivateData(data, { isRenewed: details.isRenewed });
  if (isImport) takeOver(request, details);
  const { tag } = readComments(details.comments);
  const isTaken = claimOf(details.comments, readPrivateData(data).nonce) === "taken";
  writePrivateData(data, { takenBy: isTaken ? (tag?.holder ?? "") : null });
  if (tag?.isReleased && tag.nonce === readPrivateData(data).nonce)
    writePrivateData(data, { adoptedFrom: null });
  // What becomes of it there is not this state's: the pair that it holds stays.
  if (isTaken) return withRenewal(state);
  await warnOfYoungTwin({ ...request, state }, details, wait);
  const found: StoredCertificate = {
    ...state,
    ...readMetadata(details, state, isImport),
    ...(isImport ? importedArguments(details) : movedArguments(details, state)),
    ...(await issued({ ...request, state }, details, wait)),
    status: stableStatus(details.status),
  };
  if (isImport) {
    noteMissing(details, found, data);
    const whole = { ...found, ...movedKey(request.state, found.certificate_pem, request.warn) };
    return withRenewal(withKeyMatch(whole, null, readPrivateData(data).madeCsr));
  }
  const isSame = found.certificate_pem === state.certificate_pem;
  const current =
    isSame || found.certificate_pem === null
      ? found
      : {
          ...found,
          ...replacedArguments(state, readCertificatePem(found.certificate_pem)),
          superseded: withFormer(state, request.api.clock.now()),
        };
  return withRenewal(withKeyMatch(current, state, readPrivateData(data).madeCsr));
}

/** Whoever imports it takes it over as it stands, with the mark of the hands it was in. */
function takeOver({ api, private: data }: ReadRequest, { comments }: CertificateDetails): void {
  const { host, customerUri } = api.identity;
  writePrivateData(data, { nonce: readComments(comments).tag?.nonce ?? null, host, customerUri });
}

/** State of an earlier release says nothing of it, nor does an import. */
function withRenewal(state: StoredCertificate): StoredCertificate {
  return { ...state, renew_after: renewAfterText(state, state.renewal) };
}

/** An import has only the id; what the order was is read off the record, save the request, which SCM keeps to itself. */
function importedArguments(details: CertificateDetails) {
  return {
    organization_id: details.organizationId,
    // What was found or uploaded, by whichever CA, was never ordered here, so SCM can't renew it by any profile.
    scm_profile_id: isOrdered(details) ? (details.scmProfile?.scmProfileId ?? null) : null,
    subject_alternative_names:
      details.subjectAlternativeNames.length > 0 ? details.subjectAlternativeNames : null,
  };
}

function isOrdered({ requestedVia }: CertificateDetails): boolean {
  return originOf(requestedVia) === "managed";
}

/** Only what SCM states otherwise is drift; a record that says nothing says nothing against us. */
function movedArguments(details: CertificateDetails, state: StoredCertificate) {
  const { organization_id, scm_profile_id, pending } = state;
  // The arguments are those of the successor that is on its way, the record is its predecessor's.
  if (pending !== null) return {};
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
): Promise<Published> {
  const { state, private: data } = request;
  const { serialNumber } = details;
  const known = { ...knownIssuedValues(state), private_key_pem: state.private_key_pem };
  // While SCM replaces a certificate, its record is on its way again and still names the one that serves.
  if (serialNumber === null || standingOf(details.status) === "pending") return known;
  const isSame = state.serial_number !== null && sameSerial(state.serial_number, serialNumber);
  if (isSame) writePrivateData(data, { isKeyForeign: false });
  if (isSame && state.certificate_pem !== null) return withNames(known);
  // Of what can't be collected, the number is all that is known; values of another certificate would be wrong.
  const numberOnly = isSame ? known : { ...known, ...NOT_ISSUED, serial_number: serialNumber };
  if (standingOf(details.status) === "revoked") return numberOnly;
  const chain = await collected(request, details, wait);
  if (chain === null) return numberOnly;
  return hasLostKey(request, chain.leaf) ? known : (publishedBy(request, chain) ?? known);
}

/** A state of before has no names yet. */
function withNames(known: Published): Published {
  const { certificate_pem: pem, names } = known;
  if (pem === null || names !== null) return known;
  return { ...known, names: namesOf(readCertificatePem(pem)).map(({ value }) => value) };
}

/** @returns null where what SCM holds must not take the place of what state has */
function publishedBy(request: ReadRequest, chain: CertificateChain): Published | null {
  const { state, private: data } = request;
  const compared = compareIssued(request, chain, { request: requestOf(state, data) });
  const isForeign = !compared.fits && compared.refused.code === "key_other";
  writePrivateData(data, { isKeyForeign: isForeign });
  if (compared.fits) {
    writePrivateData(data, { newKey: null });
    return { ...issuedValues(chain), private_key_pem: compared.privateKeyPem };
  }
  if (isForeign) warnOfForeignKey(request, chain);
  return null;
}

/** A certificate for a key that an interrupted run took with it is of no use; the next plan has it replaced. */
function hasLostKey({ state, private: data }: ReadRequest, { publicKey }: Certificate): boolean {
  const { madeCsr } = readPrivateData(data);
  const isFirst = state.certificate_pem === null;
  if (madeCsr === null || state.csr_pem !== null || !isFirst) return false;
  const isLost = !sameKey(publicKey, readCsr(madeCsr).publicKey);
  writePrivateData(data, { isKeyLost: isLost });
  return isLost;
}

/** Null when SCM has it but does not hand it out whole: not yet, or not any more. A refresh must not fail for that. */
async function collected(
  { api, state, warn }: ReadRequest,
  details: CertificateDetails,
  wait: WaitOptions,
): Promise<CertificateChain | null> {
  const { ssl_id: sslId, preferred_chain: preferredChain } = state;
  if (sslId === null) return null;
  try {
    const { serialNumber } = details;
    const chain = await collect(api.client, sslId, {
      ...wait,
      clock: api.clock,
      serialNumber,
      preferredChain,
    });
    if (chain !== null) refuseWrongDates(details, chain, api.clock.now());
    return chain;
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
