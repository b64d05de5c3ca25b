import type { Clock } from "../../../base/clock.ts";
import type { WaitOptions } from "../../../base/deadline.ts";
import { ContractError, PkiError, type SectigoError } from "../../../base/errors.ts";
import { readBundle } from "../../../pki/bundle.ts";
import type { Certificate } from "../../../pki/certificate.ts";
import { arrangeChain, type CertificateChain } from "../../../pki/chain.ts";
import { readCsr } from "../../../pki/csr.ts";
import { type PublicKey, sameKey } from "../../../pki/public-key.ts";
import { sameSerial } from "../../../pki/serial.ts";
import type { ScmClient } from "../../../scm/client.ts";

/** How a certificate is collected. */
export interface CollectContext extends WaitOptions {
  readonly clock: Clock;
  /** The CSR that was sent: a certificate for another key is refused. Null or absent when it is not known, as after an import. */
  readonly csrPem?: string | null | undefined;
  /** Serial number of the record, where it is known; helps to notice an answer that was cut off. */
  readonly serialNumber?: string | null | undefined;
  /** Name of the root at the top of the chain to take, where SCM sends several ways up. */
  readonly preferredChain?: string | null | undefined;
  /** It is looked at for its key alone: the answer is kept for the one who follows it, who then asks for nothing. */
  readonly isKept?: boolean | undefined;
  /** Told of each answer that could not be used, before it is asked for again. */
  readonly onFailure?: ((error: SectigoError) => void) | undefined;
}

/**
 * The leaf stands last in it, after its chain. So whatever is lost at the end of an answer costs the leaf, and is
 * noticed; in a format with the leaf first, a cut between two blocks would only shorten the chain in silence.
 */
const FORMAT = "x509";

/** How often half an answer is asked for again: collecting changes nothing in SCM. */
const TRIES = 3;

const PAUSE_MS = 1000;

const OTHER_SERIAL = "contract.other_serial";

/**
 * Collects a certificate with its chain.
 * @returns null when SCM says that it is not ready, which happens for a moment even when the status is `Issued` already
 *          (seen in public clients)
 * @throws ContractError `contract.other_key` when it is for another key than the CSR's, `contract.certificate_unreadable`
 *         when it is damaged each time, `contract.other_serial` when it stays another than the record's; StateError `state.revoked`; NotFoundError; what every call throws
 */
export async function collect(
  client: ScmClient,
  sslId: number,
  context: CollectContext,
): Promise<CertificateChain | null> {
  const key = context.csrPem ? readCsr(context.csrPem).publicKey : undefined;
  const { signal, deadline, serialNumber = null, preferredChain: preferredTop, isKept = false } = context;
  const expected = { key, serialNumber, preferredTop };
  const known = readKept(client, sslId, expected);
  if (known !== null) {
    if (isKept) keepBody(client, sslId, known.body);
    return known.chain;
  }
  for (let attempt = 1; ; attempt += 1) {
    const collected = await client.certificates.collect(sslId, FORMAT, { signal, deadline });
    if (collected.outcome === "pending") return null;
    try {
      const chain = readWhole(collected.body, sslId, expected);
      if (isKept) keepBody(client, sslId, collected.body);
      return chain;
    } catch (error) {
      const isOtherSerial = error instanceof ContractError && error.code === OTHER_SERIAL;
      if (!(error instanceof PkiError) && !isOtherSerial) throw error;
      const failure = error instanceof PkiError ? unreadable(sslId, attempt, error) : error;
      if (attempt >= TRIES) throw failure;
      context.onFailure?.(failure);
    }
    await context.clock.wait(PAUSE_MS, signal);
  }
}

interface Expected {
  readonly key: PublicKey | undefined;
  readonly serialNumber: string | null;
  readonly preferredTop: string | null | undefined;
}

