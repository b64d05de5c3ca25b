import { type Finding, judgeOrder } from "../../../../core/index.ts";
import { type Diagnostic, error, warning } from "../../../framework/diagnostics.ts";
import type { Path } from "../../../framework/path.ts";
import type { PlanRequest } from "../../../framework/resource.ts";
import type { Connection } from "../../connection.ts";
import { explain } from "../../explain.ts";
import type { CertificateAttributes } from "./attributes.ts";
import { ARGUMENT_OF, missingArgument, plannedOrder } from "./order.ts";

/**
 * Judges, in the plan, an order that the apply would place: what SCM would refuse then is refused now, beside the argument
 * that is wrong. Without a connection yet (its settings are unknown) only what needs none is judged.
 */
export async function judgePlannedOrder(
  request: PlanRequest<CertificateAttributes, Connection>,
): Promise<readonly Diagnostic[]> {
  const { planned, api } = request;
  if (planned === null) return [];
  const missing = (["organization_id", "scm_profile_id", "csr_pem"] as const)
    .filter((name) => planned[name] === null)
    .map((name) => explain(missingArgument(name)));
  const order = plannedOrder(planned);
  return [
    ...missing,
    ...judgeOrder(order, api === null ? {} : await offered(api, order.organizationId)).map(toDiagnostic),
  ];
}

async function offered({ catalog }: Connection, organizationId: number | null | undefined) {
  const [organizations, profiles, customFields] = await Promise.all([
    catalog.organizations(),
    typeof organizationId === "number" ? catalog.profiles(organizationId) : undefined,
    catalog.customFields(),
  ]);
  return { organizations, profiles, customFields };
}

function toDiagnostic({ severity, path: [member, ...keys], summary, detail }: Finding): Diagnostic {
  const attribute = ARGUMENT_OF[member];
  // Elements of a set have no address in Terraform; keys of a map do.
  const at: Path = [{ attribute }, ...(attribute === "custom_fields" ? keys.map((key) => ({ key })) : [])];
  return severity === "error" ? error(summary, detail, at) : warning(summary, detail, at);
}
