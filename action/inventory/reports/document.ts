import { withoutPersons } from "../inventory-rows.ts";
import { trustOutputs } from "../trust.ts";
import type { Snapshot } from "./snapshot.ts";

/** Rises when a member goes or changes its meaning; new members leave it. */
const VERSION = 1;
const SCHEMA = `https://github.com/scm-as-code/terraform-provider-sectigo/raw/main/action/schemas/inventory-${VERSION}.schema.json`;

/** The inventory as JSON by the published schema: how far it can be trusted, counts, and rows, the first to end first. */
export function documentText(
  { now, host, trust, counts, rows, showsPersons }: Snapshot,
  limit: number,
): string {
  const { warnings, "imported-at": importedAt, "imported-at-by-type": byType } = trustOutputs(trust);
  const shown = rows.slice(0, limit).map(({ entry, hasSuccessor }) => ({
    ...(showsPersons ? entry : withoutPersons([entry])[0]),
    hasSuccessor,
  }));
  const document = {
    $schema: SCHEMA,
    version: VERSION,
    madeAt: now.toISOString(),
    host,
    complete: trust.isComplete,
    importedAt: importedAt === "" ? null : importedAt,
    importedAtByType: JSON.parse(byType) as unknown,
    warnings: JSON.parse(warnings) as unknown,
    counts,
    certificatesShown: shown.length,
    certificates: shown,
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}
