import type { Clock } from "../../base/clock.ts";
import type { WaitOptions } from "../../base/deadline.ts";
import type { ScmClient } from "../../scm/client.ts";
import type { ImportSession } from "../import-store.ts";
import type { CertificateType } from "../inventory-row.ts";
import type { PartSource, RowPart } from "../merge-parts.ts";

/** What of SCM's client an import needs. */
export type ImportClient = Pick<
  ScmClient,
  "reports" | "certificates" | "clientCertificates" | "deviceCertificates"
>;

/** How far an import is. */
export interface ImportProgress {
  readonly type: CertificateType;
  /** Everything is read, or only what changed; details cost a call each. */
  readonly phase: "full" | "changes" | "details";
  /** Rows that SCM showed so far, some of them more than once. */
  readonly rows: number;
  readonly added: number;
  readonly changed: number;
}

/** What the steps of an import share. */
export interface ImportContext {
  readonly scm: ImportClient;
  readonly session: ImportSession;
  readonly clock: Clock;
  readonly options: WaitOptions;
  /** `step`: what counts for itself, from nothing. */
  readonly onProgress: (progress: ImportProgress, step: object) => void;
  /** Whole answers may take a while; nothing new is begun once this throws. */
  readonly check: () => void;
  /** Takes the names of rows that are too long to be read; without it such a row ends the import. */
  readonly tooLong?: Set<string>;
}

/** Rows per transaction: fewer cost more of the disk, more would keep other writers waiting. */
const ROWS_AT_ONCE = 1_000;

/** Collects parts on their way to the store. `flush` at the end, or the last ones are lost. */
export class PartSink {
  readonly #context: ImportContext;
  readonly #source: PartSource;
  readonly #about: Pick<ImportProgress, "type" | "phase">;
  #parts: RowPart[] = [];
  #rows = 0;
  #added = 0;
  #changed = 0;

  constructor(context: ImportContext, source: PartSource, about: Pick<ImportProgress, "type" | "phase">) {
    this.#context = context;
    this.#source = source;
    this.#about = about;
  }

  async add(parts: readonly RowPart[]): Promise<void> {
    this.#parts.push(...parts);
    if (this.#parts.length >= ROWS_AT_ONCE) await this.flush();
  }

  async flush(): Promise<void> {
    const parts = this.#parts;
    this.#parts = [];
    if (parts.length === 0) return;
    const { session, clock, onProgress, check } = this.#context;
    check();
    const { added, changed } = await session.put(this.#source, parts, clock.now());
    this.#rows += parts.length;
    this.#added += added;
    this.#changed += changed;
    onProgress({ ...this.#about, ...this.counts }, this);
  }

  get counts(): Pick<ImportProgress, "rows" | "added" | "changed"> {
    return { rows: this.#rows, added: this.#added, changed: this.#changed };
  }
}
