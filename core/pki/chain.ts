import { PkiError } from "../base/errors.ts";
import { quoted } from "../base/text.ts";
import type { Certificate } from "./certificate.ts";
import { type PublicKey, sameKey } from "./public-key.ts";
import { isSignedBy, type SignedData } from "./signed-data.ts";
import {
  type Above,
  climb,
  endsOf,
  type IssuersByCertificate,
  isSelfIssued,
  isTopNamed,
  pathTo,
  shortestPath,
  topName,
} from "./ways-up.ts";

/** A certificate with what connects it to its root. */
export interface CertificateChain {
  readonly leaf: Certificate;
  /** In issuing order: the first issued the leaf. Empty when nothing but the leaf (and the root) is known. */
  readonly intermediates: readonly Certificate[];
  /** Self-signed end of the chain, null when it wasn't sent; servers don't send it either. */
  readonly root: Certificate | null;
  /** CA certificates that came along and issued nothing of this chain. */
  readonly setAside: readonly Certificate[];
  /** Names of the roots that the ways up lead to, the chosen one first; empty for a leaf alone. */
  readonly tops: readonly string[];
}

/** How a chain is arranged. */
interface ChainChoices {
  /** The leaf is the certificate with this key (the newest of several); other leaves with their chains are left out. */
  readonly leafKey?: PublicKey | undefined;
  /** Name of the root at the top of the way to take, its common name or all of it; no way of that name: the shortest. */
  readonly preferredTop?: string | null | undefined;
  /** CA certificates that have nothing to do with the leaf are set aside instead of refused. */
  readonly setsAside?: boolean | undefined;
}

/** Longer bundles than any CA sends; each pair may cost a signature check. */
const MOST = 40;

/**
 * Finds leaf, intermediates and root among certificates in any order. Position means nothing: SCM sends the leaf last
 * in some formats and first in others, and the set of a PKCS#7 has no order (RFC 5652 §5.1).
 *
 * One certificate issued another when the names are equal, the key identifiers do not contradict, and the signature
 * verifies (RFC 5280 §6.1.3, §4.2.1.1). With cross-signed intermediates there are several ways up: the shortest to a
 * self-signed root wins, unless another one is preferred; among equals the one that is valid longer.
 *
 * Without `leafKey` the leaf is the only certificate that isn't a CA's.
 * @throws PkiError `pki.chain_empty`, `pki.chain_no_leaf`, `pki.chain_two_leaves`, `pki.chain_missing_link`,
 *         `pki.chain_unrelated`
 */
export function arrangeChain(
  certificates: readonly Certificate[],
  { leafKey, preferredTop, setsAside = false }: ChainChoices = {},
): CertificateChain {
  const known = [...new Map(certificates.map((each) => [each.fingerprintSha256, each])).values()];
  if (known.length === 0)
    throw fault("chain_empty", "there is no certificate", "Collect the certificate again.");
  if (known.length > MOST) {
    throw fault("chain_too_long", `there are ${known.length} certificates`, `Give ${MOST} at most.`);
  }
  const issuers = new Map(known.map((each) => [each, issuersOf(each, known)]));
  const leaf = leafKey === undefined ? findLeaf(known, issuers) : findByKey(known, leafKey);
  const above = climb(leaf, issuers);
  const ends = endsOf(above, issuers);
  const preferred = preferredTop ? ends.find((end) => isTopNamed(end, preferredTop)) : undefined;
  const path = preferred ? pathTo(preferred, leaf, above) : shortestPath(leaf, above);
  const top = path.at(-1) ?? leaf;
  const arranged = { issuers, leaf, above, top };
  const strangers = strangersOf(arranged, leafKey !== undefined);
  if (strangers.length > 0 && !(setsAside && isTooMany(arranged, strangers)))
    throw refuse(arranged, strangers);
  const root = top !== leaf && isSelfIssued(top) ? top : null;
  const tops = [top, ...ends].flatMap((each) => (each === leaf ? [] : [topName(each)]));
  return {
    ...{ leaf, root, setAside: strangers, tops: [...new Set(tops)] },
    intermediates: path.slice(0, root === null ? path.length : -1),
  };
}

function findByKey(known: readonly Certificate[], key: PublicKey): Certificate {
  const [newest] = known
    .filter((each) => sameKey(each.publicKey, key))
    .sort((one, other) => other.notBefore.getTime() - one.notBefore.getTime());
  if (newest !== undefined) return newest;
  throw fault(
    "chain_no_leaf",
    `none of ${known.length} certificates has the expected public key (${key.sha256.slice(0, 16)}…)`,
    "Check that the certificate belongs to this CSR.",
  );
}

