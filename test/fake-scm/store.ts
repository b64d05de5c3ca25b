import { bareSerial, type Certificate } from "./certificate.ts";
import type { FormerCertificate, SslRecord } from "./ssl-record.ts";

/**
 * SSL records of one run, in memory, in order of their ids. Nothing is kept between runs.
 */
export class SslStore {
  readonly #records = new Map<number, SslRecord>();
  readonly #unfinished = new Set<SslRecord>();

  /** Number of records. */
  get size(): number {
    return this.#records.size;
  }

  /** The record with that id, to read or to change. */
  get(sslId: number): SslRecord | undefined {
    return this.#records.get(sslId);
  }

  add(record: SslRecord): void {
    this.#records.set(record.sslId, record);
    this.watch(record);
  }

  remove(sslId: number): void {
    const record = this.#records.get(sslId);
    if (record) this.#unfinished.delete(record);
    this.#records.delete(sslId);
  }

  /** All records by rising id. */
  all(): Iterable<SslRecord> {
    return this.#records.values();
  }

  /** Whose serial number it is, in any spelling: a record's current certificate or one it moved on from. */
  bySerial(serial: string): { readonly record: SslRecord; readonly former?: FormerCertificate } | undefined {
    const bare = bareSerial(serial);
    const isIt = (certificate: Certificate): boolean => bareSerial(certificate.serial) === bare;
    for (const record of this.#records.values()) {
      if (record.certificate && isIt(record.certificate)) return { record };
      const former = record.former.find((old) => isIt(old.certificate));
      if (former) return { record, former };
    }
    return undefined;
  }

  byRenewId(renewId: string): SslRecord | undefined {
    for (const record of this.#records.values()) if (record.renewId === renewId) return record;
    return undefined;
  }

  /** Has the record looked at when time passes. */
  watch(record: SslRecord): void {
    this.#unfinished.add(record);
  }

  /** Shows each unfinished record to `isFinished`, which may change it, and forgets those that are. */
  settle(isFinished: (record: SslRecord) => boolean): void {
    for (const record of this.#unfinished) if (isFinished(record)) this.#unfinished.delete(record);
  }
}
