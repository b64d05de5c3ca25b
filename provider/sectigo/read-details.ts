import {
  type CertificateDetails,
  NotFoundError,
  RequestError,
  type ScmClient,
  sameSerial,
  type WaitOptions,
} from "../../core/index.ts";
import type { Connection } from "./connection.ts";

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

/**
 * SCM's id of the certificate with this serial number.
 * @throws NotFoundError, or RequestError when several records carry it, as after an upload of what SCM had issued
 */
export async function findBySerial(
  client: ScmClient,
  serialNumber: string,
  wait: WaitOptions,
): Promise<number> {
  const found: number[] = [];
  for await (const row of client.certificates.list({ serialNumber }, wait)) {
    if (row.serialNumber !== null && sameSerial(row.serialNumber, serialNumber)) found.push(row.sslId);
  }
  const [only, ...others] = found;
  const what = `find the certificate with serial number ${serialNumber}`;
  if (only === undefined) {
    throw new NotFoundError(`${what}: SCM lists none, or does not show it to this administrator`, {
      code: "missing.serial",
      hint: "Check the number, or give the certificate's sslId.",
    });
  }
  if (others.length === 0) return only;
  throw new RequestError(`${what}: SCM lists ${found.length}: ${found.join(", ")}`, {
    code: "request.serial_ambiguous",
    hint: "Give the sslId of the one that is meant.",
  });
}
