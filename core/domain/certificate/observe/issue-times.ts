import type { ScmClient } from "../../../scm/client.ts";
import type { CertificateDetails } from "../../../scm/schemas/certificates.ts";

/** By session, which lives as long as one walk or one step: the shortest wait that ended with a certificate, by SCM profile. */
const SHORTEST = new WeakMap<ScmClient["session"], Map<number, number>>();

type Profiled = Pick<CertificateDetails, "scmProfile">;

/** @param waitedMs what is there at the first look was ordered long ago, or is issued at once: it tells nothing */
export function noteIssueTime({ session }: ScmClient, { scmProfile }: Profiled, waitedMs: number): void {
  if (scmProfile === null || waitedMs === 0) return;
  const { scmProfileId } = scmProfile;
  const times = SHORTEST.get(session) ?? new Map<number, number>();
  SHORTEST.set(session, times);
  times.set(scmProfileId, Math.min(waitedMs, times.get(scmProfileId) ?? waitedMs));
}

/** Milliseconds from an order's first look within which none of this SCM profile was issued so far; null when none was awaited. */
export function shortestIssueTime({ session }: ScmClient, { scmProfile }: Profiled): number | null {
  return scmProfile === null ? null : (SHORTEST.get(session)?.get(scmProfile.scmProfileId) ?? null);
}
