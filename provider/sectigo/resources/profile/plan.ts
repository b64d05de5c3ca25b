import { type Diagnostic, hasError } from "../../../framework/diagnostics.ts";
import { path } from "../../../framework/path.ts";
import type { PlanAnswer, PlanRequest } from "../../../framework/resource.ts";
import { UNKNOWN, Unknown } from "../../../framework/value.ts";
import type { Connection } from "../../connection.ts";
import { withWayOut } from "../../destroy-anyway.ts";
import { explain } from "../../explain.ts";
import { judgeSensorNames } from "../../judge-sensor-names.ts";
import { type ProfileAttributes, profileAttributes } from "./attributes.ts";
import { checkConnector, checkUnit } from "./guard.ts";
import { judgeAcme } from "./judge-acme.ts";
import { judgeLimits } from "./judge-limits.ts";
import { judgeProfileWishes } from "./judge-wishes.ts";
import { lookUp } from "./look-up.ts";
import { makeRef } from "./make-ref.ts";
import { planRemote } from "./plan-remote.ts";
import { tellEndOfAccount } from "./tell-end-of-account.ts";
import type { PlannedProfile } from "./values.ts";

type Request = PlanRequest<ProfileAttributes, Connection>;

/**
 * Plans a profile: names become ids, its limits are held against what SCM offers, and its `ref` is known as soon as its
 * inputs are, so that the checks of its certificates run in the first plan.
 */
export async function planProfile(request: Request): Promise<PlanAnswer<ProfileAttributes>> {
  const { planned, prior, api } = request;
  if (api !== null && prior !== null) checkUnit(prior, api, planned === null ? "destroy" : "change");
  try {
    if (planned === null) return { diagnostics: await tellEndOfAccount(request) };
    const answer = await planByDecision(request, planned);
    return { ...answer, diagnostics: (answer.diagnostics ?? []).map(withWayOut) };
  } catch (thrown) {
    return { diagnostics: [withWayOut(api === null ? explain(thrown, null) : api.explain(thrown))] };
  }
}

async function planByDecision(
  request: Request,
  planned: PlannedProfile,
): Promise<PlanAnswer<ProfileAttributes>> {
  const { api, signal, prior } = request;
  const { connector } = planned;
  if (api !== null) checkConnector(planned, api, "plan");
  const isUnchanged = isSame(request, planned);
  const sensors = judgeSensor(request, planned);
  // Known without SCM, so SCM need not be asked.
  if (hasError(sensors)) return { diagnostics: isUnchanged ? asWarnings(sensors) : sensors };
  const found = await lookUp(planned, { api, signal, prior, isUnchanged });
  const judged = await judgeProfileWishes(request, planned, found);
  const limits = isUnchanged ? [] : judgeLimits(planned);
  const acme = isUnchanged ? [] : await judgeAcme(request, planned, found.organizationId);
  const diagnostics = [...found.diagnostics, ...judged, ...limits, ...acme];
  if (hasError(diagnostics)) return { diagnostics: isUnchanged ? asWarnings(diagnostics) : diagnostics };
  const ref = makeRef(planned, found, prior);
  const remote = planRemote(request, planned, found.organizationId);
  const business_unit = connector instanceof Unknown ? UNKNOWN : (connector?.business_unit ?? null);
  return { set: { business_unit, ref, drift: [], ...remote }, diagnostics };
}

function judgeSensor({ api }: Request, { sensor }: PlannedProfile): readonly Diagnostic[] {
  if (api === null || typeof sensor !== "string") return [];
  return judgeSensorNames([sensor], api.sensorNames, path("sensor"));
}

/** Whether no argument changes: only what was done in SCM may then be put right. */
function isSame({ prior }: Request, planned: PlannedProfile): boolean {
  if (prior === null) return false;
  const names = Object.entries(profileAttributes).filter(([, { spec }]) => spec.is !== "computed");
  return names.every(([name]) => {
    if (name === "access_code_wo") return true;
    const [before, after] = [prior, planned].map((object) => object[name as keyof typeof prior]);
    return !(after instanceof Unknown) && JSON.stringify(before) === JSON.stringify(after);
  });
}

/** What SCM no longer offers must not stop the plans of those who change nothing; an order is judged separately. */
function asWarnings(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return diagnostics.map((diagnostic) => ({ ...diagnostic, severity: "warning" }));
}
