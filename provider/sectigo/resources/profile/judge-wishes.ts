import {
  judgeKeyTypes,
  judgeOrder,
  type OrderCatalog,
  type PlannedOrder,
  PrivilegeError,
  type ScmProfile,
} from "../../../../core/index.ts";
import { type Diagnostic, error } from "../../../framework/diagnostics.ts";
import { path } from "../../../framework/path.ts";
import type { PlanRequest } from "../../../framework/resource.ts";
import { Unknown } from "../../../framework/value.ts";
import type { Connection } from "../../connection.ts";
import { toDiagnostic } from "../certificate/compose-order.ts";
import type { ProfileAttributes } from "./attributes.ts";
import type { LookedUp } from "./look-up.ts";
import type { PlannedProfile } from "./values.ts";

type Request = Pick<PlanRequest<ProfileAttributes, Connection>, "api" | "signal">;

const given = <T>(value: T | Unknown): T | undefined => (value instanceof Unknown ? undefined : value);

/** Holds what a profile asks for its certificates against what SCM offers: terms, keys, custom fields. */
export async function judgeProfileWishes(
  request: Request,
  planned: PlannedProfile,
  found: LookedUp,
): Promise<readonly Diagnostic[]> {
  const { organizations, profiles } = found;
  const order: PlannedOrder = {
    organizationId: given(found.organizationId),
    scmProfileId: given(found.scmProfileId) ?? undefined,
    termDays: given(planned.term_days),
    externalRequesters: given(planned.external_requesters),
    // A profile may leave mandatory fields to its certificates, so none that is given is not judged as one that is empty.
    customFields: given(planned.custom_fields) ?? undefined,
  };
  const catalog: OrderCatalog = { organizations, profiles, customFields: await fields(request, order) };
  const scmProfile = profiles?.find(({ scmProfileId }) => scmProfileId === order.scmProfileId);
  const findings = judgeOrder(order, catalog).filter(({ severity }) => severity === "error");
  return [...findings.map(toDiagnostic), ...keyFaults(planned, scmProfile)];
}

function keyFaults({ key_types: wished }: PlannedProfile, scmProfile: ScmProfile | undefined) {
  if (scmProfile === undefined || wished instanceof Unknown) return [];
  return judgeKeyTypes(wished, scmProfile).map(({ summary, detail }) =>
    error(summary, detail, path("key_types")),
  );
}

async function fields({ api, signal }: Request, { customFields }: PlannedOrder) {
  if (api === null || customFields === undefined) return undefined;
  try {
    return await api.catalog.customFields({ signal });
  } catch (thrown) {
    if (thrown instanceof PrivilegeError) return undefined;
    throw thrown;
  }
}
