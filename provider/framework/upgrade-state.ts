import { type Diagnostic, error } from "./diagnostics.ts";
import type { Json } from "./private.ts";
import type { Resource } from "./resource.ts";

/** A state file's attributes as JSON; numbers as exact text where JavaScript would lose digits is the caller's care. */
export type RawState = Readonly<Record<string, Json>>;

/**
 * Brings stored attributes to the current schema version. Runs for every instance in every walk, configured or not, so it
 * must not need the connection. Equal versions pass through; attributes added since are null by the decoding that follows.
 */
export function upgradeState<Api>(
  resource: Resource<Api>,
  version: number,
  raw: RawState,
): { readonly state: RawState | null; readonly diagnostics: readonly Diagnostic[] } {
  if (version === resource.spec.version) return { state: raw, diagnostics: [] };
  const upgrade = resource.spec.upgrades?.[version];
  if (upgrade !== undefined) return { state: upgrade(raw), diagnostics: [] };
  const known = [...Object.keys(resource.spec.upgrades ?? {}), String(resource.spec.version)].join(", ");
  const detail = `The state was written by schema version ${version} of ${resource.name}; this release reads ${known}.`;
  return {
    state: null,
    diagnostics: [error("State version not supported", `${detail} Upgrade in smaller steps.`)],
  };
}
