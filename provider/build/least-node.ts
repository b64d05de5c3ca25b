import { readFileSync } from "node:fs";
import { join } from "node:path";
import { shippedPackages } from "./notices.ts";
import { ROOT } from "./package-layout.ts";

/** A version of Node.js, as far as a least one is told. */
export interface NodeVersion {
  readonly major: number;
  readonly minor: number;
}

/** What our own code needs: `columns()` of a prepared statement. Source: Node's documentation of node:sqlite, history. */
export const OWN_LEAST_NODE: NodeVersion = { major: 22, minor: 16 };

/** The least Node that runs a bundle: what our code needs, or what a package in it asks for, whichever is more. */
export function leastNode(parts: Iterable<string>): NodeVersion {
  return shippedPackages(parts)
    .map((folder) => JSON.parse(readFileSync(join(ROOT, folder, "package.json"), "utf8")).engines?.node)
    .map(leastOf)
    .reduce((most, next) => (isLess(most, next) ? next : most), OWN_LEAST_NODE);
}

/**
 * The version from which on a range holds.
 * @param range  as in `engines`; absent when a package asks for nothing
 * @throws Error for a range that is more than a least version, which would need more thought than a comparison
 */
export function leastOf(range: string | undefined): NodeVersion {
  if (range === undefined || range === "*") return { major: 0, minor: 0 };
  const found = /^>=\s*v?(\d+)(?:\.(\d+))?(?:\.(?:\d+|x))?$/.exec(range.trim());
  if (found === null) throw new Error(`"${range}" is not just a least version of Node`);
  return { major: Number(found[1]), minor: Number(found[2] ?? 0) };
}

function isLess(one: NodeVersion, other: NodeVersion): boolean {
  return one.major < other.major || (one.major === other.major && one.minor < other.minor);
}

export function nodeText({ major, minor }: NodeVersion): string {
  return `${major}.${minor}`;
}
