import lock from "../../package-lock.json" with { type: "json" };

/** What package-lock.json says of one installed package. */
interface LockedPackage {
  readonly version?: string;
  readonly integrity?: string;
  readonly license?: string;
  /** Nothing of the product depends on it. */
  readonly dev?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

const packages: Readonly<Record<string, LockedPackage>> = lock.packages;

/** @param folder  relative to the root of the checkout, e.g. `node_modules/zod` */
export function lockedPackage(folder: string): LockedPackage | null {
  return packages[folder] ?? null;
}

/** `node_modules/a/node_modules/@b/c` → `@b/c` */
export function nameOf(folder: string): string {
  return folder.slice(folder.lastIndexOf("node_modules/") + "node_modules/".length);
}

/**
 * Folders of the packages that a package depends on, where Node finds them from there. Peers that are not installed,
 * and optional ones for other systems, are left out.
 */
export function dependenciesOf(folder: string): readonly string[] {
  const { dependencies, optionalDependencies, peerDependencies } = packages[folder] ?? {};
  const names = Object.keys({ ...dependencies, ...optionalDependencies, ...peerDependencies });
  return names
    .map((name) => resolveFrom(folder, name))
    .filter((found) => found !== null)
    .sort();
}

function resolveFrom(folder: string, name: string): string | null {
  for (let from = folder; ; from = from.slice(0, Math.max(0, from.lastIndexOf("/node_modules/")))) {
    const candidate = from === "" ? `node_modules/${name}` : `${from}/node_modules/${name}`;
    if (packages[candidate] !== undefined) return candidate;
    if (from === "") return null;
  }
}

/** The packages and all that they depend on, sorted. */
export function closureOf(folders: Iterable<string>): readonly string[] {
  const found = new Set<string>();
  const open = [...folders];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (found.has(next)) continue;
    found.add(next);
    open.push(...dependenciesOf(next));
  }
  return [...found].sort();
}
