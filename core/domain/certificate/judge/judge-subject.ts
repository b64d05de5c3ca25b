import { quoted } from "../../../base/text.ts";
import type { OrganizationDetails } from "../../../scm/schemas/organizations.ts";

/** The part of a subject that is the organization's to say, by the short names of RFC 4514. */
export type SubjectParts = Readonly<Partial<Record<"O" | "L" | "ST" | "C", string | null>>>;

type Known = Pick<OrganizationDetails, "name" | "city" | "stateOrProvince" | "country">;

/** Whether a subject says anything that SCM decides: only then its record has to be asked for. */
export function saysOrganization(parts: SubjectParts): boolean {
  return [parts.O, parts.L, parts.ST, parts.C].some((part) => (part ?? "") !== "");
}

/**
 * SCM writes the validated details of the organization into a certificate, whatever its request says.
 * @returns where both differ, each as half a sentence; what SCM does not tell, and case, is passed over
 */
export function subjectDifferences(parts: SubjectParts, organization: Known): string[] {
  const pairs = [
    ["O", parts.O, organization.name],
    ["L", parts.L, organization.city],
    ["ST", parts.ST, organization.stateOrProvince],
    ["C", parts.C, organization.country],
  ] as const;
  return pairs.flatMap(([name, asked, known]) =>
    !asked || !known || isSame(asked, known)
      ? []
      : [`${name} is asked as ${quoted(asked)} and will be ${quoted(known)}`],
  );
}

function isSame(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}
