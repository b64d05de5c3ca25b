import type { CertificateDetails } from "../../../scm/schemas/certificates.ts";
import { readComments } from "../order-tag.ts";
import { isByApi, sameMail } from "./requesters.ts";

/** Whose a record is that is said to follow another, as far as shows before its certificate does. */
type SuccessorSign =
  | "ours"
  /** Its marker, its place, its name or its requester is another's. */
  | "others"
  /** Nothing shows: nothing is written on it before its key does. */
  | "unclear";

/**
 * Judges a record by all but its key. Pure.
 * @param requester mail address that SCM shows for our login; null when it can't be told
 */
export function signOf(
  present: CertificateDetails,
  former: CertificateDetails,
  requester: string | null,
): SuccessorSign {
  if (isElsewhere(present, former)) return "others";
  const [said, ours] = [readComments(present.comments).tag, readComments(former.comments).tag];
  // An earlier run of the same holder may have made another order of it.
  if (said !== null) return said.marker === ours?.marker || said.nonce === ours?.nonce ? "ours" : "others";
  if (!isByApi(present)) return "others";
  if (present.requester === null) return "unclear";
  // Our own order shows our address, also where no login does; a renewal may show that of the record before.
  const learnt = ours === null ? null : former.requester;
  const known = [requester, learnt].filter((each) => each !== null);
  if (known.length === 0) return "unclear";
  return known.some((each) => sameMail(each, present.requester)) ? "ours" : "others";
}

/**
 * The same of an order that follows none and bears no claim: who requested it is all that shows before its certificate does.
 * Pure.
 */
export function signOfFirst(
  present: Pick<CertificateDetails, "requester" | "requestedVia">,
  requester: string | null,
): SuccessorSign {
  if (!isByApi(present)) return "others";
  if (requester === null || present.requester === null) return "unclear";
  return sameMail(requester, present.requester) ? "ours" : "others";
}

function isElsewhere(present: CertificateDetails, former: CertificateDetails): boolean {
  const differs = (one: unknown, other: unknown): boolean => one !== null && other !== null && one !== other;
  return (
    differs(present.organizationId, former.organizationId) ||
    differs(present.commonName?.toLowerCase() ?? null, former.commonName?.toLowerCase() ?? null)
  );
}
