import {
  bounds,
  type Clock,
  dayOf,
  dayToLoad,
  isCovered,
  type LoadedDays,
  type Logger,
  LostError,
  NOTHING_LOADED,
  nextWindow,
  type ScmClient,
  type WaitOptions,
  withLoaded,
  withTooLarge,
} from "../../core/index.ts";
import { type ReportedFacts, ReportedRows } from "./reported-rows.ts";
import { within } from "./within.ts";

/** Where in the account's reports a certificate stands. */
export interface ReportPlace {
  readonly sslId: number;
  readonly organizationId: number;
  readonly notAfter: Date;
  /** By whose sensors to ask; the provider block's when left out. */
  readonly client?: ScmClient;
  /** Ordered so short a time ago that the same order may stand beside it. */
  readonly isYoung?: boolean;
}

/** What to load next: a report around a day. */
interface Errand {
  readonly organizationId: number;
  readonly day: number;
  /** Not for a certificate that ends then, but for successors of one that ends before. */
  readonly isAhead: boolean;
  readonly client: ScmClient;
}

/** When a walk counts as long, and what reports may weigh. */
export interface RefreshLimits {
  /** So many certificates are read one by one before any report. */
  readonly singleReads: number;
  /** And of an organization so many: a report for one or two certificates would spare no request. */
  readonly singleReadsOfOrganization: number;
  /** What a report should weigh, and where it is broken off. */
  readonly targetBytes: number;
  readonly largestBytes: number;
  /** What all reports of a walk may weigh, at first and by its reads: SCM shall not list an account for a few of ours. */
  readonly bytesAtOnce: number;
  readonly bytesPerRead: number;
  readonly bytesInAll: number;
  /** Longer than this, a report is slower than single reads. */
  readonly longestLoadMs: number;
}

/** Somewhat more than the longest life of a public certificate: so far ahead ends what may have been renewed today. */
const LONGEST_LIFE_DAYS = 400;

export const REFRESH_LIMITS: RefreshLimits = {
  singleReads: 25,
  singleReadsOfOrganization: 3,
  targetBytes: 4_000_000,
  largestBytes: 8_000_000,
  bytesAtOnce: 8_000_000,
  bytesPerRead: 16_000,
  bytesInAll: 64_000_000,
  longestLoadMs: 20_000,
};

interface ReportParts {
  readonly client: ScmClient;
  readonly clock: Clock;
  readonly log: Logger;
}

/**
 * Spares a long refresh its single reads. Terraform asks about one certificate after the other, some at a time, and never
 * says how many will follow; so the first are read one by one, and from then on reports are loaded around the
 * certificates that are asked about: by organization and by the day they end, which unlike the day of issue stays the
 * same in a replacement and is known of certificates that were found or uploaded. What ends later is loaded too where an
 * organization has not too much of it, since a successor stands there. One report at a time; each read that needs it waits for
 * the same one. A row serves one read only: who asks again wants to know anew.
 */
export class RefreshReports {
  readonly #client: ScmClient;
  readonly #clock: Clock;
  readonly #log: Logger;
  readonly #limits: RefreshLimits;
  readonly #organizations = new Map<number, { reads: number; loaded: LoadedDays }>();
  readonly #rows = new ReportedRows();
  #reads = 0;
  #bytes = 0;
  #isGivenUp = false;
  #load: { readonly done: Promise<void>; readonly stop: AbortController; waiting: number } | null = null;

  constructor({ client, clock, log }: ReportParts, limits = REFRESH_LIMITS) {
    this.#client = client;
    this.#clock = clock;
    this.#log = log;
    this.#limits = limits;
  }

