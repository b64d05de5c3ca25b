import { judgeNamePattern, MOST_PER_RUN, quoted } from "../../core/index.ts";
import type { ReadInput, RenewBefore } from "./forms.ts";
import {
  durationMs,
  fieldsOf,
  flagOf,
  inputFault,
  listOf,
  renewBefore,
  textOrNull,
  wholeNumber,
  wordOf,
} from "./forms.ts";

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** What to do when SCM holds a certificate for the names already. */
type OnExisting = "renew" | "reuse" | "replace";

/** What is ordered, and within which bounds. Null and empty mean "not given". */
export interface OrderInputs {
  /** Paths, globs, or one request as PEM. */
  readonly csr: string;
  /** Name or id. */
  readonly organization: string | null;
  /** SCM profile, name or id. */
  readonly profile: string | null;
  readonly subjectAlternativeNames: readonly string[];
  readonly termDays: number | null;
  readonly isPrivateTrust: boolean;
  readonly externalRequesters: readonly string[];
  readonly customFields: Readonly<Record<string, string>> | null;
  readonly comments: string | null;
  /** Null: everything is allowed. */
  readonly allowedNames: readonly string[] | null;
  /** Whether the first DNS name serves where a CSR has no common name. */
  readonly isCommonNameFromSan: boolean;
  readonly skipsValidationCheck: boolean;
  readonly renewBefore: RenewBefore | null;
  readonly onExisting: OnExisting;
  /** Null: the repository. */
  readonly orderScope: string | null;
  readonly orderKey: string | null;
  readonly adoptWithinMs: number;
  /** More orders than this in one run are refused before the first. */
  readonly maxOrders: number;
  /** How long to wait for what was ordered; 0 leaves at once. */
  readonly waitMs: number;
  readonly onPending: "continue" | "fail";
  /** A certificate with fewer days left fails the step; null: none does. */
  readonly failBelowDays: number | null;
  /** Whether a certificate that lacks a name fails the step. */
  readonly onMismatch: "fail" | "accept";
  /** Name of the root at the top of the chain; null: the shortest way up. */
  readonly preferredChain: string | null;
}

/** One that can't be read would allow nothing, and look like a bound that is too narrow. */
function patternOf(pattern: string): string {
  const fault = judgeNamePattern(pattern);
  if (fault === null) return pattern;
  throw inputFault(
    "allowed-names",
    `the pattern ${quoted(pattern)} ${fault}`,
    "Write shop.example.test, *.example.test for one label, or .example.test for every depth.",
  );
}

export function readOrder(read: ReadInput): OrderInputs {
  const allowedNames = listOf(read, "allowed-names").map(patternOf);
  const customFields = fieldsOf(read, "custom-fields");
  return {
    csr: read("csr").trim(),
    organization: textOrNull(read, "organization"),
    profile: textOrNull(read, "profile"),
    subjectAlternativeNames: listOf(read, "subject-alternative-names"),
    termDays: wholeNumber(read, "term-days", 1),
    isPrivateTrust: wordOf(read, "trust-type", ["public", "private"]) === "private",
    externalRequesters: listOf(read, "external-requesters"),
    customFields: Object.keys(customFields).length === 0 ? null : customFields,
    comments: textOrNull(read, "comments"),
    allowedNames: allowedNames.length === 0 ? null : allowedNames,
    isCommonNameFromSan: flagOf(read, "common-name-from-san") ?? false,
    skipsValidationCheck: flagOf(read, "skip-validation-check") ?? false,
    renewBefore: renewBefore(read, "renew-before"),
    onExisting: wordOf(read, "on-existing", ["renew", "reuse", "replace"]),
    orderScope: textOrNull(read, "order-scope"),
    orderKey: textOrNull(read, "order-key"),
    adoptWithinMs: durationMs(read, "adopt-within") ?? DAY_MS,
    maxOrders: wholeNumber(read, "max-orders", 0) ?? MOST_PER_RUN.orders,
    waitMs: durationMs(read, "wait") ?? 10 * MINUTE_MS,
    onPending: wordOf(read, "on-pending", ["continue", "fail"]),
    failBelowDays: wholeNumber(read, "fail-below-days", 1),
    onMismatch: wordOf(read, "on-mismatch", ["fail", "accept"]),
    preferredChain: textOrNull(read, "preferred-chain"),
  };
}
