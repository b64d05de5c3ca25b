/**
 * Which certificates the resources of this walk hold, by `ssl_id`. Terraform tells a provider no addresses, but it reads each
 * resource once in a walk, and configures the provider anew for the next: what is read a second time is held twice.
 */
export class HeldCertificates {
  readonly #ids = new Set<number>();
  #isListing = false;

  /** From now on reads are those of a list, whose objects are in no state; lists may find the same certificate. */
  startListing(): void {
    this.#isListing = true;
  }

  /** @returns false when another resource has it already */
  take(sslId: number): boolean {
    if (this.#isListing) return true;
    const isFirst = !this.#ids.has(sslId);
    this.#ids.add(sslId);
    return isFirst;
  }
}
