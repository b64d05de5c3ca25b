import { quoted } from "../../../base/text.ts";
import { type CsrFault, judgeCsr } from "../../../pki/judge-csr.ts";
import type { ScmProfile } from "../../../scm/schemas/profiles.ts";
import { type OrderCatalog, tenantsOf } from "../../catalog.ts";
import { nearest } from "../../nearest.ts";
import type { Finding, PlannedOrder } from "../certificate-order.ts";
import { judgeCustomFields, judgeRequesters } from "./judge-metadata.ts";
import { judgeNames, type NameUse } from "./judge-names.ts";

/** SCM takes 1,024 characters; the rest is kept for a line of our own, by which an order is found again. */
export const LONGEST_COMMENT = 900;

/** How many ids or names a message lists before it proposes the nearest instead. */
const MOST_LISTED = 12;

/**
 * Judges an order by what SCM offers, so that a plan shows all that an apply would be refused for.
 * Pure. Members that are not known yet are left out of the judgement; so is what the catalog does not hold.
 * @param use by which rules names are judged; public trust is only judged where it is known
 * @returns findings in the order of the members, errors and warnings mixed; empty when nothing is wrong
 */
export function judgeOrder(order: PlannedOrder, catalog: OrderCatalog, use: NameUse = {}): Finding[] {
  const profile = catalog.profiles?.find(({ scmProfileId }) => scmProfileId === order.scmProfileId);
  const { csr, faults } =
    typeof order.csrPem === "string" ? judgeCsr(order.csrPem, profile?.keyTypes) : { csr: null, faults: [] };
  return [
    ...judgeOrganization(order, catalog),
    ...judgeProfile(order, catalog),
    ...faults.map(fromCsr),
    ...judgeNames(csr, order.subjectAlternativeNames, use),
    ...(profile === undefined ? [] : judgeTerm(order.termDays, profile)),
    ...judgeComments(order.comments),
    ...judgeRequesters(order.externalRequesters),
    ...judgeCustomFields(order.customFields, catalog.customFields),
  ];
}

function fromCsr({ summary, detail }: CsrFault): Finding {
  return { severity: "error", path: ["csrPem"], summary, detail };
}

/** Whether the organization is one that this administrator sees; an unknown id is answered with those like it. */
function judgeOrganization({ organizationId }: PlannedOrder, { organizations }: OrderCatalog): Finding[] {
  if (typeof organizationId !== "number" || organizations === undefined) return [];
  const tenants = tenantsOf(organizations);
  if (tenants.some((tenant) => tenant.organizationId === organizationId)) return [];
  const known = tenants.map(({ organizationId: id, label }) => ({
    key: String(id),
    text: `${id} (${label})`,
  }));
  return [
    {
      severity: "error",
      path: ["organizationId"],
      summary: `SCM has no organization ${organizationId} that this administrator may see`,
      detail:
        proposal("Known are", known, String(organizationId)) ??
        "This administrator sees no organization at all.",
    },
  ];
}

/** Whether the profile is offered to the organization. */
function judgeProfile({ scmProfileId, organizationId }: PlannedOrder, { profiles }: OrderCatalog): Finding[] {
  if (typeof scmProfileId !== "number" || profiles === undefined) return [];
  if (profiles.some((profile) => profile.scmProfileId === scmProfileId)) return [];
  const known = profiles.map(({ scmProfileId: id, name }) => ({
    key: String(id),
    text: `${id} (${quoted(name)})`,
  }));
  const whose = typeof organizationId === "number" ? `organization ${organizationId}` : "the organization";
  return [
    {
      severity: "error",
      path: ["scmProfileId"],
      summary: `SCM profile ${scmProfileId} is not offered to ${whose}`,
      detail:
        proposal("Offered are", known, String(scmProfileId)) ?? "No SCM profile is offered to it at all.",
    },
  ];
}

/** All of a short list, the nearest of a long one; null when there is nothing to propose. */
function proposal(
  lead: string,
  known: readonly { readonly key: string; readonly text: string }[],
  typed: string,
): string | null {
  if (known.length === 0) return null;
  if (known.length <= MOST_LISTED) return `${lead} ${known.map(({ text }) => text).join(", ")}.`;
  const texts = new Map(known.map(({ key, text }) => [key, text]));
  const near = nearest(typed, [...texts.keys()]).map((key) => texts.get(key));
  return `${lead} ${known.length}${near.length === 0 ? "" : `; the nearest: ${near.join(", ")}`}.`;
}

/** Whether the profile offers the term: SCM takes one of its terms and nothing between. */
function judgeTerm(termDays: number | null | undefined, { name, termsDays }: ScmProfile): Finding[] {
  if (typeof termDays !== "number" || termsDays.length === 0 || termsDays.includes(termDays)) return [];
  const offered = [...termsDays].sort((one, other) => one - other).join(", ");
  return [
    {
      severity: "error",
      path: ["termDays"],
      summary: `The SCM profile ${quoted(name)} does not offer a term of ${termDays} days`,
      detail: `It offers ${offered} days. Choose one of them, or leave the term out to take the longest.`,
    },
  ];
}

function judgeComments(comments: string | null | undefined): Finding[] {
  if (typeof comments !== "string" || comments.length <= LONGEST_COMMENT) return [];
  return [
    {
      severity: "error",
      path: ["comments"],
      summary: `The comment has ${comments.length} characters`,
      detail: `At most ${LONGEST_COMMENT} are allowed; SCM keeps 1,024, and the rest is needed to find the order again.`,
    },
  ];
}
