import {
  type CertificateChain,
  type CertificateDetails,
  type CertificateIdentity,
  type Clock,
  collect,
  findRecords,
  hasCommonName,
  NotFoundError,
  orderMarker,
  readComments,
  type ScmClient,
  StateError,
  sameKey,
  sameNames,
  standingOf,
  type WaitOptions,
  withCommonName,
} from "../../core/index.ts";
import type { Wanted } from "./wanted.ts";

/** A certificate that SCM holds for the common name, valid now. */
export interface Existing {
  readonly details: CertificateDetails;
  readonly chain: CertificateChain;
  readonly hasSameKey: boolean;
  readonly hasSameNames: boolean;
}

export interface Found {
  /** Longest valid first. */
  readonly valid: readonly Existing[];
  /** One with the same key and names that was revoked because the key is compromised. */
  readonly compromised: number | null;
  /** This very order, placed by a run before and not issued yet. */
  readonly ordered: number | null;
  /** This very order, placed by a run before and alive, whether it is issued or not. */
  readonly marked: number | null;
}

/**
 * What SCM holds for the names of an order: one call for the list, one for each row that could matter, and the certificate
 * itself of those issued, since only it tells its key and its exact end.
 * @param identity scope and order key of the order, by which records of ours are known
 */
export async function findExisting(
  client: ScmClient,
  { order, csr, key, names }: Wanted,
  context: WaitOptions & {
    readonly clock: Clock;
    readonly scope: string | null;
    readonly orderKey: string | null;
  },
): Promise<Found> {
  const { organizationId, scmProfileId } = order;
  const place = { organizationId, scmProfileId, commonName: csr.commonName, names };
  const isCandidate = (row: CertificateIdentity): boolean => hasCommonName(row, place);
  const records = await findRecords(client, place, { isCandidate, wait: context });
  const issued = await Promise.all(
    records
      .filter(({ status }) => standingOf(status) === "issued")
      .map((details) => chainOf(client, details, context)),
  );
  const now = context.clock.now();
  const valid = issued
    .flatMap((each) => (each === null || each.chain.leaf.notAfter <= now ? [] : [each]))
    .map(({ details, chain }) => ({
      ...{ details, chain },
      hasSameKey: sameKey(chain.leaf.publicKey, csr.publicKey),
      hasSameNames: sameNames(withCommonName(chain.leaf.subject.commonName, chain.leaf.names), names),
    }))
    .sort((one, other) => other.chain.leaf.notAfter.getTime() - one.chain.leaf.notAfter.getTime());
  const marker = orderMarker({
    ...{ ...place, scope: context.scope, orderKey: context.orderKey },
    keySha256: key === "given" ? csr.publicKeySha256 : null,
  });
  const ours = records.filter(({ comments }) => readComments(comments).tag?.marker === marker);
  return {
    valid,
    // A key that is made here is another one each time.
    compromised: key === "given" ? idOf(ours.find(isCompromised)) : null,
    ordered: idOf(ours.find(({ status }) => standingOf(status) === "pending")),
    marked: idOf(ours.find(({ status }) => ["pending", "issued"].includes(standingOf(status)))),
  };
}

async function chainOf(
  client: ScmClient,
  details: CertificateDetails,
  context: WaitOptions & { readonly clock: Clock },
): Promise<{ readonly details: CertificateDetails; readonly chain: CertificateChain } | null> {
  const { sslId, serialNumber } = details;
  try {
    const { signal, deadline, clock } = context;
    const chain = await collect(client, sslId, { signal, deadline, clock, serialNumber });
    return chain === null ? null : { details, chain };
  } catch (thrown) {
    // Revoked between two calls, or not collectable any more: it is nothing to reuse.
    if (thrown instanceof StateError || thrown instanceof NotFoundError) return null;
    throw thrown;
  }
}

const KEY_COMPROMISE = 1; // RFC 5280 §5.3.1

function isCompromised({ status, reasonCode }: CertificateDetails): boolean {
  return standingOf(status) === "revoked" && reasonCode === KEY_COMPROMISE;
}

function idOf(details: CertificateDetails | undefined): number | null {
  return details?.sslId ?? null;
}
