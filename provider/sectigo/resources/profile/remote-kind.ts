import { isEnrollmentMethod, METHOD_RULES } from "../../../../core/index.ts";
import { Unknown } from "../../../framework/value.ts";
import type { PlannedProfile } from "./values.ts";

type RemoteKind = "webForm" | "acme";

/** What a profile keeps in SCM: an account on a web form where it asks for one, an ACME account, or nothing. */
export function remoteKind({
  enrollment_method: method,
  web_form: form,
}: Pick<PlannedProfile, "enrollment_method" | "web_form">): RemoteKind | Unknown | null {
  if (method instanceof Unknown) return method;
  const remote = method !== null && isEnrollmentMethod(method) ? METHOD_RULES[method].remote : null;
  if (remote === null) return null;
  if (remote.kind === "acmeAccount") return "acme";
  return form instanceof Unknown ? form : form === null ? null : "webForm";
}
