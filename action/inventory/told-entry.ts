import type { InventoryEntry } from "../../core/index.ts";

/** What is told of certificates that may be many: nothing else of them is held. */
const TOLD = [
  ...([
    "type",
    "certificateId",
    "commonName",
    "subjectAlternativeNames",
    "status",
    "organizationId",
  ] as const),
  ...(["organizationName", "issuer", "scmProfileName", "issued", "termDays", "expires"] as const),
] satisfies readonly (keyof InventoryEntry)[];

export type ToldEntry = Pick<InventoryEntry, (typeof TOLD)[number]>;

export function toldOf(entry: ToldEntry): ToldEntry {
  return Object.fromEntries(TOLD.map((name) => [name, entry[name]])) as unknown as ToldEntry; // its members
}
