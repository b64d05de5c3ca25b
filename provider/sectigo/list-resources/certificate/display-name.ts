import type { InventoryEntry } from "../../../../core/index.ts";

/** `CN (organization, until DATE)`; what is not known is left out. */
export function displayNameOf(
  entry: Pick<InventoryEntry, "certificateId" | "commonName" | "organizationName" | "expires">,
): string {
  const { certificateId, commonName, organizationName, expires } = entry;
  const until = expires === null ? null : `until ${String(expires).slice(0, "2026-03-16".length)}`;
  const parts = [organizationName, until].filter((part) => part !== null && part !== "");
  const name = commonName || `certificate ${certificateId}`;
  return parts.length === 0 ? name : `${name} (${parts.join(", ")})`;
}