  /**
   * What a report says of a certificate; null when it is to be read alone: early in a walk, where reports are
   * refused, too large or too slow, when it is not in the report, which proves nothing, and when another of the same kind
   * follows it, which may be a renewal. Never fails for a report.
   * @param place null for what can't be found in a report; it counts as a read nevertheless
   * @throws CancelledError when the caller's signal fires while it waits
   */
  async rowOf(place: ReportPlace | null, wait: WaitOptions): Promise<ReportedFacts | null> {
    this.#reads += 1;
    if (place === null) return null;
    const { sslId, organizationId, notAfter, client = this.#client, isYoung = false } = place;
    const organization = this.#organization(organizationId);
    organization.reads += 1;
    const { singleReads, singleReadsOfOrganization, targetBytes } = this.#limits;
    if (this.#reads <= singleReads || organization.reads <= singleReadsOfOrganization) return null;
    const wanted = { day: dayOf(notAfter), horizon: dayOf(this.#clock.now()) + LONGEST_LIFE_DAYS };
    // Without its own row, what comes after it is of no use.
    while (!isCovered(organization.loaded, wanted.day) || this.#rows.has(sslId)) {
      const day = dayToLoad(organization.loaded, wanted, targetBytes);
      if (day === null || this.#isGivenUp || this.#room() < targetBytes / 4) break;
      await this.#waitForLoad({ organizationId, day, isAhead: day !== wanted.day, client }, wait);
    }
    return isCovered(organization.loaded, wanted.day) ? this.#rows.take(sslId, isYoung) : null;
  }

  #organization(id: number): { reads: number; loaded: LoadedDays } {
    const known = this.#organizations.get(id) ?? { reads: 0, loaded: NOTHING_LOADED };
    this.#organizations.set(id, known);
    return known;
  }

  #room(): number {
    const { bytesAtOnce, bytesPerRead, bytesInAll } = this.#limits;
    return Math.min(bytesAtOnce + this.#reads * bytesPerRead, bytesInAll) - this.#bytes;
  }

  /** Waits for the report that is under way, else for one that is begun for this day; gives up when that takes too long. */
  async #waitForLoad(errand: Errand, wait: WaitOptions): Promise<void> {
    this.#load ??= this.#begin(errand);
    const load = this.#load;
    load.waiting += 1;
    try {
      await within(load.done, "refresh from a report", this.#patience(wait), this.#clock);
    } catch (thrown) {
      // The load itself never fails, so it is either the caller's end or the end of our patience.
      if (wait.signal?.aborted) throw thrown;
      this.#isGivenUp = true;
    } finally {
      load.waiting -= 1;
      if (load.waiting === 0) load.stop.abort();
    }
  }

  /** Half of the time that a read has: the rest is for the single read. */
  #patience({ signal, deadline }: WaitOptions): WaitOptions {
    if (deadline === undefined) return { signal };
    const now = this.#clock.now().getTime();
    return { signal, deadline: new Date(now + (deadline.getTime() - now) / 2) };
  }

  #begin(errand: Errand) {
    const stop = new AbortController();
    const done = this.#run(errand, stop.signal).finally(() => {
      this.#load = null;
    });
    return { done, stop, waiting: 0 };
  }

  async #run({ organizationId, day, isAhead, client }: Errand, signal: AbortSignal): Promise<void> {
    const organization = this.#organization(organizationId);
    const { targetBytes, largestBytes, longestLoadMs } = this.#limits;
    const window = nextWindow(organization.loaded, day, Math.min(targetBytes, this.#room()));
    const query = {
      organizationIds: [organizationId],
      status: "any",
      date: "expiry",
      ...bounds(window),
    } as const;
    const deadline = new Date(this.#clock.now().getTime() + longestLoadMs);
    const options = { signal, deadline, largestAnswerBytes: largestBytes };
    try {
      const { rows, bytes } = await client.reports.measuredSsl(query, options);
      this.#bytes += bytes;
      organization.loaded = withLoaded(organization.loaded, { window, bytes, isAhead });
      this.#rows.add(rows);
      this.#log.info("refreshing certificates from a report", { organizationId, rows: rows.length, bytes });
    } catch (thrown) {
      if (thrown instanceof LostError && thrown.code === "lost.too_large") {
        this.#bytes += largestBytes;
        organization.loaded = withTooLarge(organization.loaded, { window, bytes: largestBytes, isAhead });
      } else if (!signal.aborted) {
        // No privilege, no such call, too slow, out of order: single reads serve, and say what is wrong if they don't.
        this.#isGivenUp = true;
      }
    }
  }
}
