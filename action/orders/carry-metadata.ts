import {
  type CertificateChange,
  type CertificateDetails,
  readComments,
  rewriteComments,
  SectigoError,
} from "../../core/index.ts";
import type { Problem } from "../problem.ts";
import type { Desk } from "./desk.ts";
import type { Wanted } from "./wanted.ts";

interface Successor {
  readonly sslId: number;
  /** The record that was renewed. */
  readonly old: CertificateDetails;
}

/**
 * SCM takes no comments with a renewal, and maybe nothing else: what the step asks for, and the lines that tell whose order
 * it is, are written on the new record. When that fails the certificate is there all the same, so it is a warning.
 */
export async function carryMetadata(
  { client, step }: Desk,
  { order, source }: Wanted,
  { sslId, old }: Successor,
): Promise<readonly Problem[]> {
  try {
    const present = await client.certificates.get(sslId, { signal: step.signal });
    const change = missing(present, old, order);
    if (Object.keys(change).length > 0)
      await client.certificates.update(sslId, change, { signal: step.signal });
    return [];
  } catch (thrown) {
    const { code, hint } = SectigoError.from(thrown);
    return [
      {
        severity: "warning",
        summary: `Comments, requesters or custom fields could not be written on certificate ${sslId} [${code}]`,
        detail: `${hint} The certificate itself is renewed.`,
        path: source.path,
      },
    ];
  }
}

function missing(
  present: CertificateDetails,
  old: CertificateDetails,
  order: Wanted["order"],
): CertificateChange {
  const comments = rewriteComments(order.comments ?? readComments(old.comments).comment, old.comments);
  const requesters = order.externalRequesters;
  const held = new Map(present.customFields.map(({ name, value }) => [name, value]));
  const fields = Object.entries(order.customFields).map(([name, value]) => ({ name, value }));
  const others = present.customFields.filter(({ name }) => order.customFields[name] === undefined);
  return {
    ...(comments !== (present.comments ?? "") && { comments }),
    ...(requesters.length > 0 &&
      requesters.join() !== present.externalRequesters.join() && { externalRequesters: requesters }),
    // The whole list, since builds differ in whether an update replaces or merges it.
    ...(fields.some(({ name, value }) => held.get(name) !== value) && {
      customFields: [...others, ...fields],
    }),
  };
}
