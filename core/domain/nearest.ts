import { distance } from "fastest-levenshtein";

/**
 * Those of the known words that look most like a mistyped one, best first; those that look nothing like it are left out.
 * @param most how many to propose
 */
export function nearest(typed: string, known: readonly string[], most = 3): string[] {
  const wanted = typed.toLowerCase();
  return known
    .map((word) => ({ word, distance: distanceOf(wanted, word.toLowerCase()) }))
    .filter(
      ({ word, distance }) => distance <= Math.max(2, Math.floor(Math.max(word.length, wanted.length) / 2)),
    )
    .sort((one, other) => one.distance - other.distance || (one.word < other.word ? -1 : 1))
    .slice(0, most)
    .map(({ word }) => word);
}

/** Edits that turn one word into the other (Levenshtein); a part of a word counts as near, however long the rest is. */
function distanceOf(one: string, other: string): number {
  return one.length >= 3 && other.includes(one) ? 1 : distance(one, other);
}
