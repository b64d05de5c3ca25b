import {
  NotFoundError,
  RequestError,
  type ScmClient,
  sameSerial,
  type WaitOptions,
} from "../../../../core/index.ts";

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
