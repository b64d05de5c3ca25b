import { bareSerial } from "./certificate.ts";
import type { SslRecord } from "./ssl-record.ts";

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

  /** The record whose current or former certificate has the serial number, in any spelling. */
  bySerial(serial: string): SslRecord | undefined {
    const bare = bareSerial(serial);
    for (const record of this.#records.values()) {
      if (record.certificate && bareSerial(record.certificate.serial) === bare) return record;
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