/** What was sent for this id a moment ago, where it has the record's number; null where only SCM can tell. */
function readKept(client: ScmClient, sslId: number, expected: Expected) {
  if (expected.serialNumber === null) return null;
  const body = takeBody(client, sslId);
  try {
    return body && { body, chain: readWhole(body, sslId, expected) };
  } catch (error) {
    // The answer to another call, or one that has given way since: SCM is asked, and that answer judged.
    if (error instanceof PkiError || error instanceof ContractError) return null;
    throw error;
  }
}

/** @throws PkiError for what another try may heal, ContractError for what it won't */
function readWhole(
  body: Uint8Array,
  sslId: number,
  { key, serialNumber, preferredTop }: Expected,
): CertificateChain {
  const certificates = readBundle(body);
  if (key !== undefined) refuseOtherKey(certificates, key, sslId);
  const chain = arrangeChain(certificates, { leafKey: key, preferredTop, setsAside: true });
  // Without a key a lone CA certificate would pass for the leaf; the serial number tells that the leaf got lost.
  const isOther = serialNumber !== null && !sameSerial(serialNumber, chain.leaf.serialNumber);
  if (key === undefined && chain.leaf.isCa && isOther) {
    const hint = "Collect the certificate again.";
    throw new PkiError("read certificates: the leaf is missing", { code: "pki.chain_no_leaf", hint });
  }
  if (isOther) throw otherSerial(sslId, serialNumber, chain.leaf.serialNumber);
  return chain;
}

function refuseOtherKey(certificates: readonly Certificate[], key: PublicKey, sslId: number): void {
  if (certificates.some(({ publicKey }) => sameKey(publicKey, key))) return;
  const leaf = certificates.find(({ isCa }) => !isCa);
  // CA certificates alone mean that the answer was cut off, which another try may heal.
  if (leaf === undefined) return;
  throw new ContractError(
    `collect certificate ${sslId}: it is for another key than the request's (serial number ${leaf.serialNumber})`,
    {
      code: "contract.other_key",
      hint: "Look in SCM whether the certificate was replaced there, or the id belongs to another order; don't use it with this key.",
    },
  );
}

/** A replacement between the two calls heals when asked again; what stays is the certificate of another record. */
function otherSerial(sslId: number, expected: string, found: string): ContractError {
  return new ContractError(
    `collect certificate ${sslId}: its serial number is ${found}, the record's is ${expected}`,
    {
      code: OTHER_SERIAL,
      hint: "Look in SCM whether the certificate is being replaced, and run again; if it stays so, give Sectigo's support both numbers.",
    },
  );
}

function unreadable(sslId: number, tries: number, error: PkiError): ContractError {
  const found = error.message.replace(` [${error.code}]`, "");
  const often = tries === 1 ? "" : ` in ${tries} tries`;
  return new ContractError(`collect certificate ${sslId}: SCM sent no whole certificate${often} (${found})`, {
    code: "contract.certificate_unreadable",
    hint: "Try again later; if it stays so, give Sectigo's support the certificate's id.",
    cause: error,
  });
}

/** More than are looked at beside each other; what is never asked for again is not kept for long. */
const MOST_KEPT = 64;

/** By session, which lives as long as one walk or one step. */
const KEPT = new WeakMap<ScmClient["session"], Map<number, Uint8Array>>();

/** Keeps what SCM sent for an id, since the one who follows that certificate asks for it a moment later. */
function keepBody(client: ScmClient, sslId: number, body: Uint8Array): void {
  const kept = KEPT.get(client.session) ?? new Map<number, Uint8Array>();
  KEPT.set(client.session, kept);
  kept.delete(sslId);
  kept.set(sslId, body);
  const [oldest] = kept.keys();
  if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
}

/** What was kept of an id, once; null when there is none. Whether it is what its record names now, the reader compares. */
function takeBody(client: ScmClient, sslId: number): Uint8Array | null {
  const body = KEPT.get(client.session)?.get(sslId) ?? null;
  KEPT.get(client.session)?.delete(sslId);
  return body;
}
