import { crc32 } from "node:zlib";
import type { Kysely } from "kysely";
import type { Labels } from "../domain/inventory-row.ts";
import type { RowPart } from "../domain/merge-parts.ts";
import { partOf, type Short, shortJson, wordsIn } from "./short-part.ts";
import { damaged } from "./store-error.ts";
import type { StoreTables } from "./tables.ts";
import type { Words } from "./words.ts";

/** A stored part: its short JSON, and what that and the texts of its words add up to. */
interface StoredPart {
  readonly json: string;
  readonly sum: number;
}

/** SQLite takes so many values in one statement. */
const WORDS_AT_ONCE = 1_000;

function sumOf(json: string, texts: readonly string[]): number {
  return crc32(texts.join("\n"), crc32(json));
}

/** A compact part as it is stored. Its words must have been learnt. */
export function storedPart(part: RowPart, words: Words): StoredPart {
  const texts: string[] = [];
  const json = shortJson(part, (text) => {
    texts.push(text);
    return words.numberOf(text);
  });
  return { json, sum: sumOf(json, texts) };
}

function parse(json: unknown): Short {
  try {
    return JSON.parse(String(json)) as Short; // the sum below says that it is what was written
  } catch {
    throw damaged("a certificate is not as it was written");
  }
}

async function textsOf(
  database: Kysely<StoreTables>,
  numbers: ReadonlySet<number>,
): Promise<ReadonlyMap<number, string>> {
  const texts = new Map<number, string>();
  const all = [...numbers];
  for (let start = 0; start < all.length; start += WORDS_AT_ONCE) {
    const rows = await database
      .selectFrom("word")
      .select(["id", "text"])
      .where("id", "in", all.slice(start, start + WORDS_AT_ONCE))
      .execute();
    for (const { id, text } of rows) texts.set(id, text);
  }
  return texts;
}

/** Parts in the order given. @throws what the store takes for damage when one is not what was written */
export async function readParts(
  database: Kysely<StoreTables>,
  stored: readonly StoredPart[],
): Promise<readonly RowPart[]> {
  const parsed = stored.map(({ json, sum }) => {
    const short = parse(json);
    return { json, sum, short, words: wordsIn(short) };
  });
  const texts = await textsOf(database, new Set(parsed.flatMap(({ words }) => words)));
  const textOf = (number: number): string => texts.get(number) ?? "";
  return parsed.map(({ json, sum, short, words }) => {
    if (sumOf(json, words.map(textOf)) !== sum) throw damaged("a certificate is not as it was written");
    return partOf(short, textOf);
  });
}

/** @throws what the store takes for damage when the text is not JSON */
export function readLabels(json: string): Labels {
  try {
    // Written by label-rows.ts only.
    return JSON.parse(json) as Labels;
  } catch {
    throw damaged("labels are not as they were written");
  }
}
