import type { LieName } from "./lies.ts";

/** What an error must say where a lie is met. */
export const SAYS = {
  otherRecord: /answered with record \d+ \[contract\.other_record/,
  otherSerial: /its serial number is \w+, the record's is 0BAD5E71A1500D1E \[contract\.other_serial/,
  breaksOff: /says that there are \d+, and sends none after \d+.*\[contract\.list_breaks_off/s,
  otherShape: /is not what SCM's reference promises: .* expected \[contract\.shape/,
  cutOff: /not complete JSON \(\d+ bytes\).*\[contract\.not_json|answer is empty.*\[contract\.empty/s,
  cutCertificate: /sent no whole certificate.*\[contract\.certificate_unreadable/,
  late: /no complete answer came in time.*\[lost\.timeout/,
  /** An order that may not be taken over at its age is left alone; the age that SCM tells is the lie. */
  otherAge: /SCM holds this order already.*\[state\.order_exists.*requested on \d{4}-\d\d-\d\d/s,
  nothing: /^an error where none may be$/,
} satisfies Readonly<Record<string, RegExp>>;

type Saying = keyof typeof SAYS;

/** Orders are asked for while lies go on: what SCM does not hand out within the time is told as such. */
const TIME_IS_OVER = /the time limit was reached at|no complete answer came/;
const LIST_LIES = /No validated domain|is not offered to organization|SCM has no organization \d+/;

/** What an error says after lies of one kind alone, wherever they were met. */
const NAMED: Readonly<Record<LieName, RegExp>> = {
  "ids swapped": /\[contract\.other_record/,
  "serials changed": /\[contract\.other_serial/,
  "totals wrong": /\[contract\.list_breaks_off/,
  "dates moved": /\[state\.order_exists.*requested on/s,
  "names dropped": /^$/,
  "the answer of another call": /\[contract\.(shape|other_record|no_record)/,
  truncated: /\[(contract|lost)\.(unreadable_)?(not_json|empty)|\[contract\.certificate_unreadable|cut off/,
  "rows repeated": /^$/,
  "an answer repeated": /\[contract\.other_record/,
  late: TIME_IS_OVER,
};

/** Whether an error names the one kind of lie that was told before it. */
export function isNamed(lie: LieName, error: string): boolean {
  return [NAMED[lie], TIME_IS_OVER, LIST_LIES].some((words) => words.test(error));
}

/** Where a lie is met, and what comes of it there. */
export interface Met {
  readonly lie: LieName;
  /** As the proxy names it. */
  readonly call: string;
  /** `right`: survived, the result is as without the lie. `either`: a matter of what the seed draws. */
  readonly result: "right" | "refused" | "either";
  readonly says?: Saying;
  /** What is said where an order is taken over, if more depends on it there. */
  readonly takenOver?: Saying;
  /** With which the lie does harm in a single look. */
  readonly seed?: number;
}

const RECORD = "GET /api/ssl/v1/{id}";
const LIST = "GET /api/ssl/v1";
const COLLECT = "GET /api/ssl/v1/collect/{id}/x509";

/**
 * Each kind of lie where an order is read. Dates and names count as the certificate has them, so that what a record or a row says
 * of them changes nothing; a row that stands twice is one row.
 */
export const MET: readonly Met[] = [
  { lie: "ids swapped", call: RECORD, result: "refused", says: "otherRecord" },
  { lie: "serials changed", call: RECORD, result: "refused", says: "otherSerial" },
  { lie: "totals wrong", call: LIST, result: "either", says: "breaksOff", seed: 2 },
  { lie: "dates moved", call: RECORD, result: "right", takenOver: "otherAge" },
  { lie: "names dropped", call: RECORD, result: "right" },
  { lie: "names dropped", call: LIST, result: "right" },
  { lie: "the answer of another call", call: RECORD, result: "refused", says: "otherShape" },
  { lie: "truncated", call: RECORD, result: "refused", says: "cutOff" },
  { lie: "truncated", call: COLLECT, result: "refused", says: "cutCertificate" },
  { lie: "rows repeated", call: LIST, result: "right" },
  { lie: "an answer repeated", call: RECORD, result: "either", says: "otherRecord" },
  { lie: "late", call: RECORD, result: "refused", says: "late" },
];
