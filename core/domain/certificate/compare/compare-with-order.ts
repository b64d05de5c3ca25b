import type { CertificateChain } from "../../../pki/chain.ts";
import { type Asked, compareCertificate } from "./compare-certificate.ts";
import { fittingKey, keyPair } from "./key-pair.ts";
import { consequenceOf, type Mismatch, missingNamesOf, refusalOf } from "./mismatch.ts";

declare const compared: unique symbol;

/**
 * A chain that was compared with its order and may be published or delivered. Only this file makes one, and whatever
 * publishes or delivers takes nothing else: a front end that forgets to compare does not compile.
 */
export type ComparedChain = CertificateChain & { readonly [compared]: true };

/** What a front end knows of an order, and what its user accepts. */
export interface OrderComparison {
  readonly asked: Asked;
  /** Private keys as PEM, one of which must belong to the certificate; null where the key is kept elsewhere. */
  readonly keys: readonly (string | null)[] | null;
  /** The user has said to accept what is worth a warning (`on_mismatch`, `on-mismatch`). */
  readonly isAccepted: boolean;
}

/** How the user hears of it. */
interface Telling {
  /** It was published or delivered before, and what is worth a line once was told then. */
  readonly isKnown: boolean;
  readonly tell: (found: Mismatch) => void;
}

/** A certificate that may be used, with the private key that belongs to it; null where that is kept elsewhere. */
export interface FittingCertificate {
  readonly fits: true;
  readonly chain: ComparedChain;
  readonly privateKeyPem: string | null;
  /** Asked for and not in it, whether that is accepted or not. */
  readonly missingNames: readonly string[];
}

/** `refused`: it must not be published and not be delivered, for this reason. */
export type Compared = FittingCertificate | { readonly fits: false; readonly refused: Mismatch };

/**
 * Compares a certificate with its order and tells each difference that the user has not accepted. Of one that is refused
 * nothing else is told: the rest is about a certificate that is not used.
 */
export function compareWithOrder(
  chain: CertificateChain,
  { asked, keys, isAccepted }: OrderComparison,
  { isKnown, tell }: Telling,
): Compared {
  const found = compareCertificate(asked, chain);
  const key = keys === null ? null : fittingKey(chain.leaf, keys);
  const refused = refusalOf(found) ?? (keys !== null && key === null ? otherKey(chain) : null);
  if (refused !== null) {
    tell(refused);
    return { fits: false, refused };
  }
  for (const each of found) {
    const isSilent = consequenceOf(each) === "tell" ? isKnown : isAccepted;
    if (!isSilent) tell(each);
  }
  return {
    ...{ fits: true, chain: chain as ComparedChain, missingNames: missingNamesOf(found) },
    privateKeyPem: keyPair(chain.leaf, key).privateKeyPem,
  };
}

/** A chain that is shown or written for its id alone, as by a data source: no order is known to compare it with. */
export function withoutOrder(chain: CertificateChain): ComparedChain {
  return chain as ComparedChain;
}

function otherKey({ leaf }: CertificateChain): Mismatch {
  return { code: "key_other", serialNumber: leaf.serialNumber };
}
