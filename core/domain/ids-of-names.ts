import { ConfigError } from "../base/errors.ts";
import { quoted } from "../base/text.ts";
import type { CatalogParts } from "./catalog-store.ts";
import { type FilterWords, filterOfWords } from "./filter-words.ts";
import { isListed } from "./find-names.ts";
import type { InventoryFilter } from "./inventory.ts";
import type { CertificateType } from "./inventory-row.ts";
import { nearest } from "./nearest.ts";

/** All that bear the name: an import that means one of two of the same name may show both. */
type IdsOf = (name: string) => readonly number[];

/** Where the names stand: an argument or input, and what the user calls it. */
interface NamePlace {
  readonly path: string;
  /** `the filter`. */
  readonly what: string;
}

/** Ids of an organization or department, which may be named as `Organization/Department` too. */
export function tenantIds(organizations: CatalogParts["organizations"], place: NamePlace): IdsOf {
  const known = organizations.flatMap(({ organizationId, name, departments }) => [
    { id: organizationId, name },
    ...departments.flatMap((department) => {
      const id = department.departmentId;
      return [
        { id, name: department.name },
        { id, name: `${name}/${department.name}` },
      ];
    }),
  ]);
  return lookUp("organization or department", known, place);
}

export function profileIds(profiles: CatalogParts["profiles"], place: NamePlace): IdsOf {
  const known = profiles.map(({ scmProfileId: id, name }) => ({ id, name }));
  return lookUp("SCM profile", known, place);
}

function lookUp(
  kind: string,
  known: readonly { readonly id: number; readonly name: string }[],
  { path, what }: NamePlace,
): IdsOf {
  return (wanted) => {
    const ids = known.flatMap(({ id, name }) => (name === wanted ? [id] : []));
    if (ids.length > 0) return ids;
    const names = known.map(({ name }) => name);
    const near = nearest(wanted, names);
    const listed = (near.length > 0 ? near : names.slice(0, 10)).map(quoted).join(", ");
    throw new ConfigError(`read the inventory: this administrator sees no ${kind} ${quoted(wanted)}`, {
      ...{ code: "config.unknown_name", path },
      hint: `Correct ${what}; ${near.length > 0 ? "near" : "known"}: ${listed}.`,
    });
  };
}

/** What looks up a part of the catalog; null where neither SCM nor the store knows it. */
export type FindNames = <Part extends keyof CatalogParts>(part: Part) => Promise<CatalogParts[Part] | null>;

interface Resolving {
  readonly types: readonly CertificateType[];
  readonly find: FindNames;
  readonly place: NamePlace;
}

/**
 * The filter that the words mean, with ids for names. Where no catalog is known, or it is
 * empty to this administrator, names are compared with those of rows.
 * @throws ConfigError `config.unknown_name` with near names, and as `filterOfWords`
 */
export async function resolveFilter(words: FilterWords, resolving: Resolving): Promise<InventoryFilter> {
  const organizationIds = await organizationIdsOf(words, resolving);
  const profiles = await profilesOf(words, resolving);
  const filter = filterOfWords({
    ...words,
    organizations: organizationIds === null ? (words.organizations ?? null) : null,
    scm_profiles: profiles === null ? (words.scm_profiles ?? null) : null,
    any_of: null,
  });
  const anyOf: InventoryFilter[] = [];
  for (const inner of words.any_of ?? []) anyOf.push(await resolveFilter(inner, resolving));
  return {
    ...filter,
    ...(organizationIds === null ? {} : { organizationIds }),
    ...(profiles === null ? {} : { allOf: [profiles] }),
    ...((words.any_of ?? null) === null ? {} : { anyOf }),
  };
}

async function organizationIdsOf(
  { organizations = null, include_departments = null }: FilterWords,
  { find, place }: Resolving,
): Promise<readonly number[] | null> {
  const known = organizations === null ? null : await find("organizations");
  if (organizations === null || known === null || !isListed(known)) return null;
  const ids = organizations.flatMap(tenantIds(known, place));
  const departments = known
    .filter(({ organizationId }) => include_departments === true && ids.includes(organizationId))
    .flatMap((one) => one.departments.map(({ departmentId }) => departmentId));
  return [...new Set([...ids, ...departments])];
}

/** Profiles of other types have lists of their own, and only SSL rows tell ids in bulk: names of others are those of rows. */
async function profilesOf(
  { scm_profiles = null, certificate_types = null }: FilterWords,
  { types, find, place }: Resolving,
): Promise<InventoryFilter | null> {
  const isSslOnly = (certificate_types ?? types).every((type) => type === "ssl");
  if (scm_profiles === null || !isSslOnly) return null;
  const known = await find("profiles");
  if (known === null || !isListed(known)) return null;
  const ids = [...new Set(scm_profiles.flatMap(profileIds(known, place)))];
  const isOne = (number: number): InventoryFilter => ({
    conditions: [{ attribute: "scmProfileId", operator: "equals", number }],
  });
  return { anyOf: ids.map(isOne) };
}
