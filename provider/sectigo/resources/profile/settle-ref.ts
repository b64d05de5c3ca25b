import { BugError, ConfigError } from "../../../../core/index.ts";
import { hasError } from "../../../framework/diagnostics.ts";
import type { Operation } from "../../../framework/resource.ts";
import { Unknown } from "../../../framework/value.ts";
import type { Connection } from "../../connection.ts";
import type { ProfileRef } from "../../profile-ref.ts";
import { lookUp } from "./look-up.ts";
import { makeRef } from "./make-ref.ts";
import type { PlannedProfile, StoredProfile } from "./values.ts";

/**
 * The `ref` as it was planned; made now where the plan could not know it yet.
 * @throws ConfigError when a name means nothing in SCM
 */
export async function settleRef(
  { api, signal }: Pick<Operation<Connection>, "api" | "signal">,
  planned: PlannedProfile,
  prior: StoredProfile | null,
): Promise<ProfileRef> {
  if (planned.ref !== null && !(planned.ref instanceof Unknown)) return planned.ref;
  const found = await lookUp(planned, { api, signal, prior, isUnchanged: false });
  const fault = found.diagnostics.find((diagnostic) => hasError([diagnostic]));
  if (fault) throw new ConfigError(fault.summary, { code: "config.name_unknown", hint: fault.detail });
  const ref = makeRef(planned, found, prior);
  if (!(ref instanceof Unknown)) return ref;
  // Every argument is known in an apply, so only a name that could not be looked up leaves it open.
  if ([found.organizationId, found.scmProfileId].some((id) => id instanceof Unknown))
    throw new ConfigError("look up organization and SCM profile: this administrator may not list them", {
      code: "config.names_hidden",
      hint: "Give organization_id and scm_profile_id instead of names.",
    });
  throw new BugError("make the ref of a profile: an argument is unknown in an apply", {
    code: "bug.unknown_in_apply",
    hint: "Report this with the configuration of the profile.",
  });
}
