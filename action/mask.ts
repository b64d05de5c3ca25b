/** Shortest line of a longer text worth masking: shorter ones, as the last of a key, would blacken ordinary words. */
const SHORTEST_LINE = 8;

/** The lines that open and close a PEM block are the same in every certificate, and would be masked in all of them. */
const PEM_ARMOUR = /^-----(BEGIN|END) [^-]+-----$/;

/**
 * What the runner has to be told to keep a secret out of the log: it compares line by line, so a text of many lines is
 * masked as its lines. A secret of one line is masked whatever its length.
 */
export function linesToMask(secret: string): readonly string[] {
  const lines = secret.split(/\r\n|\r|\n/).map((line) => line.trim());
  const [only, ...others] = lines.filter((line) => line !== "");
  if (only === undefined) return [];
  if (others.length === 0) return PEM_ARMOUR.test(only) ? [] : [only];
  return [...new Set([only, ...others])].filter(
    (line) => line.length >= SHORTEST_LINE && !PEM_ARMOUR.test(line),
  );
}
