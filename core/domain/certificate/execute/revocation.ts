/**
 * Why a certificate is revoked, by the names people use, with RFC 5280's numbers (§5.3.1). These five are all that SCM
 * takes from its users; the others are the CA's own. Source: Sectigo Certificate Manager REST API reference, May 2025,
 * "SSL certificates": revoke.
 */
export const REVOCATION_REASONS = {
  unspecified: 0,
  key_compromise: 1,
  affiliation_changed: 3,
  superseded: 4,
  cessation_of_operation: 5,
} as const;

export type RevocationReason = keyof typeof REVOCATION_REASONS;

/** The reason of a revocation for messages, as `key compromise`; its number where it has none of these names, as those of the CA. */
export function revocationReasonText(code: number): string {
  return revocationReasonName(code)?.replaceAll("_", " ") ?? `reason ${code}`;
}

function revocationReasonName(code: number): RevocationReason | null {
  for (const [name, number] of Object.entries(REVOCATION_REASONS)) {
    // Object.entries widens the keys; they are the record's own.
    if (number === code) return name as RevocationReason;
  }
  return null;
}
