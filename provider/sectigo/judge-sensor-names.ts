import { nearest, quoted } from "../../core/index.ts";
import { type Diagnostic, error } from "../framework/diagnostics.ts";
import type { Path } from "../framework/path.ts";

/** How many names a message lists before it proposes the nearest alone. */
const MOST_LISTED = 8;

/**
 * One error for all names of sensors that the provider block does not declare, with those that it does.
 * @param at argument that names them
 */
export function judgeSensorNames(
  names: readonly string[],
  declared: readonly string[],
  at: Path,
): readonly Diagnostic[] {
  const unknown = names.filter((name) => !declared.includes(name));
  if (unknown.length === 0) return [];
  return [
    error(
      `No sensor ${unknown.map(quoted).join(", ")} is declared`,
      declared.length === 0
        ? "The provider block declares no sensors at all. Add it there."
        : `${meant(unknown, declared)}Choose among those of the provider block, or declare it there.`,
      at,
    ),
  ];
}

function meant(unknown: readonly string[], declared: readonly string[]): string {
  const near = [...new Set(unknown.flatMap((name) => nearest(name, declared)))];
  const guess = near.length === 0 ? "" : `Did you mean ${near.map(quoted).join(" or ")}? `;
  if (declared.length > MOST_LISTED) return `${guess}${declared.length} are declared. `;
  return `${guess}Declared are ${declared.map(quoted).join(", ")}. `;
}
