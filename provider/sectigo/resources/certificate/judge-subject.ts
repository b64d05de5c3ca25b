import {
  type OrganizationDetails,
  parentOrganization,
  readCsr,
  type SubjectParts,
  saysOrganization,
  subjectDifferences,
} from "../../../../core/index.ts";
import { type Diagnostic, warning } from "../../../framework/diagnostics.ts";
import { path } from "../../../framework/path.ts";
import { Unknown } from "../../../framework/value.ts";
import type { Connection } from "../../connection.ts";
import { ifAllowed } from "../../if-allowed.ts";
import type { PlannedCertificate, PlanningRequest } from "./values.ts";

/**
 * Says, in a plan that orders, where the subject will read otherwise than it is asked for. All of these warnings have one
 * summary, so Terraform shows one for any number of certificates.
 */
export async function warnOfSubject(
  request: PlanningRequest,
  planned: PlannedCertificate,
): Promise<readonly Diagnostic[]> {
  const { organization_id: organizationId, csr_pem: csr } = planned;
  const asked = partsOf(planned);
  if (request.api === null || typeof organizationId !== "number" || !saysOrganization(asked)) return [];
  const organization = await recordOf(request, request.api, organizationId);
  const differences = organization ? subjectDifferences(asked, organization) : [];
  if (differences.length === 0) return [];
  return [
    warning(
      "SCM writes the organization's own details into the subject of a certificate",
      `${differences.join("; ")}. Nothing has to be done: SCM takes only the common name from a request.`,
      path(csr === null ? "subject" : "csr_pem"),
    ),
  ];
}

function partsOf({ csr_pem: csr, subject }: PlannedCertificate): SubjectParts {
  if (typeof csr === "string") return readCsr(csr).subjectParts;
  if (csr instanceof Unknown || subject instanceof Unknown || subject === null) return {};
  return { O: subject.organization, L: subject.locality, ST: subject.state, C: subject.country };
}

/** A department's certificates name its organization. Undefined where this administrator may not look. */
async function recordOf(
  { signal, log }: PlanningRequest,
  { catalog }: Connection,
  organizationId: number,
): Promise<OrganizationDetails | null | undefined> {
  const what = "the organization";
  const organizations = await ifAllowed(log, what, catalog.organizations({ signal }));
  const parent = organizations && parentOrganization(organizationId, organizations);
  return parent && ifAllowed(log, what, catalog.organization(parent.organizationId, { signal }));
}
