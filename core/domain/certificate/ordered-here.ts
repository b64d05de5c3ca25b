import type { CertificateDetails } from "../../scm/schemas/certificates.ts";
import { originOf } from "../import/row-parts.ts";

/**
 * Whether SCM has ordered it, by a profile that it can be renewed by. What was found or uploaded, by whichever CA, never was,
 * also where SCM shows a profile with it.
 */
export function wasOrderedHere({
  requestedVia,
  scmProfile,
}: Pick<CertificateDetails, "requestedVia" | "scmProfile">): boolean {
  return originOf(requestedVia) === "managed" && scmProfile !== null;
}
