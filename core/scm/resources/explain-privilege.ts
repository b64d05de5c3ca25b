import type { WaitOptions } from "../../base/deadline.ts";
import { PrivilegeError } from "../../base/errors.ts";
import { quoted } from "../../base/text.ts";
import { jsonDecoder } from "../answer.ts";
import type { Caller } from "../caller.ts";
import { certificateDetails } from "../schemas/certificates.ts";
import { organizationDetails } from "../schemas/organizations.ts";

/** What the refused call was about: an organization, or a record that belongs to one. */
type PrivilegeSubject = { readonly organizationId: number } | { readonly sslId: number };

const decodeOrganization = jsonDecoder(organizationDetails);
const decodeCertificate = jsonDecoder(certificateDetails);

async function organizationOf(caller: Caller, subject: PrivilegeSubject, options?: WaitOptions) {
  if ("organizationId" in subject) return subject.organizationId;
  const { sslId } = subject;
  const what = `read certificate ${sslId}`;
  const record = await caller.run(
    { call: "GET ssl/{sslId}", what, params: { sslId }, decode: decodeCertificate },
    options,
  );
  return record.organizationId;
}

async function switchedOff(
  caller: Caller,
  subject: PrivilegeSubject,
  options?: WaitOptions,
): Promise<string | null> {
  const organizationId = await organizationOf(caller, subject, options);
  if (organizationId === null) return null;
  const what = `read organization ${organizationId}`;
  const organization = await caller.run(
    { call: "GET organization/{id}", what, params: { organizationId }, decode: decodeOrganization },
    options,
  );
  return organization.isSslApiEnabled === false ? `${quoted(organization.name)} (${organizationId})` : null;
}

/**
 * SCM says "not authorized" both when the administrator lacks a privilege and when the organization's REST API is off.
 * Only the organization's record tells them apart, so it is read once, after a refusal.
 * @throws PrivilegeError `privilege.api_disabled` instead of `privilege.not_authorized` where that is the reason
 */
export async function explainPrivilege<T>(
  caller: Caller,
  subject: PrivilegeSubject,
  work: Promise<T>,
  options?: WaitOptions,
): Promise<T> {
  try {
    return await work;
  } catch (refused) {
    if (!(refused instanceof PrivilegeError) || refused.code !== "privilege.not_authorized") throw refused;
    // Whatever keeps us from looking, the refusal itself is what counts.
    const organization = await switchedOff(caller, subject, options).catch(() => null);
    if (organization === null) throw refused;
    throw new PrivilegeError(
      `${refused.what}: the Web/REST API for SSL certificates is switched off for organization ${organization}`,
      {
        code: "privilege.api_disabled",
        status: refused.status,
        vendorCode: refused.vendorCode,
        call: refused.call,
        requestId: refused.requestId,
        hint: "In SCM, open the organization's SSL certificate settings and switch on Web/REST API; departments have a switch of their own.",
        cause: refused,
      },
    );
  }
}
