import type { CertificateDetails } from "../../../scm/schemas/certificates.ts";

/** Whether a record may have been ordered by an API: `REST API` in the reference's answers, `Web API` in its list of filters. */
export function isByApi({ requestedVia }: Pick<CertificateDetails, "requestedVia">): boolean {
  return requestedVia === null || /^(rest|web)[ _]?api$|rest/i.test(requestedVia);
}

export function sameMail(one: string, other: string | null): boolean {
  return other !== null && one.trim().toLowerCase() === other.trim().toLowerCase();
}
