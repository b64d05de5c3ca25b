import type { InventoryEntry } from "../../../core/index.ts";
import type { PageValue } from "./page-data.ts";
import type { About, ReportRow, ToldRow } from "./snapshot.ts";

/** Members that a page shows as they are. Those of persons are empty unless they were asked for. */
const PLAIN = [
  "type",
  "certificateId",
  "commonName",
  "status",
  "serialNumber",
  "scmProfileName",
  "termDays",
  "issuer",
  "subject",
  "signatureAlgorithm",
  "businessUnit",
  "origin",
  "requestedVia",
  "orderNumber",
  "autoRenewState",
  "comments",
  "requested",
  "approved",
  "issued",
  "expires",
  "replaced",
  "renewed",
  "revoked",
  "requester",
  "approver",
  "personName",
  "email",
] as const satisfies readonly (keyof InventoryEntry)[];

const LISTS = ["subjectAlternativeNames", "tags", "owners", "externalRequesters"] as const;

export type Pick = (row: ReportRow) => PageValue | readonly string[];

/** How each column is read off a row, by its name on the page; without that of successors, which one row does not tell. */
export function pageColumns({ counts }: About): Readonly<Record<string, Pick>> {
  const labels = organizationLabels(counts.organizationNames);
  return {
    ...Object.fromEntries(PLAIN.map((name): [string, Pick] => [name, ({ entry }) => entry[name]])),
    ...Object.fromEntries(LISTS.map((name): [string, Pick] => [name, ({ entry }) => entry[name]])),
    organization: ({ entry: { organizationId, organizationName } }) =>
      organizationId === null ? organizationName : (labels.get(organizationId) ?? String(organizationId)),
    key: ({ entry: { keyAlgorithm, keySize } }) =>
      keyAlgorithm === null ? null : [keyAlgorithm, keySize ?? ""].join(" ").trim(),
    attributes: ({ entry }) => Object.entries(entry.attributes).map(([name, value]) => `${name}=${value}`),
    customFields: ({ entry }) => entry.customFields.map(({ name, value }) => `${name}=${value}`),
    /** Seconds since 1970. */
    end: ({ end }) => (end === null ? null : Math.floor(end.getTime() / 1000)),
  };
}

/** What the column `successor` says of a row that ends soon. */
export function successorWord({ hasSuccessor }: ToldRow): string {
  if (hasSuccessor === null) return "unknown";
  return hasSuccessor ? "yes" : "none";
}

/** Names may be shared: then the id tells them apart. */
function organizationLabels(names: Readonly<Record<string, string>>): ReadonlyMap<number, string> {
  const uses = new Map<string, number>();
  for (const name of Object.values(names)) uses.set(name, (uses.get(name) ?? 0) + 1);
  return new Map(
    Object.entries(names).map(([id, name]) => [Number(id), uses.get(name) === 1 ? name : `${name} (${id})`]),
  );
}
