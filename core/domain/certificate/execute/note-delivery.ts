import type { WaitOptions } from "../../../base/deadline.ts";
import type { ScmClient } from "../../../scm/client.ts";
import { type DeliveryNote, withDelivery } from "../delivery-note.ts";

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