function findLeaf(known: readonly Certificate[], issuers: IssuersByCertificate): Certificate {
  const [only, ...more] = known;
  if (only !== undefined && more.length === 0) return only;
  const issuing = new Set([...issuers.values()].flat());
  // Old CA certificates don't say that they are one (X.509 version 1), but they have issued something.
  const leaves = known.filter((each) => !each.isCa && !issuing.has(each));
  const [leaf, other] = leaves;
  if (leaf === undefined) {
    throw fault(
      "chain_no_leaf",
      "all certificates are CA certificates",
      "Collect a format that includes the leaf.",
    );
  }
  if (other === undefined) return leaf;
  throw fault(
    "chain_two_leaves",
    `there are ${leaves.length} leaf certificates: ${leaves.map(label).join(" and ")}`,
    "Give one certificate with its chain, or say which public key is meant.",
  );
}

function issuersOf(child: Certificate, known: readonly Certificate[]): Certificate[] {
  return known.filter((each) => each !== child && hasIssued(each, child)).sort(byValidity);
}

function hasIssued(parent: Certificate, child: Certificate): boolean {
  if (!parent.subject.raw.equals(child.issuer.raw)) return false;
  const [wanted, offered] = [child.authorityKeyId, parent.subjectKeyId];
  if (wanted !== null && offered !== null && wanted !== offered) return false;
  const known = SIGNED.get(child.signed) ?? new WeakMap<PublicKey, boolean>();
  SIGNED.set(child.signed, known);
  const isSigned = known.get(parent.publicKey) ?? isSignedBy(child.signed, parent.publicKey);
  known.set(parent.publicKey, isSigned);
  return isSigned;
}

/** What was verified: each chain of a CA has the same issuers above its leaf. */
const SIGNED = new WeakMap<SignedData, WeakMap<PublicKey, boolean>>();

function byValidity(one: Certificate, other: Certificate): number {
  const difference = other.notAfter.getTime() - one.notAfter.getTime();
  // Any fixed order will do for the rest, as long as it isn't the order they came in.
  return difference !== 0 ? difference : one.fingerprintSha256 < other.fingerprintSha256 ? -1 : 1;
}

interface Arranged {
  readonly issuers: IssuersByCertificate;
  readonly leaf: Certificate;
  readonly above: Above;
  readonly top: Certificate;
}

/** Everything that is neither the leaf nor above it; another leaf, with what is above it, where the key tells which is meant. */
function strangersOf({ issuers, leaf, above }: Arranged, isKeyKnown: boolean): readonly Certificate[] {
  const others = [...issuers.keys()].filter((each) => each !== leaf && !above.has(each));

  const aside = new Set<Certificate>();
  for (const other of isKeyKnown ? others.filter((each) => !each.isCa) : []) {
    aside.add(other);
    for (const issuer of climb(other, issuers).keys()) aside.add(issuer);
  }
  return others.filter((each) => !aside.has(each));
}

/**
 * A stranger beside a chain that ends at a root is one certificate too many. Beside one that ends without its root it may as
 * well be a sign of a gap; so it is taken for a stranger only if it stands alone and is not a root.
 */
function isTooMany({ leaf, top }: Arranged, strangers: readonly Certificate[]): boolean {
  if (strangers.some((each) => !each.isCa)) return false;
  if (top !== leaf && isSelfIssued(top)) return true;
  return top !== leaf && strangers.length === 1 && !strangers.some(isSelfIssued);
}

function refuse({ leaf, top }: Arranged, strangers: readonly Certificate[]): PkiError {
  const names = strangers.map(label).join(" and ");
  if (isSelfIssued(top))
    return fault(
      "chain_unrelated",
      `${names} did not issue ${label(leaf)}`,
      "Leave unrelated certificates out.",
    );
  return fault(
    "chain_missing_link",
    `the issuer of ${label(top)}, ${quoted(top.issuer.text)}, is not there, so ${names} can't be connected`,
    "Collect the whole chain again.",
  );
}

function label(certificate: Certificate): string {
  return `${quoted(certificate.subject.text)} (serial ${certificate.serialNumber})`;
}

function fault(code: string, found: string, hint: string): PkiError {
  return new PkiError(`arrange chain: ${found}`, { code: `pki.${code}`, hint });
}

/** The intermediates as PEM, in issuing order; empty text when there are none. */
export function chainPem(chain: CertificateChain): string {
  return chain.intermediates.map(({ pem }) => pem).join("");
}

/** Leaf and intermediates as PEM, leaf first: what a TLS server is given (RFC 8446 §4.4.2). */
export function fullChainPem(chain: CertificateChain): string {
  return chain.leaf.pem + chainPem(chain);
}
