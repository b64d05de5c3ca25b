import { orderMarker, readCsr, withCommonName } from "../../../../core/index.ts";
import { type Diagnostic, error } from "../../../framework/diagnostics.ts";
import type { PrivateData } from "../../../framework/private.ts";
import { Unknown } from "../../../framework/value.ts";
import type { Connection } from "../../connection.ts";
import { commonNameOf } from "./key-source.ts";
import { readPrivateData } from "./private-data.ts";
import type { PlannedCertificate, StoredCertificate } from "./values.ts";

type Marked = Pick<
  PlannedCertificate,
  "organization_id" | "scm_profile_id" | "csr_pem" | "order_key" | "subject" | "subject_alternative_names"
>;

/**
 * A plan that would revoke a certificate and order the very same one has found a resource that moved: a renamed key of
 * `for_each`, a file with another name. Terraform tells a provider no addresses, so that the two meet here, by what makes two
 * orders the same order. Whichever of the two is planned second says so.
 * @param end which of the two is planned
 */
export function refuseMoved(
  api: Connection,
  marker: string | null,
  { end, label }: { readonly end: "made" | "destroyed"; readonly label: string },
): readonly Diagnostic[] {
  if (marker === null) return [];
  const { made, destroyed } = api.ordering.planned;
  (end === "made" ? made : destroyed).set(marker, label);
  const other = (end === "made" ? destroyed : made).get(marker);
  if (other === undefined) return [];
  const former = end === "made" ? other : label;
  return [
    error(
      `This plan would revoke ${former} and order the same one again`,
      "One resource is removed and another one made whose organization, SCM profile, names, request and order_key are the " +
        "same. If it has moved, say so beside it, and nothing is revoked or ordered:\n\n" +
        "  moved {\n    from = sectigo_certificate.OLD\n    to   = sectigo_certificate.NEW\n  }\n\n" +
        "If another certificate is meant, give the new one an order_key of its own.",
    ),
  ];
}

/** The marker of what a plan makes; null while part of it is not known. */
export function markerOfPlanned({ ordering }: Connection, planned: Marked): string | null {
  const { organization_id, scm_profile_id, csr_pem: csr, order_key, subject } = planned;
  const { subject_alternative_names: names } = planned;
  if (typeof organization_id !== "number" || typeof scm_profile_id !== "number") return null;
  if (csr instanceof Unknown || order_key instanceof Unknown) return null;
  if (names instanceof Unknown || subject instanceof Unknown) return null;
  const request = csr === null ? null : readCsr(csr);
  return orderMarker({
    ...{ scope: ordering.origin.scope, orderKey: order_key },
    ...{ organizationId: organization_id, scmProfileId: scm_profile_id },
    names: withCommonName(request === null ? commonNameOf(subject, names) : request.commonName, names ?? []),
    keySha256: request?.publicKeySha256 ?? null,
  });
}

/** The same of what a plan destroys; null where its request is not known, as after an import. */
export function markerOfState(api: Connection, state: StoredCertificate, data: PrivateData): string | null {
  if (state.csr_pem === null && readPrivateData(data).madeCsr === null) return null;
  return markerOfPlanned(api, state);
}

/**
 * Called when it is made. Within an apply Terraform plans once more: first what is made, then the removal of what that took
 * the place of (create_before_destroy), which has not moved.
 */
export function forgetPlanned(api: Connection, planned: Marked): void {
  const marker = markerOfPlanned(api, planned);
  if (marker !== null) api.ordering.planned.made.delete(marker);
}
