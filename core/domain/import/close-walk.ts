import { ContractError } from "../../base/errors.ts";
import type { Leaving, WalkedRows } from "../import-store.ts";
import { type ImportContext, PartSink } from "./context.ts";
import { type ImportGap, noteFailure } from "./gaps.ts";
import { readDetails } from "./read-details.ts";
import { type Question, sourcesOf } from "./settings.ts";

/** So many are asked for one by one, whatever their share: small accounts lose half of their rows every now and then. */
const FEW = 10;
/** More never leave at once: that looks like an administrator who sees less than before. */
const MOST = 1_000;
const LARGEST_SHARE = 0.2;

function areTooMany({ count, of }: Leaving): boolean {
  return count > MOST || (count > FEW && count > of * LARGEST_SHARE);
}

function tooMany(question: Question, { count, of }: Leaving): ContractError {
  return new ContractError(
    `remove certificates of type ${question.type} from the inventory: SCM no longer shows ${count} of ${of}, which is too many to be believed; they are kept`,
    {
      code: "contract.leaving",
      hint: "See in SCM whether this administrator lost a role or an organization. If they are gone indeed, remove the inventory's file: the next import begins a new one.",
    },
  );
}

/**
 * Ends a walk. Absence alone proves nothing, so each row that was not shown is asked for first; what SCM still has is kept as
 * it is now. Too many at once stay, and the answer says so.
 */
export async function closeWalk(
  context: ImportContext,
  question: Question,
  rows: WalkedRows,
): Promise<ImportGap | null> {
  const { session } = context;
  const { type, name } = question;
  const source = sourcesOf(question).removals;
  const leaving = await session.leaving(name, rows, MOST);
  if (areTooMany(leaving)) {
    await session.closeWalk(name, null);
    return noteFailure(context, { source, type, kind: "leaving" }, tooMany(question, leaving));
  }
  const sink = new PartSink(context, "bulk", { type, phase: "details" });
  await readDetails(context, type, leaving.ids, (parts) => sink.add(parts));
  await sink.flush();
  await session.closeWalk(name, rows);
  await session.settle(source);
  return null;
}
