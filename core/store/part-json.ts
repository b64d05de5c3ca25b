import { crc32 } from "node:zlib";
import type { Labels } from "../domain/inventory-row.ts";
import type { RowPart } from "../domain/merge-parts.ts";
import { partOf } from "./short-part.ts";
import { damaged } from "./store-error.ts";

/** A stored part: its short JSON, and what the JSON adds up to. */
interface StoredPart {
  readonly json: string;
  readonly sum: number;
}

export function storedPart(json: string): StoredPart {
  return { json, sum: crc32(json) };
}

/** @throws what the store takes for damage when the text is not what was written */
export function readPart({ json, sum }: StoredPart): RowPart {
  if (typeof json !== "string" || crc32(json) !== sum)
    throw damaged("a certificate is not as it was written");
  return partOf(json);
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
