import { StateError } from "../../../base/errors.ts";
import { plainText } from "../../../base/text.ts";
import type { CertificateDetails } from "../../../scm/schemas/certificates.ts";
import { claimOf, readComments } from "../order-tag.ts";

/**
 * Refuses to act on a record that another holder took over: what is done to it would be done to them.
 * @throws StateError `state.taken_over`
 */
export function refuseTaken(
  { sslId, comments }: Pick<CertificateDetails, "sslId" | "comments">,
  nonce: string | null | undefined,
  attempt: "renew" | "replace" | "write on",
): void {
  if (claimOf(comments, nonce) !== "taken") return;
  const { tag } = readComments(comments);
  throw new StateError(
    `${attempt} certificate ${sslId}: it belongs to another configuration${whose(tag?.holder ?? null)}`,
    {
      code: "state.taken_over",
      path: "order_key",
      hint: ({ order_key }) =>
        `Another configuration took it over and acts for it now. Remove it here, which leaves it alone; or set ${order_key}, ` +
        "which orders a certificate of its own. Nothing was ordered.",
    },
  );
}

function whose(holder: string | null): string {
  return holder === null ? "" : ` (${plainText(holder)})`;
}
