import { quoted } from "../../../base/text.ts";
import type { CustomField } from "../../../scm/schemas/profiles.ts";
import { nearest } from "../../nearest.ts";
import type { Finding } from "../certificate-order.ts";

/** SCM's limits (Sectigo Certificate Manager REST API reference, May 2025, "Enroll"). */
const LONGEST_REQUESTERS = 512;
const LONGEST_VALUE = 256;

/** One sign before and after a single @, no blanks, no commas, which SCM takes as separators: more only a mail server knows. */
const MAIL_ADDRESS = /^[^\s@,;<>]+@[^\s@,;<>]+$/;

/** Whether a text can be a bare mail address. */
export function isMailAddress(text: string): boolean {
  return MAIL_ADDRESS.test(text);
}

export function judgeRequesters(requesters: readonly string[] | null | undefined): Finding[] {
  if (!requesters) return [];
  const findings: Finding[] = requesters
    .filter((address) => !isMailAddress(address))
    .map((address) => ({
      severity: "error",
      path: ["externalRequesters", address],
      summary: `${quoted(address)} is not a mail address`,
      detail: "Give each external requester as a bare address, such as ops@example.test.",
    }));
  const { length } = requesters.join(",");
  if (length > LONGEST_REQUESTERS) {
    findings.push({
      severity: "error",
      path: ["externalRequesters"],
      summary: `The external requesters have ${length} characters together`,
      detail: `SCM takes ${LONGEST_REQUESTERS}, commas included. Name fewer, or a mailing list.`,
    });
  }
  return findings;
}

/**
 * Judges custom fields by SCM's list. A mandatory field that is missing is a warning only: the list holds for the whole
 * customer, while SCM may ask for the field in some organizations alone; where it does, it refuses the order unpaid.
 * @param known undefined when the list was not asked for: then names are not judged
 */
export function judgeCustomFields(
  fields: Readonly<Record<string, string>> | null | undefined,
  known: readonly CustomField[] | undefined,
): Finding[] {
  if (fields === undefined) return [];
  const given = fields ?? {};
  return [
    ...Object.entries(given).flatMap(([name, value]) => judgeField(name, value, known)),
    ...(known ?? []).filter(({ name, isMandatory }) => isMandatory && !given[name]).map(missingField),
  ];
}

function judgeField(name: string, value: string, known: readonly CustomField[] | undefined): Finding[] {
  const findings: Finding[] = [];
  const names = known?.map((field) => field.name);
  if (names !== undefined && !names.includes(name)) {
    findings.push({
      severity: "error",
      path: ["customFields", name],
      summary: `SCM has no custom field ${quoted(name)} for SSL certificates`,
      detail: proposal(name, names),
    });
  }
  if (value.length > LONGEST_VALUE) {
    findings.push({
      severity: "error",
      path: ["customFields", name],
      summary: `The value of the custom field ${quoted(name)} has ${value.length} characters`,
      detail: `SCM takes ${LONGEST_VALUE}.`,
    });
  }
  return findings;
}

function proposal(typed: string, names: readonly string[]): string {
  if (names.length === 0) return "It has none at all. Have an administrator add the field in SCM.";
  const near = nearest(typed, names, names.length);
  const listed = near.length > 0 ? near : [...names].sort();
  return `Names must be exact, upper and lower case too. ${near.length > 0 ? "Near" : "Known"}: ${listed.map(quoted).join(", ")}.`;
}

function missingField({ name }: CustomField): Finding {
  return {
    severity: "warning",
    path: ["customFields"],
    summary: "A custom field that SCM marks as mandatory has no value",
    detail: (words) =>
      `It is ${quoted(name)}. Give it a value in ${words.custom_fields}. SCM may refuse an order without one; nothing is enrolled then.`,
  };
}
