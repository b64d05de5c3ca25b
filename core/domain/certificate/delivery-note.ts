import type { WaitOptions } from "../../base/deadline.ts";
import type { ScmClient } from "../../scm/client.ts";
import { readComments } from "./order-tag.ts";

/** Which certificate of a record was handed out from its scope, so that the run that hands out another one can say so. */
interface DeliveryNote {
  /** Of the certificate handed out, upper-case hex. */
  readonly serialNumber: string;
  /** Digits that name the CI run; null outside of CI. */
  readonly run: string | null;
}

/** SCM's limit for comments, in characters. */
const LONGEST = 1024;

const MARKER = /\s+tf:[a-z2-7]{26}\s*$/;

const NOTE = /, delivered ([0-9A-F]{1,64})(?: in run (\d{1,20}))?$/;

/** The note on a record's comments, at the end of the readable line before the marker; null when there is none. */
export function deliveryOf(comments: string | null): DeliveryNote | null {
  const [, serialNumber, run = null] = NOTE.exec((comments ?? "").replace(MARKER, "")) ?? [];
  return serialNumber === undefined ? null : { serialNumber, run };
}

/**
 * The comments with another note in place of the one before; the readable line is cut to what SCM takes.
 * @returns null where no claim of ours stands on the record: then it is not ours to write on
 */
export function withDelivery(comments: string | null, { serialNumber, run }: DeliveryNote): string | null {
  const { tag } = readComments(comments);
  if (comments === null || tag === null || tag.nonce === null) return null;
  const [marker = ""] = MARKER.exec(comments) ?? [];
  const lines = comments.slice(0, comments.length - marker.length).replace(NOTE, "");
  const note = `, delivered ${serialNumber}${run === null ? "" : ` in run ${run}`}`;
  const excess = Math.max(0, lines.length + note.length + marker.length - LONGEST);
  // Only what tells people where the order comes from may go; the claim before it has to stay whole.
  const readable = /, claim [a-z2-7]{8}(?:, left to be taken over)?(.*)$/.exec(lines)?.[1] ?? "";
  return excess > readable.length ? null : `${lines.slice(0, lines.length - excess)}${note}${marker}`;
}

/**
 * Notes on the record that its certificate was handed out. Reads the record first, so that what people wrote meanwhile stays.
 * @returns `not_ours` when no claim of ours stands on it: nothing is written then
 * @throws what the calls throw; nothing but the note is lost by that
 */
export async function noteDelivery(
  client: ScmClient,
  sslId: number,
  note: DeliveryNote,
  wait: WaitOptions,
): Promise<"noted" | "not_ours"> {
  const present = await client.certificates.get(sslId, wait);
  const comments = withDelivery(present.comments, note);
  if (comments === null) return "not_ours";
  if (comments !== present.comments) await client.certificates.update(sslId, { comments }, wait);
  return "noted";
}
