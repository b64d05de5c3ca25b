import {
  NotFoundError,
  normalizeSerial,
  quoted,
  RequestError,
  type ScmClient,
  type WaitOptions,
} from "../../../../core/index.ts";
import { type Diagnostic, error } from "../../../framework/diagnostics.ts";
import { path } from "../../../framework/path.ts";
import type { Planning } from "../../../framework/spec.ts";
import { Unknown } from "../../../framework/value.ts";
import { findBySerial } from "../../read-details.ts";

/** What names a certificate. */
export interface CertificateKey {
  readonly ssl_id: number | null;
  readonly serial_number: string | null;
  readonly common_name: string | null;
}

const SERIAL = /^\s*(?:[0-9a-f]{1,2}[:\s]?)+$/i;

/** Exactly one of the three, of the right form; what is not known yet may turn out to be null. */
export function judgeKey(config: Planning<CertificateKey>): readonly Diagnostic[] {
  const { serial_number, ssl_id, common_name } = config;
  const keys = { ssl_id, serial_number, common_name };
  const given = Object.entries(keys).filter(([, value]) => value !== null);
  const isOpen = given.some(([, value]) => value instanceof Unknown);
  if (given.length !== 1 && !isOpen) {
    const found =
      given.length === 0 ? "none is given" : `${given.map(([name]) => name).join(" and ")} are given`;
    return [
      error(
        "One thing must name the certificate",
        `Give one of ssl_id, serial_number and common_name; ${found}.`,
      ),
    ];
  }
  if (typeof serial_number !== "string" || SERIAL.test(serial_number)) return [];
  const detail = `Hexadecimal such as 4F0A77 or 4f:0a:77 is required, ${quoted(serial_number)} is given.`;
  return [error("Invalid value for serial_number", detail, path("serial_number"))];
}

/** SCM's id of the certificate that is meant. @throws NotFoundError, RequestError when several are */
export async function findCertificate(
  client: ScmClient,
  key: CertificateKey,
  wait: WaitOptions,
): Promise<number> {
  const { ssl_id, serial_number, common_name } = key;
  if (ssl_id !== null) return ssl_id;
  if (serial_number !== null) return findBySerial(client, normalizeSerial(serial_number), wait);
  return findByName(client, common_name ?? "", wait);
}

/** SCM's filter may find parts of names, so that names are compared here. */
async function findByName(client: ScmClient, commonName: string, wait: WaitOptions): Promise<number> {
  const found: number[] = [];
  const wanted = commonName.toLowerCase();
  for await (const row of client.certificates.list({ commonName, status: "Issued" }, wait)) {
    if (row.commonName?.toLowerCase() === wanted) found.push(row.sslId);
  }
  const [only, ...others] = found;
  const what = `find the issued certificate with common name ${quoted(commonName)}`;
  if (only === undefined) {
    throw new NotFoundError(`${what}: SCM lists none, or does not show it to this administrator`, {
      ...{ code: "missing.common_name", path: "common_name" },
      hint: "Check the name, or give the certificate's ssl_id or serial_number.",
    });
  }
  if (others.length === 0) return only;
  const listed = `${found.slice(0, 10).join(", ")}${found.length > 10 ? ", …" : ""}`;
  throw new RequestError(`${what}: SCM lists ${found.length}, with the ids ${listed}`, {
    ...{ code: "request.common_name_ambiguous", path: "common_name" },
    hint: "Give the ssl_id or serial_number of the one that is meant; for several use sectigo_inventory.",
  });
}
