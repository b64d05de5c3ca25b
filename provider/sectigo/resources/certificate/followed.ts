import type { CertificateChain } from "../../../../core/index.ts";
import type { SignedRequest } from "./key-source.ts";
import type { Superseded } from "./superseded.ts";

/** What is known of the order that is followed. */
export interface Followed {
  /** Null when it was signed by an earlier run. */
  readonly signed: SignedRequest | null;
  /** Placed by an earlier run, so its key may be lost. */
  readonly isAdopted: boolean;
}

/** A certificate, and the key that goes into state with it where this run made one. */
export interface Issued {
  readonly chain: CertificateChain;
  readonly signed: SignedRequest | null;
  /** The one for the lost key that this was reissued for, under the same id. */
  readonly former?: Superseded | undefined;
}
