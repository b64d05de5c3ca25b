import { parseShare, type RenewalPolicy } from "../../core/index.ts";
import { integer, string } from "../framework/attribute.ts";

/** When something may be renewed: members of the argument `renewal` of whatever ends. */
export const windowMembers = {
  window_share: string({
    is: "optional",
    doc: "How long before its end it may be renewed, as a share of its lifetime: `1/3` (default; `1/2` up to ten days), `0.25`, `25%`.",
    checks: [
      (value) =>
        parseShare(value) === null
          ? `a share between 0 and 1 is required, such as "1/3" or "0.25"; "${value}" is given`
          : null,
    ],
  }),
  window_days: integer({
    is: "optional",
    doc: "How many days before its end it may be renewed, in place of `window_share`. At most two thirds of the lifetime count.",
    checks: [(value) => (value >= 1 ? null : `1 or more is required, ${value} is given`)],
  }),
} as const;

interface Window {
  readonly window_share: string | null;
  readonly window_days: number | null;
}

/** Check of the whole argument. */
export function oneWindow({ window_share, window_days }: Window): string | null {
  return window_share !== null && window_days !== null
    ? "window_share and window_days exclude each other; give one of them"
    : null;
}

/** Undefined where neither member is given: core's default holds. */
export function windowOf(renewal: Window | null): RenewalPolicy["window"] {
  const { window_share: share, window_days: days } = renewal ?? {};
  if (share) return { share: parseShare(share) ?? 1 / 3 };
  return days ? { days } : undefined;
}
