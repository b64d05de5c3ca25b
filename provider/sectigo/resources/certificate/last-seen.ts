import { type CertificateDetails, standingOf } from "../../../../core/index.ts";
import type { PrivateData } from "../../../framework/private.ts";

/** What SCM last said about the end of a certificate or request; kept beside the state, since a plan must not ask again. */
interface LastSeen {
  /** RFC 5280 reason of a revocation, as SCM numbers it; null when not revoked. */
  readonly revocationReason: number | null;
  /** Day on which an administrator declined the request; null when none did, or SCM does not say. */
  readonly declinedOn: string | null;
}

const REASON = "revocation_reason";

const DECLINED = "declined_on";

export function readLastSeen(data: PrivateData): LastSeen {
  const [reason, declined] = [data.get(REASON), data.get(DECLINED)];
  return {
    revocationReason: typeof reason === "number" ? reason : null,
    declinedOn: typeof declined === "string" ? declined : null,
  };
}

/** @param details the record as SCM shows it now; null for an order that was just placed */
export function writeLastSeen(data: PrivateData, details: CertificateDetails | null): void {
  const standing = details === null ? "pending" : standingOf(details.status);
  // A revocation without a reason is one for no stated reason (RFC 5280 §5.3.1: unspecified).
  put(data, REASON, standing === "revoked" ? (details?.reasonCode ?? 0) : null);
  put(
    data,
    DECLINED,
    standing === "refused" ? (details?.declined?.slice(0, "2026-03-16".length) ?? null) : null,
  );
}

function put(data: PrivateData, key: string, value: number | string | null): void {
  if (value === null) data.delete(key);
  else data.set(key, value);
}
