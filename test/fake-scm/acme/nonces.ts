import { randomBytes } from "node:crypto";

/** Nonces that were given out and not used yet; each serves once. Source: RFC 8555 section 6.5. */
export class Nonces {
  readonly #open = new Set<string>();

  give(): string {
    const nonce = randomBytes(16).toString("base64url");
    this.#open.add(nonce);
    return nonce;
  }

  /** @returns false for one that is not known, or not any more */
  spend(nonce: string): boolean {
    return this.#open.delete(nonce);
  }
}
