import {
  LostError,
  type Organization,
  OutageError,
  PrivilegeError,
  parentOrganization,
  RateError,
  type Resolution,
  resolveOrganization,
  resolveScmProfile,
  type ScmProfile,
  textIn,
} from "../../../../core/index.ts";
import { type Diagnostic, error, warning } from "../../../framework/diagnostics.ts";
import { path } from "../../../framework/path.ts";
import { UNKNOWN, Unknown } from "../../../framework/value.ts";
import type { Connection } from "../../connection.ts";
import { WORDS } from "../../words.ts";
import type { PlannedProfile, StoredProfile } from "./values.ts";

/** What the names of a profile mean in SCM. `Unknown`: known after apply. */
export interface LookedUp {
  readonly organizationId: number | Unknown;
  /** Null where none is named: with the method `acme` the ACME server decides. */
  readonly scmProfileId: number | Unknown | null;
  /** Absent where they could not be asked for. */
  readonly organizations?: readonly Organization[] | undefined;
  /** Those that the organization is offered. */
  readonly profiles?: readonly ScmProfile[] | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** What a look-up works with. */
interface LookUp {
  /** Null while the provider's own configuration is not known. */
  readonly api: Connection | null;
  readonly signal: AbortSignal;
  readonly prior: Pick<StoredProfile, "organization" | "scm_profile" | "ref"> | null;
  /** Nothing about the profile is to change: what SCM can't be asked right now is not worth an error. */
  readonly isUnchanged: boolean;
}

type Names = Pick<PlannedProfile, "organization" | "organization_id" | "scm_profile" | "scm_profile_id">;

/**
 * Finds the ids of a profile's names. A name is looked up once: as long as the argument stays, so does the id, and a name
 * that has come to mean another id is a warning. Given ids are taken as they are.
 */
export async function lookUp(names: Names, context: LookUp): Promise<LookedUp> {
  const { prior } = context;
  const organizations = await ask(context, (api, wait) => api.catalog.organizations(wait));
  const organization = settle({
    argument: "organization",
    name: names.organization,
    id: names.organization_id,
    stuck: stuckId(prior?.organization, names.organization, prior?.ref?.organization_id),
    resolve: organizations && ((name) => resolveOrganization(name, organizations)),
  });
  const isSame = organization.id === prior?.ref?.organization_id;
  const { id } = organization;
  // Of an organization that is not there SCM offers nothing, which would read as a fault of the SCM profile.
  const isAbsent = id instanceof Unknown || (organizations && parentOrganization(id, organizations) === null);
  const profiles = isAbsent ? undefined : await ask(context, (api, wait) => api.catalog.profiles(id, wait));
  const isNamed = names.scm_profile !== null || names.scm_profile_id !== null;
  const scmProfile = settle({
    argument: "scm_profile",
    name: names.scm_profile,
    id: names.scm_profile_id,
    stuck: isSame ? stuckId(prior?.scm_profile, names.scm_profile, prior?.ref?.scm_profile_id) : null,
    resolve: profiles && ((name) => resolveScmProfile(name, profiles)),
  });
  return {
    organizationId: id,
    scmProfileId: isNamed ? scmProfile.id : null,
    organizations,
    profiles,
    diagnostics: [...organization.diagnostics, ...scmProfile.diagnostics],
  };
}

/** The id that the name was found to have, while the name stays. */
function stuckId(
  before: string | null | undefined,
  now: string | Unknown | null,
  id: number | null | undefined,
): number | null {
  return before !== null && before === now ? (id ?? null) : null;
}

interface Question {
  readonly argument: "organization" | "scm_profile";
  readonly name: string | Unknown | null;
  readonly id: number | Unknown | null;
  readonly stuck: number | null;
  readonly resolve: ((name: string) => Resolution) | undefined;
}

type Settled = { readonly id: number | Unknown; readonly diagnostics: readonly Diagnostic[] };

function settle({ argument, name, id, stuck, resolve }: Question): Settled {
  if (typeof id === "number") return { id, diagnostics: [] };
  if (typeof name !== "string") return { id: UNKNOWN, diagnostics: [] };
  const meant = resolve?.(name);
  if (stuck !== null) return { id: stuck, diagnostics: meant ? moved(argument, { name, stuck, meant }) : [] };
  if (meant === undefined) return { id: UNKNOWN, diagnostics: [] };
  if (meant.kind === "found") return { id: meant.id, diagnostics: [] };
  return { id: UNKNOWN, diagnostics: [error(meant.summary, textIn(meant.detail, WORDS), path(argument))] };
}

function moved(
  argument: Question["argument"],
  { name, stuck, meant }: { name: string; stuck: number; meant: Resolution },
): readonly Diagnostic[] {
  if (meant.kind === "found" && meant.id === stuck) return [];
  const now = meant.kind === "found" ? `means ${meant.id} now` : "can't be found any more";
  return [
    warning(
      `The name "${name}" ${now}; this profile stays with ${stuck}`,
      `It was looked up once, and its certificates stay where they are. To follow the name, change ${argument}, or give ` +
        `${argument}_id. ${meant.kind === "fault" ? textIn(meant.detail, WORDS) : ""}`.trim(),
      path(argument),
    ),
  ];
}

/**
 * What can't be asked is left out: for lack of a privilege always (ids serve then), for an outage only where nothing is to
 * change, since a plan that changes something has to know.
 */
async function ask<T>(
  { api, signal, isUnchanged }: LookUp,
  question: (api: Connection, wait: { signal: AbortSignal }) => Promise<T>,
): Promise<T | undefined> {
  if (api === null) return undefined;
  try {
    return await question(api, { signal });
  } catch (thrown) {
    if (thrown instanceof PrivilegeError) return undefined;
    const isPassing = [OutageError, LostError, RateError].some((kind) => thrown instanceof kind);
    if (isUnchanged && isPassing) return undefined;
    throw thrown;
  }
}
