import type { CertificateDetails } from "../../../scm/schemas/certificates.ts";
import { scmDateStart } from "../../../scm/schemas/dates.ts";
import { readComments } from "../order-tag.ts";
import { standingOf } from "../status.ts";

const DAY_MS = 86_400_000;

/**
 * Other live orders of the same intent: same marker, another claim, placed on the same day or the one beside it. What was
 * enrolled in the place of a refused renewal came months later, and follows. Pure.
 */
export function twinsOf(
  record: CertificateDetails,
  others: readonly CertificateDetails[],
): readonly CertificateDetails[] {
  const { tag } = readComments(record.comments);
  if (tag === null) return [];
  return others.filter((other) => {
    const { tag: its } = readComments(other.comments);
    // A renewal may take the comments along, claim and all.
    const isOther = its?.marker === tag.marker && its.nonce !== tag.nonce && other.sslId !== record.sslId;
    const isLive = !other.isRenewed && ["pending", "issued"].includes(standingOf(other.status));
    return isOther && isLive && Math.abs(dayOf(other) - dayOf(record)) <= DAY_MS;
  });
}

/** A twin of a record that was ordered a day ago at most, by SCM's days; for a run that has no memory of its own. */
export function youngTwinOf(
  record: CertificateDetails,
  others: readonly CertificateDetails[],
  now: Date,
): CertificateDetails | null {
  // A day without a zone lasts to its end, and may have begun half a day away.
  const isYoung = (each: CertificateDetails): boolean => now.getTime() - dayOf(each) < 2 * DAY_MS;
  return twinsOf(record, others).find((twin) => isYoung(twin) || isYoung(record)) ?? null;
}

/** Start of the day of its request; 0 where SCM does not tell, so that two of those are of one day. */
function dayOf({ requested }: CertificateDetails): number {
  return requested === null ? 0 : scmDateStart(requested.slice(0, 10)).getTime();
}
