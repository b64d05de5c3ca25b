/** Units in which intervals are given; months and years have no fixed length. */
const PERIOD_UNITS = ["minutes", "hours", "days", "weeks"] as const;
type PeriodUnit = (typeof PERIOD_UNITS)[number];

export interface Period {
  readonly value: number;
  readonly unit: PeriodUnit;
}

const UNIT_MS: Readonly<Record<PeriodUnit, number>> = {
  minutes: 60_000,
  hours: 3_600_000,
  days: 86_400_000,
  weeks: 604_800_000,
};

/** A period as it was written: `unit` may be anything. */
interface WrittenPeriod {
  readonly value: number;
  readonly unit: string;
}

type PeriodVerdict =
  | { readonly ok: true; readonly period: Period }
  | { readonly ok: false; readonly member: "value" | "unit"; readonly reason: string };

/** Judges a written period. The value is a whole number of at least 1; the unit one of PERIOD_UNITS. */
export function judgePeriod({ value, unit }: WrittenPeriod): PeriodVerdict {
  const known = PERIOD_UNITS.find((one) => one === unit);
  if (known === undefined)
    return { ok: false, member: "unit", reason: `must be one of ${PERIOD_UNITS.join(", ")}` };
  if (!Number.isSafeInteger(value) || value < 1)
    return { ok: false, member: "value", reason: "must be a whole number of at least 1" };
  return { ok: true, period: { value, unit: known } };
}

export function periodMs({ value, unit }: Period): number {
  return value * UNIT_MS[unit];
}

/**
 * Whether something that is to happen every `period` is due.
 * @param last  when it happened last; null when it never did
 */
export function isDue(last: Date | null, period: Period, now: Date): boolean {
  if (last === null) return true;
  const elapsedMs = now.getTime() - last.getTime();
  // A last time in the future means that a clock was wrong: waiting for it could take for ever.
  return elapsedMs < 0 || elapsedMs >= periodMs(period);
}
