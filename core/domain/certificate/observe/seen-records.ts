import { NotFoundError, StateError } from "../../../base/errors.ts";
import type { CertificateChain } from "../../../pki/chain.ts";
import type { ScmClient } from "../../../scm/client.ts";
import type { CertificateDetails } from "../../../scm/schemas/certificates.ts";
import { type CollectContext, collect } from "./collect.ts";
import type { DeliveredChains } from "./delivered-chains.ts";
import { detailsOrGone } from "./find-orders.ts";

interface SeenContext extends CollectContext {
  /** What lies where the certificate is delivered, and what is known of others like it. */
  readonly delivered?: {
    readonly chains: DeliveredChains;
    read(): Promise<CertificateChain | null>;
  };
}

/** Records and certificates that are read for one intent, each once: a second look at a list asks for none of them again. */
export class SeenRecords {
  readonly #client: ScmClient;
  readonly #context: SeenContext;
  readonly #details = new Map<number, Promise<CertificateDetails | null>>();
  readonly #chains = new Map<number, Promise<CertificateChain | null>>();

  constructor(client: ScmClient, context: SeenContext) {
    this.#client = client;
    this.#context = context;
  }

  /** Null for a record that is gone. */
  details(sslId: number): Promise<CertificateDetails | null> {
    const found = this.#details.get(sslId) ?? detailsOrGone(this.#client, sslId, this.#context);
    this.#details.set(sslId, found);
    return found;
  }

  /** Null for a certificate that can't be collected. */
  chain(details: CertificateDetails): Promise<CertificateChain | null> {
    const found = this.#chains.get(details.sslId) ?? this.#load(details);
    this.#chains.set(details.sslId, found);
    return found;
  }

  async #load(details: CertificateDetails): Promise<CertificateChain | null> {
    const { delivered } = this.#context;
    const own = (): Promise<CertificateChain | null> => this.#collect(details);
    return delivered === undefined ? own() : delivered.chains.chainOf(details, await delivered.read(), own);
  }

  async #collect({ sslId, serialNumber }: CertificateDetails): Promise<CertificateChain | null> {
    const { signal, deadline, clock, preferredChain } = this.#context;
    try {
      return await collect(this.#client, sslId, { signal, deadline, clock, serialNumber, preferredChain });
    } catch (thrown) {
      // Revoked between two calls, or not collectable any more: it is nothing to reuse.
      if (thrown instanceof StateError || thrown instanceof NotFoundError) return null;
      throw thrown;
    }
  }
}
