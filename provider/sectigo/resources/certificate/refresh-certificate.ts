import {
  type Certificate,
  type CertificateChain,
  type CertificateDetails,
  ContractError,
  collect,
  NotFoundError,
  namesOf,
  readCertificatePem,
  readCsr,
  refuseWrongDates,
  StateError,
  sameKey,
  sameSerial,
  standingOf,
  type WaitOptions,
} from "../../../../core/index.ts";
import { inOneText } from "../../explain.ts";
import { readDetails } from "../../read-details.ts";
import { compareFound, withKeyMatch } from "./compare-with-order.ts";
import { endOf, readPrivateData, writePrivateData } from "./private-data.ts";
import { refuseOtherOrder } from "./record-ownership.ts";
import {
  certificateLabel,
  type IssuedValues,
  issuedValues,
  knownIssuedValues,
  NOT_ISSUED,
  type ReadRequest,
  type StoredCertificate,
} from "./state.ts";
import { withSuccessor } from "./superseded.ts";

/** What a certificate decides, and the key that lies beside it. */
type Published = IssuedValues & Pick<StoredCertificate, "private_key_pem">;

/** What state publishes of the certificate that a record names; what can't be had stays or is null. */
export async function collectIssued(
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
  refuseOtherOrder(request, details, chain.leaf);
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
  const { private: data } = request;
  const compared = compareFound(request, chain);
  const isForeign = !compared.fits && compared.refused.code === "key_other";
  writePrivateData(data, { isKeyForeign: isForeign });
  if (compared.fits) {
    writePrivateData(data, { newKey: null, predecessor: null });
    return { ...issuedValues(compared.chain), private_key_pem: compared.privateKeyPem };
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

interface Reading {
  readonly state: StoredCertificate;
  readonly warn: (summary: string, detail: string) => void;
}

/** SCM holds a certificate under this id for a key that is not here, so the pair in state stays as it is. */
function warnOfForeignKey({ state, warn }: Reading, { leaf }: CertificateChain): void {
  warn(
    `Certificate ${certificateLabel(state)} was replaced in SCM for another key`,
    `SCM holds ${leaf.serialNumber} under its id now. Certificate and key in this state stay as they are, since they belong ` +
      "together. The next apply has it replaced for the key that is here.",
  );
}

const PURPOSE = {
  what: "read the successor of a certificate:",
  hint: "It was deleted, or this administrator may not see it. Look in SCM what became of it.",
};

/** Publishes a pending successor once it is issued; until then the state is what it was. */
export async function switchToSuccessor(request: ReadRequest, wait: WaitOptions): Promise<StoredCertificate> {
  const { api, state, private: data } = request;
  const sslId = state.pending?.ssl_id ?? null;
  if (sslId === null) return state;
  const { status, serialNumber } = await readDetails(api, sslId, { wait, purpose: PURPOSE });
  const standing = standingOf(status);
  const isOver = standing === "refused" || standing === "revoked" || standing === "ended";
  writePrivateData(data, { pendingEnd: isOver ? status : null, isSuccessorIssued: false });
  if (standing !== "issued") return state;
  const chain = await collect(api.client, sslId, {
    ...{ ...wait, clock: api.clock, serialNumber },
    preferredChain: state.preferred_chain,
  });
  if (chain === null) return state;
  if (isWriteOnlyKeyNew(request, chain.leaf)) {
    writePrivateData(data, { isSuccessorIssued: true });
    return state;
  }
  const compared = compareFound(request, chain);
  if (compared.fits) {
    writePrivateData(data, { newKey: null });
    const next = withSuccessor(state, { sslId, ...compared }, api.clock.now());
    return withKeyMatch(next, state, readPrivateData(data).madeCsr);
  }
  // A key that was lost with the run that made it is healed by an apply.
  const isHealed = compared.refused.code === "key_other" && state.csr_pem === null;
  writePrivateData(data, isHealed ? { isSuccessorIssued: true } : { pendingEnd: endOf(compared.refused) });
  return state;
}

/** The user who gave the key uses it elsewhere: the certificate for a new one is published by an apply, not by a look. */
function isWriteOnlyKeyNew({ state }: ReadRequest, leaf: Certificate): boolean {
  const { certificate_pem: pem, csr_pem: csr, private_key: made } = state;
  if (csr !== null || made !== null || pem === null) return false;
  return !sameKey(readCertificatePem(pem).publicKey, leaf.publicKey);
}
