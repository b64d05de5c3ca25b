import { type Diagnostic, error } from "./diagnostics.ts";
import type { RawState, Upgrade } from "./raw-state.ts";

/** What has versions: a resource's state, or its identity. */
export interface Versioned {
  readonly name: string;
  readonly version: number;
  readonly upgrades?: { readonly [fromVersion: number]: Upgrade };
  readonly foreign?: Foreign | undefined;
}

/**
 * Says what to do about a state that another provider's type of the same name wrote; null: it is ours. Without it such a
 * state would read as ours with nothing in it, and the object be made again.
 */
export type Foreign = (raw: RawState) => string | null;

/**
 * Brings stored attributes to the current schema version. Runs for every instance in every walk, configured or not, so it
 * must not need the connection. Equal versions pass through; attributes added since are null by the decoding that follows.
 * @throws whatever the resource's upgrade throws
 */
export function upgradeState(
  { name, version: current, upgrades = {}, foreign }: Versioned,
  version: number,
  raw: RawState,
): { readonly state: RawState | null; readonly diagnostics: readonly Diagnostic[] } {
  const why = foreign?.(raw) ?? null;
  if (why !== null) return { state: null, diagnostics: [error("State of another provider", why)] };
  if (version === current) return { state: raw, diagnostics: [] };
  const upgrade = upgrades[version];
  if (upgrade !== undefined) return { state: upgrade(raw), diagnostics: [] };
  const known = [...Object.keys(upgrades), String(current)].join(", ");
  const detail =
    `The state was written by schema version ${version} of ${name}; this release reads ${known}. ` +
    "Use a release of the provider that reads that version.";
  return { state: null, diagnostics: [error("State version not supported", detail)] };
}
