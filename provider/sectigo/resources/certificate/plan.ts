import { ConfigError } from "../../../../core/index.ts";
import { type Diagnostic, hasError } from "../../../framework/diagnostics.ts";
import { path } from "../../../framework/path.ts";
import { UNKNOWN, Unknown } from "../../../framework/value.ts";
import type { Connection } from "../../connection.ts";
import { withWayOut } from "../../destroy-anyway.ts";
import { explain } from "../../explain.ts";
import { judgeSensorNames } from "../../judge-sensor-names.ts";
import { judgeMethod, judgeWays } from "./judge-arguments.ts";
import { checkPlanned, checkPresent } from "./ownership.ts";
import { planByDecision } from "./plan-by-decision.ts";
import { planDestroy } from "./plan-destroy.ts";
import { SHARED, withProfile } from "./profile-defaults.ts";
import type { PlannedCertificate, PlanningAnswer, PlanningRequest, StoredCertificate } from "./state.ts";

/** Plans a certificate, and says in words what the plan will order or revoke. */
export async function planCertificate(request: PlanningRequest): Promise<PlanningAnswer> {
  const { planned, api } = request;
  if (planned === null) return planDestroy(request);
  try {
    const answer = await planGiven(request, planned);
    return { ...answer, diagnostics: (answer.diagnostics ?? []).map(withWayOut) };
  } catch (thrown) {
    const diagnostic = api === null ? explain(thrown, null) : api.explain(thrown);
    return { diagnostics: [withWayOut(diagnostic)] };
  }
}

async function planGiven(request: PlanningRequest, given: PlannedCertificate): Promise<PlanningAnswer> {
  const { api, config } = request;
  const conflicts = judgeWays(given);
  if (hasError(conflicts)) return { diagnostics: conflicts };
  const prior = request.prior && withProfile(request.prior);
  if (api !== null && prior !== null) checkPresent({ state: prior, private: request.private }, api, "change");
  if (prior !== null) refuseUnread(prior);
  if (api !== null) checkPlanned(given, api, "plan");
  const planned = withProfile(given);
  const { set, diagnostics = [], orders } = await planByDecision({ ...request, prior, planned }, planned);
  const methods = judgeMethod(given, config?.private_key_wo ?? null, orders === "new" ? "order" : "keep");
  const ways = orders !== undefined ? judgeSensor(planned, api) : [];
  const { profile } = given;
  const business_unit = profile instanceof Unknown ? UNKNOWN : (profile?.business_unit ?? null);
  const others = [...ways, ...diagnostics].map((found) => atProfile(found, given));
  return {
    set: { ...set, business_unit },
    // On the wrong way, what else is missing there would only mislead.
    diagnostics: hasError(methods) ? methods : [...methods, ...others],
  };
}

/** Its orders go by this one sensor; all else finds its way without. */
function judgeSensor({ sensor }: PlannedCertificate, api: Connection | null): readonly Diagnostic[] {
  if (api === null || typeof sensor !== "string") return [];
  return judgeSensorNames([sensor], api.sensorNames, path("sensor"));
}

/** What the profile says is wrong at the profile, not at an argument that was not written. */
function atProfile(found: Diagnostic, given: PlannedCertificate): Diagnostic {
  const [step] = found.path ?? [];
  const name = SHARED.find((each) => step !== undefined && "attribute" in step && step.attribute === each);
  const isFromProfile = name !== undefined && given[name] === null && given.profile !== null;
  return isFromProfile ? { ...found, path: path("profile") } : found;
}

/**
 * What was moved here and never read has nothing but an id: compared with a configuration it would lack everything, and be
 * ordered anew.
 * @throws ConfigError `config.not_read_yet`
 */
function refuseUnread({ ssl_id, status }: StoredCertificate): void {
  if (ssl_id === null || status !== null) return;
  throw new ConfigError(`plan certificate ${ssl_id}: it was moved here and never read`, {
    ...{ code: "config.not_read_yet", path: undefined },
    hint: "Plan without -refresh=false: the refresh reads it from SCM.",
  });
}
