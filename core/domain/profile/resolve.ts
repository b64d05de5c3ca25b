import { quoted } from "../../base/text.ts";
import type { Text } from "../../base/words.ts";
import type { Organization } from "../../scm/schemas/organizations.ts";
import type { ScmProfile } from "../../scm/schemas/profiles.ts";
import { nearest } from "../nearest.ts";

/** A name → the id it means, or why it means none: one line and what to do. */
export type Resolution =
  | { readonly kind: "found"; readonly id: number }
  | { readonly kind: "fault"; readonly summary: string; readonly detail: Text };

/** An organization or department under its names. */
interface Unit {
  readonly id: number;
  readonly name: string;
  /** `Example Ltd/Web` for a department; the name itself for an organization. */
  readonly fullName: string;
}

/** Organizations and departments, each organization followed by its own. */
function unitsOf(organizations: readonly Organization[]): Unit[] {
  return organizations.flatMap(({ organizationId, name, departments }) => [
    { id: organizationId, name, fullName: name },
    ...departments.map((department) => ({
      id: department.departmentId,
      name: department.name,
      fullName: `${name}/${department.name}`,
    })),
  ]);
}

/**
 * The organization or department of a name, spelled exactly. A department may be named with its organization before it,
 * `Example Ltd/Web`, which tells it from another "Web".
 */
export function resolveOrganization(name: string, organizations: readonly Organization[]): Resolution {
  const units = unitsOf(organizations);
  const byName = units.filter((unit) => unit.name === name);
  const found = byName.length > 0 ? byName : units.filter((unit) => unit.fullName === name);
  const [unit, ...others] = found;
  if (unit === undefined)
    return unknown({ what: "has no organization or department", name }, [
      ...units.map((each) => each.name),
      ...units.map((each) => each.fullName),
    ]);
  if (others.length === 0) return { kind: "found", id: unit.id };
  const list = found.map((each) => `${each.id} (${quoted(each.fullName)})`).join(", ");
  return {
    kind: "fault",
    summary: `SCM has ${found.length} organizations or departments named ${quoted(name)}`,
    detail: ({ giveOrganizationId }) =>
      `They are ${list}. Name the department with its organization before it, or ${giveOrganizationId}.`,
  };
}

/** The SCM profile of a name, spelled exactly, among those that the organization is offered. */
export function resolveScmProfile(name: string, profiles: readonly ScmProfile[]): Resolution {
  const found = profiles.filter((profile) => profile.name === name);
  const [profile, ...others] = found;
  if (profile === undefined)
    return unknown(
      { what: "offers the organization no profile", name },
      profiles.map((each) => each.name),
    );
  if (others.length === 0) return { kind: "found", id: profile.scmProfileId };
  const ids = found.map(({ scmProfileId }) => scmProfileId).join(", ");
  return {
    kind: "fault",
    summary: `SCM offers ${found.length} profiles named ${quoted(name)} to the organization`,
    detail: ({ giveProfileId }) => `Their ids are ${ids}. To say which one, ${giveProfileId}.`,
  };
}

const MOST_LISTED = 8;

function unknown(wanted: { what: string; name: string }, names: readonly string[]): Resolution {
  const known = [...new Set(names)];
  const near = nearest(wanted.name, known);
  const listed = known.length <= MOST_LISTED ? known : near;
  const offer =
    known.length === 0
      ? "This administrator sees none at all."
      : `${near.length > 0 ? `Did you mean ${near.map(quoted).join(" or ")}? ` : ""}${proposal(listed, known)}`;
  return {
    kind: "fault",
    summary: `SCM ${wanted.what} ${quoted(wanted.name)}`,
    detail: `${offer} Names must be exact, upper and lower case too.`,
  };
}

function proposal(listed: readonly string[], known: readonly string[]): string {
  if (known.length <= MOST_LISTED) return `Known are ${listed.map(quoted).join(", ")}.`;
  return `${known.length} names are known.`;
}

/** The organization itself, or the one that a department belongs to; null when this administrator sees neither. */
export function parentOrganization(
  organizationId: number,
  organizations: readonly Organization[],
): Organization | null {
  const isOwn = (organization: Organization): boolean =>
    organization.organizationId === organizationId ||
    organization.departments.some(({ departmentId }) => departmentId === organizationId);
  return organizations.find(isOwn) ?? null;
}
