import { type Table, textAt } from "./table.ts";

const SEARCHED = [
  "commonName",
  "subjectAlternativeNames",
  "serialNumber",
  "certificateId",
  "orderNumber",
  "organization",
  "issuer",
  "subject",
  "owners",
  "tags",
  "externalRequesters",
  "email",
] as const;

/** Rows in which every word stands somewhere, without regard to case; 1 by row where they do. */
export type Search = (text: string) => Uint8Array;

/** The texts are put together at the first search: nothing of it is needed to show the page. */
export function createSearch(table: Table): Search {
  let texts: readonly string[] | null = null;
  let last = { text: "", found: new Uint8Array(table.size).fill(1) };
  return (text) => {
    if (text === last.text) return last.found;
    texts ??= Array.from({ length: table.size }, (_, row) =>
      SEARCHED.map((name) => textAt(table, name, row))
        .join("\n")
        .toLowerCase(),
    );
    const words = text.toLowerCase().split(/\s+/).filter(Boolean);
    // More letters can only take rows away.
    const before = text.startsWith(last.text) ? last.found : null;
    const found = new Uint8Array(table.size);
    for (let row = 0; row < table.size; row += 1) {
      if (before !== null && before[row] === 0) continue;
      const own = texts[row] ?? "";
      if (words.every((word) => own.includes(word))) found[row] = 1;
    }
    last = { text, found };
    return found;
  };
}
