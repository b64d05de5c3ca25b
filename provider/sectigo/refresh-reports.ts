import {
  bounds,
  type Clock,
  dayOf,
  isCovered,
  type LoadedDays,
  LostError,
  NOTHING_LOADED,
  nextWindow,
  type ScmClient,
  type SslReportRow,
  type WaitOptions,
  withLoaded,
  withTooLarge,
} from "../../core/index.ts";
import { within } from "./within.ts";

/** What is kept of a report's row: what a state can be compared with. */
export type ReportedFacts = Pick<
  SslReportRow,
  | "sslId"
  | "organizationId"
  | "scmProfileId"
  | "status"
  | "serialNumber"
  | "expires"
  | "revoked"
  | "comments"
  | "externalRequesters"
  | "customFields"
>;

/** Where in the account's reports a certificate stands. */
export interface ReportPlace {
  readonly sslId: number;
  readonly organizationId: number;
  readonly notAfter: Date;
}

/** So many certificates are read one by one before a walk counts as long. */
const SINGLE_READS = 25;
/** And of an organization so many: a report for one or two certificates would not spare a request. */
const SINGLE_READS_OF_ORGANIZATION = 3;
/** What a report should weigh, and where it is broken off. */
const TARGET_BYTES = 4_000_000;
const LARGEST_BYTES = 8_000_000;
/** What all reports of a walk may weigh: SCM shall not make a whole account's report for a few certificates. */
const BYTES_AT_ONCE = 8_000_000;
const BYTES_PER_READ = 16_000;
const BYTES_IN_ALL = 64_000_000;
/** A report that takes longer is slower than single reads. */
const LONGEST_LOAD_MS = 20_000;

/**
 * Spares a long refresh its single reads. Terraform asks about one certificate after the other, some at a time, and never
 * says how many will follow; so the first are read one by one, and from then on reports are loaded around the
 * certificates that are asked about: by organization and by the day they end, which unlike the day of issue stays the
 * same in a replacement and is known of certificates that were found or uploaded. One report at a time; whoever needs it
 * waits for the same one. A row serves one read only: who asks again wants to know anew.
 */
export class RefreshReports {
  readonly #client: ScmClient;
  readonly #clock: Clock;
  readonly #organizations = new Map<number, { reads: number; loaded: LoadedDays }>();
  readonly #rows = new Map<number, ReportedFacts>();
  #reads = 0;
  #bytes = 0;
  #isGivenUp = false;
  #load: { readonly done: Promise<void>; readonly stop: AbortController; waiting: number } | null = null;

  constructor(client: ScmClient, clock: Clock) {
    this.#client = client;
    this.#clock = clock;
  }

  /**
   * What a report says of a certificate; null when it is to be read by itself: early in a walk, where reports are
   * refused, too large or too slow, and when it is not in the report, which proves nothing. Never fails for a report.
   * @param place null for what can't be found in a report; it counts as a read nevertheless
   * @throws CancelledError when the caller's signal fires while it waits
   */
  async rowOf(place: ReportPlace | null, wait: WaitOptions): Promise<ReportedFacts | null> {
    this.#reads += 1;
    if (place === null) return null;
    const { sslId, organizationId, notAfter } = place;
    const organization = this.#organization(organizationId);
    organization.reads += 1;
    if (this.#reads <= SINGLE_READS || organization.reads <= SINGLE_READS_OF_ORGANIZATION) return null;
    const day = dayOf(notAfter);
    while (!isCovered(organization.loaded, day)) {
      if (this.#isGivenUp || this.#room() < TARGET_BYTES / 4) return null;
      if (!(await this.#waitForLoad(organizationId, day, wait))) return null;
    }
    const row = this.#rows.get(sslId) ?? null;
    this.#rows.delete(sslId);
    return row;
  }

  #organization(id: number): { reads: number; loaded: LoadedDays } {
    const known = this.#organizations.get(id) ?? { reads: 0, loaded: NOTHING_LOADED };
    this.#organizations.set(id, known);
    return known;
  }

  #room(): number {
    return Math.min(BYTES_AT_ONCE + this.#reads * BYTES_PER_READ, BYTES_IN_ALL) - this.#bytes;
  }

  /** Waits for the report that is under way, else for one that is begun for this day. False when that takes too long. */
  async #waitForLoad(organizationId: number, day: number, wait: WaitOptions): Promise<boolean> {
    this.#load ??= this.#begin(organizationId, day);
    const load = this.#load;
    load.waiting += 1;
    try {
      await within(load.done, "refresh from a report", this.#patience(wait), this.#clock);
      return true;
    } catch (thrown) {
      // The load itself never fails, so it is either the caller's end or the end of our patience.
      if (wait.signal?.aborted) throw thrown;
      return false;
    } finally {
      load.waiting -= 1;
      if (load.waiting === 0) load.stop.abort();
    }
  }

  /** Half of the time that a read has: the rest is for reading by itself. */
  #patience({ signal, deadline }: WaitOptions): WaitOptions {
    if (deadline === undefined) return { signal };
    const now = this.#clock.now().getTime();
    return { signal, deadline: new Date(now + (deadline.getTime() - now) / 2) };
  }

  #begin(organizationId: number, day: number) {
    const stop = new AbortController();
    const done = this.#run(organizationId, day, stop.signal).finally(() => {
      this.#load = null;
    });
    return { done, stop, waiting: 0 };
  }

  async #run(organizationId: number, day: number, signal: AbortSignal): Promise<void> {
    const organization = this.#organization(organizationId);
    const window = nextWindow(organization.loaded, day, Math.min(TARGET_BYTES, this.#room()));
    const query = {
      organizationIds: [organizationId],
      status: "any",
      date: "expiry",
      ...bounds(window),
    } as const;
    const deadline = new Date(this.#clock.now().getTime() + LONGEST_LOAD_MS);
    const options = { signal, deadline, largestAnswerBytes: LARGEST_BYTES };
    try {
      const { rows, bytes } = await this.#client.reports.measuredSsl(query, options);
      this.#bytes += bytes;
      organization.loaded = withLoaded(organization.loaded, window, bytes);
      for (const row of rows) this.#rows.set(row.sslId, factsOf(row));
    } catch (thrown) {
      if (thrown instanceof LostError && thrown.code === "lost.too_large") {
        this.#bytes += LARGEST_BYTES;
        organization.loaded = withTooLarge(organization.loaded, window, LARGEST_BYTES);
      } else if (!signal.aborted) {
        // No privilege, no such call, too slow, out of order: single reads serve, and say what is wrong if they don't.
        this.#isGivenUp = true;
      }
    }
  }
}

/** Only what is compared, so that a long report takes little memory. */
function factsOf(row: SslReportRow): ReportedFacts {
  const { sslId, organizationId, scmProfileId, status, serialNumber, expires, revoked } = row;
  const { comments, externalRequesters, customFields } = row;
  return {
    ...{ sslId, organizationId, scmProfileId, status, serialNumber, expires, revoked },
    ...{ comments, externalRequesters, customFields },
  };
}
