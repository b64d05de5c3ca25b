import { ConfigError, PrivilegeError } from "../../../../core/index.ts";
import { type Diagnostic, hasError } from "../../../framework/diagnostics.ts";
import { path } from "../../../framework/path.ts";
import type { PlanRequest } from "../../../framework/resource.ts";
import { Unknown } from "../../../framework/value.ts";
import type { Connection } from "../../connection.ts";
import { judgeValidation } from "../../judge-validation.ts";
import { serverNamed } from "./acme-account.ts";
import type { ProfileAttributes } from "./attributes.ts";
import { staysTheSame } from "./plan-remote.ts";
import { remoteKind } from "./remote-kind.ts";
import { tellEndOfAccount } from "./tell-end-of-account.ts";
import type { PlannedProfile } from "./values.ts";

type Request = PlanRequest<ProfileAttributes, Connection>;

/**
 * Holds what a changed profile asks of its ACME account against SCM: the server has to be there, the domains should be
 * delegated and validated, and an account that gives way to another takes its clients along.
 */
export async function judgeAcme(
  request: Request,
  planned: PlannedProfile,
  organizationId: number | Unknown,
): Promise<readonly Diagnostic[]> {
  const { prior, api } = request;
  const kind = remoteKind(planned);
  if (api === null || kind instanceof Unknown) return [];
  const stays = prior !== null && kind !== null && staysTheSame(kind, { prior, planned, organizationId });
  const ending = stays ? [] : await tellEndOfAccount(request);
  if (kind !== "acme") return ending;
  const server = await judgeServer(api, planned, request.signal);
  if (hasError(server.diagnostics)) return server.diagnostics;
  const needsOrganization = server.validationType !== "DV";
  const domains = await judgeDomains(request, { planned, organizationId, needsOrganization });
  return [...ending, ...server.diagnostics, ...domains];
}

interface JudgedServer {
  /** Null where it is not known. */
  readonly validationType: string | null;
  readonly diagnostics: readonly Diagnostic[];
}

async function judgeServer(
  api: Connection,
  { acme }: PlannedProfile,
  signal: AbortSignal,
): Promise<JudgedServer> {
  const unknown = { validationType: null, diagnostics: [] };
  if (acme === null || acme instanceof Unknown) return unknown;
  // What SCM does not show to this administrator, it judges itself in the apply.
  const { server } = acme;
  if (typeof server !== "string") return unknown;
  try {
    const found = serverNamed(server, await api.catalog.acmeServers({ signal }));
    return { validationType: found.validationType, diagnostics: [] };
  } catch (thrown) {
    if (thrown instanceof PrivilegeError) return unknown;
    if (thrown instanceof ConfigError) return { ...unknown, diagnostics: [api.explain(thrown)] };
    throw thrown;
  }
}

interface DomainsToJudge {
  readonly planned: PlannedProfile;
  readonly organizationId: number | Unknown;
  readonly needsOrganization: boolean;
}

/** Warnings: a domain may be made, delegated and validated by the same apply. */
async function judgeDomains(
  { api, signal, log }: Request,
  { planned, organizationId, needsOrganization }: DomainsToJudge,
): Promise<readonly Diagnostic[]> {
  const { acme, skip_validation_check: isSkipped } = planned;
  if (api === null || (isSkipped !== null && isSkipped !== false)) return [];
  if (acme === null || acme instanceof Unknown || typeof organizationId !== "number") return [];
  const { domains } = acme;
  if (domains === null || domains instanceof Unknown) return [];
  const names = domains.filter((domain): domain is string => typeof domain === "string");
  if (names.length === 0) return [];
  const found = await judgeValidation({ api, signal, log }, { organizationId, names, tellsEndings: false });
  // Findings without a path are about the organization, which a server of the type DV does not look at.
  const judged = found.filter(({ path: at }) => at !== undefined || needsOrganization);
  return judged.map((each) => ({ ...each, severity: "warning", path: path("acme") }));
}
