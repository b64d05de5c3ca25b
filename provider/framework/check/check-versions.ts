import type { Versioned } from "../upgrade-state.ts";

/** There is a way from every older version to the current one, and no other. One sentence per finding. */
export function checkVersions(
  at: string,
  what: string,
  { version, upgrades = {} }: Omit<Versioned, "name">,
): readonly string[] {
  if (!Number.isSafeInteger(version) || version < 0) return [`${at}: version ${version} is not a version`];
  const older = Array.from({ length: version }, (_, index) => String(index));
  const given = Object.keys(upgrades);
  return [
    ...older.filter((v) => !given.includes(v)).map((v) => `${at}: ${what} of version ${v} can't be upgraded`),
    ...given
      .filter((v) => !older.includes(v))
      .map((v) => `${at}: an upgrade from version ${v} is never used`),
  ];
}
