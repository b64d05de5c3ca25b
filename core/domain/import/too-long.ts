import { ContractError } from "../../base/errors.ts";
import type { RowsRead } from "../../scm/row-reader.ts";
import type { CertificateType } from "../inventory-row.ts";
import type { ImportContext } from "./context.ts";
import { type ImportGap, noteFailure } from "./gaps.ts";
import { type Question, sourcesOf } from "./settings.ts";

/** So many are named. */
const MOST_NAMED = 10;

/** What an answer lacks where such rows are missing. */
export const MISSING_LONG_ROWS = "rows that are too long to be read";

export function longRows(type: CertificateType, rows: ReadonlySet<string>): ContractError {
  const named = [...rows].slice(0, MOST_NAMED);
  const more = rows.size > named.length ? ` and ${rows.size - named.length} more` : "";
  return new ContractError(
    `import certificates of type ${type}: ${named.join(", ")}${more} came with several megabytes each; they are missing, or as they were before`,
    {
      code: "contract.long_rows",
      hint: "Look at these records in SCM: some text of theirs, such as the comments, is longer than any should be.",
    },
  );
}

/** Takes note of rows that a report passed over. @throws ContractError `contract.long_rows` where none may be left out */
export function passOver(
  { tooLong }: Pick<ImportContext, "tooLong">,
  type: CertificateType,
  { passedOver }: Pick<RowsRead, "passedOver">,
): void {
  const names = passedOver.map((id) => (id === null ? "a row without an id" : `certificate ${id}`));
  if (names.length > 0 && tooLong === undefined) throw longRows(type, new Set(names));
  for (const name of names) tooLong?.add(name);
}

/**
 * Says which rows are missing since they are too long. What an earlier import said of them holds until a later walk has seen
 * everything without one.
 */
export async function noteTooLong(context: ImportContext, question: Question): Promise<ImportGap | null> {
  const { session, tooLong = new Set() } = context;
  const source = sourcesOf(question).longRows;
  const { type } = question;
  if (tooLong.size > 0) return noteFailure(context, { source, type, kind: "long" }, longRows(type, tooLong));
  const { failure } = await session.coverage(source);
  const { walkedAt } = await session.coverage(question.name);
  if (failure !== null && walkedAt !== null && walkedAt > failure.at) await session.settle(source);
  return null;
}
