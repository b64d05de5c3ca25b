import { createHash } from "node:crypto";
import { PkiError } from "../../../base/errors.ts";
import { readBundle } from "../../../pki/bundle.ts";
import type { Certificate } from "../../../pki/certificate.ts";
import { arrangeChain, type CertificateChain } from "../../../pki/chain.ts";
import { sameSerial } from "../../../pki/serial.ts";
import type { CertificateDetails } from "../../../scm/schemas/certificates.ts";

/**
 * Chains that earlier runs have delivered, taken where SCM would send the same again. A leaf is taken by its fingerprint in the
 * record. What issued it stands in no record: of all that lie beside the same issuers the first is collected, and the others are
 * taken only if SCM sent just those issuers. A file that lost one, and a CA whose way up has changed, cost a call each.
 */
export class DeliveredChains {
  readonly #collected = new Map<string, Promise<CertificateChain | null>>();

  /**
   * @param delivered what lies there; null: nothing does, or it can't be read as a chain
   * @param collect asks SCM for the record's own
   */
  async chainOf(
    details: CertificateDetails,
    delivered: CertificateChain | null,
    collect: () => Promise<CertificateChain | null>,
  ): Promise<CertificateChain | null> {
    if (delivered === null || delivered.intermediates.length === 0 || !isOfRecord(delivered.leaf, details))
      return collect();
    const issuers = issuersOf(delivered);
    const first = this.#collected.get(issuers);
    if (first === undefined) {
      const own = collect();
      this.#collected.set(issuers, own);
      return own;
    }
    // What went wrong with the first is told by the first.
    const like = await first.catch(() => null);
    if (like === null || issuersOf(like) !== issuers) return collect();
    return { ...like, leaf: delivered.leaf, setAside: [] };
  }
}

/** A chain as it lies in files; null where they hold none that can be read, which is as if they were not there. */
export function readDelivered(files: readonly Uint8Array[]): CertificateChain | null {
  try {
    return arrangeChain(files.flatMap(readBundle));
  } catch (thrown) {
    if (thrown instanceof PkiError) return null;
    throw thrown;
  }
}

function issuersOf({ intermediates }: CertificateChain): string {
  return intermediates.map(({ fingerprintSha256 }) => fingerprintSha256).join(" ");
}

/** Builds differ in which of the fingerprints they tell; a record without one proves nothing. */
function isOfRecord(
  { der, fingerprintSha256, serialNumber }: Certificate,
  { serialNumber: recorded, sha256Hash, sha1Hash }: CertificateDetails,
): boolean {
  if (recorded === null || !sameSerial(recorded, serialNumber)) return false;
  if (sha256Hash !== null) return plain(sha256Hash) === fingerprintSha256;
  return sha1Hash !== null && plain(sha1Hash) === createHash("sha1").update(der).digest("hex");
}

/** Hex as SCM spells it: of either case, with colons or without. */
function plain(hash: string): string {
  return hash.replace(/[^0-9a-f]/gi, "").toLowerCase();
}
