const UNIT_MS: Readonly<Record<string, number>> = {
  ns: 1e-6,
  us: 1e-3,
  µs: 1e-3,
  ms: 1,
  s: 1_000,
  m: 60_000,
  h: 3_600_000,
};
const PART = /(\d+(?:\.\d*)?|\.\d+)(ns|us|µs|ms|s|m|h)/y;

/**
 * Reads a duration in the syntax Terraform users know from `timeouts`: "30m", "1h30m", "90s", "1.5h".
 * @returns milliseconds, or null when the text is none (signs are refused: no wait is negative)
 * Source: Go, package time, ParseDuration.
 */
export function parseDuration(text: string): number | null {
  PART.lastIndex = 0;
  let total = 0;
  let end = 0;
  for (let part = PART.exec(text); part !== null; part = PART.exec(text)) {
    total += Number(part[1]) * (UNIT_MS[part[2] ?? ""] ?? Number.NaN);
    end = PART.lastIndex;
  }
  return end > 0 && end === text.length ? total : null;
}
