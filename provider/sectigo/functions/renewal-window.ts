import { parseShare, type RenewalPolicy, renewalWindow } from "../../../core/index.ts";
import { dictionary, nullable, parameter, providerFunction, record, text } from "../../framework/function.ts";
import { instantText } from "../instant-text.ts";
import { judgeInstant } from "./judge-instant.ts";

/** Members of `renewal` that shape the window; spelled as in `sectigo_certificate`. */
const MEMBERS = ["window_share", "window_days", "hard_deadline_days"] as const;

type Wishes = Readonly<Record<string, string | null>>;

/** `provider::sectigo::renewal_window(not_before, not_after, renewal)`: when a certificate may and must be renewed. */
export const renewalWindowFunction = providerFunction(
  "renewal_window",
  {
    summary: "When a certificate is due for renewal",
    doc: "Answers `opens_at`, from when on a certificate may be renewed, `hard_deadline`, from when on a failed renewal is an error, and `closes_at`, its end (RFC 3339, UTC). The window takes at most two thirds of the lifetime. `renew_after` of a `sectigo_certificate` lies up to a tenth of the window later than `opens_at`: the resource spreads its renewals by their ids, this function does not. Dates come from `parse_certificate`, a resource or an inventory row.",
    parameters: {
      not_before: parameter(text, { doc: "Start of validity, RFC 3339.", checks: [judgeInstant] }),
      not_after: parameter(text, { doc: "End of validity, inclusive, RFC 3339.", checks: [judgeInstant] }),
      renewal: parameter(dictionary(nullable(text)), {
        doc: "As `renewal` of a `sectigo_certificate`: an object with `window_share` (`1/3`, `0.25`, `25%`) or `window_days`, and `hard_deadline_days`. `{}` for the defaults: a third of the lifetime, half of it up to ten days; seven days or a sixth of the lifetime, the smaller.",
        checks: [judgeWishes],
      }),
    },
    returns: record({ opens_at: text, hard_deadline: text, closes_at: text }),
  },
  ({ not_before, not_after, renewal }, { refuse }) => {
    const [notBefore, notAfter] = [new Date(not_before), new Date(not_after)];
    if (notAfter < notBefore) throw refuse("not_after", `${not_after} is before ${not_before}`);
    const window = renewalWindow({ notBefore, notAfter }, policyOf(renewal));
    return {
      opens_at: instantText(window.opensAt),
      hard_deadline: instantText(window.hardDeadline),
      closes_at: instantText(window.closesAt),
    };
  },
);

function judgeWishes(wishes: Wishes): string | null {
  const stranger = Object.keys(wishes).find((name) => !MEMBERS.some((member) => member === name));
  if (stranger !== undefined) return `"${stranger}" is not part of it; allowed are ${MEMBERS.join(", ")}`;
  const { window_share: share = null, window_days: days = null, hard_deadline_days: hard = null } = wishes;
  if (share !== null && days !== null)
    return "window_share and window_days exclude each other; give one of them";
  if (share !== null && parseShare(share) === null)
    return `window_share must be a share between 0 and 1, such as "1/3" or "0.25"; "${share}" is given`;
  return judgeDays("window_days", days, 1) ?? judgeDays("hard_deadline_days", hard, 0);
}

function judgeDays(name: string, text: string | null, least: number): string | null {
  if (text === null || (/^\d{1,6}$/.test(text) && Number(text) >= least)) return null;
  return `${name} must be a whole number from ${least} on; "${text}" is given`;
}

/** Only for what {@link judgeWishes} finds nothing wrong with. */
function policyOf({
  window_share: share,
  window_days: days,
  hard_deadline_days: hard,
}: Wishes): RenewalPolicy {
  const parsed = share ? parseShare(share) : null;
  const window = parsed !== null ? { share: parsed } : days ? { days: Number(days) } : undefined;
  return { window, hardDeadlineDays: hard ? Number(hard) : undefined };
}
