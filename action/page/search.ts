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

export interface Search {
  /** Rows in which every word stands somewhere, without regard to case; 1 by row where they do. */
  find(text: string): Uint8Array;
  /** Puts together what some more rows are searched by. @returns whether any are left */
  prepareSome(): boolean;
}

/** Some milliseconds of work. */
const PREPARED_AT_ONCE = 2_000;

/** What rows are searched by is put together in idle time, or at the first letter. */
export function createSearch(table: Table): Search {
  const texts: string[] = [];
  const prepareUpTo = (size: number): void => {
    while (texts.length < size) texts.push(searchedText(table, texts.length));
  };
  let last = { text: "", found: new Uint8Array(table.size).fill(1) };
  return {
    prepareSome() {
      prepareUpTo(Math.min(table.size, texts.length + PREPARED_AT_ONCE));
      return texts.length < table.size;
    },
    find(text) {
      if (text === last.text) return last.found;
      prepareUpTo(table.size);
      const words = text.toLowerCase().split(/\s+/).filter(Boolean);
      // More letters can only take rows away.
      const before = text.startsWith(last.text) ? last.found : null;
      const found = new Uint8Array(table.size);
      texts.forEach((own, row) => {
        if (before?.[row] !== 0 && words.every((word) => own.includes(word))) found[row] = 1;
      });
      last = { text, found };
      return found;
    },
  };
}

function searchedText(table: Table, row: number): string {
  return SEARCHED.map((name) => textAt(table, name, row))
    .join("\n")
    .toLowerCase();
}
