import type { Module } from "./modules.ts";

/** An export without a user, and what is to be done. */
export interface UnusedExport {
  readonly path: string;
  readonly name: string;
  readonly remedy: "drop `export`" | "delete it";
}

/** Tests and what only tests need: fixtures, and the framework's checks of a provider. */
const isTest = (path: string): boolean =>
  /(^test\/|\.(test|types)\.ts$|\/fixtures\/|^provider\/framework\/check\/)/.test(path);

function wordCount(text: string, name: string): number {
  return text.match(new RegExp(`\\b${name}\\b`, "g"))?.length ?? 0;
}

/** Says which names of which files somebody takes; a name that is only passed on counts when it is taken from there. */
function takenNames(modules: readonly Module[]): (path: string, name: string) => boolean {
  const seen = new Set(modules.flatMap(({ taken }) => taken.map(({ from, name }) => `${from} ${name}`)));
  const passing = modules.flatMap(({ path, passedOn }) => passedOn.map((it) => ({ ...it, by: path })));
  const isTaken = (path: string, name: string): boolean =>
    seen.has(`${path} ${name}`) ||
    seen.has(`${path} *`) ||
    passing.some((it) => it.from === path && it.name === name && isTaken(it.by, name));
  return isTaken;
}

/**
 * Exports that no other file takes. One that only tests take passes while its own file uses it as well; else the tests
 * prove something that no user can reach.
 * @param isPublic says which files are taken by users of the package
 */
export function unusedExports(
  modules: readonly Module[],
  isPublic: (path: string) => boolean = () => false,
): UnusedExport[] {
  const byAnyone = takenNames(modules);
  const byProduct = takenNames(modules.filter(({ path }) => !isTest(path)));
  return modules
    .filter(({ path }) => !isTest(path) && !isPublic(path))
    .flatMap(({ path, text, exported, passedOn }) => {
      const own = exported.filter((name) => !byProduct(path, name));
      const idle = own.flatMap((name): UnusedExport[] => {
        const isUsedHere = wordCount(text, name) > 1;
        if (isUsedHere && byAnyone(path, name)) return [];
        return [{ path, name, remedy: isUsedHere ? "drop `export`" : "delete it" }];
      });
      const relayed = passedOn
        .filter(({ name }) => !byProduct(path, name))
        .map(({ name }): UnusedExport => ({ path, name, remedy: "delete it" }));
      return [...idle, ...relayed];
    });
}
