import type { Organization } from "../scm/schemas/organizations.ts";
import type { ScmProfile } from "../scm/schemas/profiles.ts";
import type { InventoryAccount } from "./inventory.ts";

/** What SCM calls its things: as much of it as names are looked up in. */
export interface CatalogParts {
  readonly organizations: readonly Organization[];
  /** All that the administrator sees. */
  readonly profiles: readonly ScmProfile[];
}

export interface KeptPart<Part extends keyof CatalogParts> {
  readonly value: CatalogParts[Part];
  /** When SCM said so. */
  readonly readAt: Date;
}

/** Keeps the catalog beside the rows, so that names can be looked up without SCM. @throws StoreError */
export interface CatalogStore {
  /** Null when it was never kept. */
  keptCatalog<Part extends keyof CatalogParts>(
    account: InventoryAccount,
    part: Part,
  ): Promise<KeptPart<Part> | null>;
  keepCatalog<Part extends keyof CatalogParts>(
    account: InventoryAccount,
    part: Part,
    kept: KeptPart<Part>,
  ): Promise<void>;
}

/** A catalog that says the same is stored again after so long, for its age: a store that nothing is written to stays sealed. */
const RENEWED_AFTER_MS = 3_600_000;

/** Whether storing it tells anything new. */
export function isWorthKeeping<Part extends keyof CatalogParts>(
  known: KeptPart<Part> | null,
  kept: KeptPart<Part>,
): boolean {
  if (known === null) return true;
  const ageMs = Math.abs(kept.readAt.getTime() - known.readAt.getTime());
  return ageMs >= RENEWED_AFTER_MS || JSON.stringify(known.value) !== JSON.stringify(kept.value);
}
