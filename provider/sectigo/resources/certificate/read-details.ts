import { type CertificateDetails, NotFoundError, type WaitOptions } from "../../../../core/index.ts";
import type { Connection } from "../../connection.ts";

/**
 * SCM's record of a certificate.
 * @param purpose what it is read for, as messages begin ("read certificate"), and the way out when SCM does not show it
 * @throws NotFoundError naming administrator, account and id: SCM can't tell "gone" from "not visible to you"
 */
export async function readDetails(
  { client, account }: Connection,
  sslId: number,
  {
    wait,
    purpose,
  }: { readonly wait: WaitOptions; readonly purpose: { readonly what: string; readonly hint: string } },
): Promise<CertificateDetails> {
  try {
    return await client.certificates.get(sslId, wait);
  } catch (thrown) {
    if (!(thrown instanceof NotFoundError)) throw thrown;
    const { status, vendorCode, call, requestId } = thrown;
    throw new NotFoundError(`${purpose.what} ${sslId}: SCM does not show it to ${account}`, {
      ...{ code: "missing.certificate", status, vendorCode, call, requestId },
      hint: purpose.hint,
      cause: thrown,
    });
  }
}
