/** How far SCM's clock is from ours, by the `Date` of its answers (RFC 9110 §6.6.1). */
export interface ServerClock {
  /** Milliseconds that SCM is ahead of us; null while no answer has said. */
  offsetMs(): number | null;
  /** @param date the header's text, as it came; @param now ours, when it came */
  note(date: string | undefined, now: Date): void;
}

export function createServerClock(): ServerClock {
  let offset: number | null = null;
  return {
    offsetMs: () => offset,
    note(date, now) {
      const instant = date === undefined ? Number.NaN : Date.parse(date);
      if (!Number.isNaN(instant)) offset = instant - now.getTime();
    },
  };
}
