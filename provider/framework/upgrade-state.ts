import { type Diagnostic, error } from "./diagnostics.ts";
import type { RawState } from "./raw-state.ts";
import type { Resource } from "./resource.ts";

/**
 * Brings stored attributes to the current schema version. Runs for every instance in every walk, configured or not, so it
 * must not need the connection. Equal versions pass through; attributes added since are null by the decoding that follows.
 * @throws whatever the resource's upgrade throws
 */
export function upgradeState<Api>(
  resource: Resource<Api>,
  version: number,
  raw: RawState,
): { readonly state: RawState | null; readonly diagnostics: readonly Diagnostic[] } {
  const { version: current, upgrades = {} } = resource.spec;
  if (version === current) return { state: raw, diagnostics: [] };
  const upgrade = upgrades[version];
  if (upgrade !== undefined) return { state: upgrade(raw), diagnostics: [] };
  const known = [...Object.keys(upgrades), String(current)].join(", ");
  const detail =
    `The state was written by schema version ${version} of ${resource.name}; this release reads ${known}. ` +
    "Use a release of the provider that reads that version.";
  return { state: null, diagnostics: [error("State version not supported", detail)] };
}
