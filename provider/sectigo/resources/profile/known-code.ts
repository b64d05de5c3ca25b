import { randomBytes, scryptSync, timingSafeEqual } from "node:crypto";
import type { PrivateData } from "../../../framework/private.ts";

const KEY = "access_code";
const SALT_OCTETS = 16;
const HASH_OCTETS = 32;

/**
 * Keeps a hash of the access code that SCM holds, so that a refresh finds another one. Private data stands in the state file in
 * clear, and codes are often short: salted, by a function that is slow on purpose (scrypt, RFC 7914).
 * @param code null: the account has none
 */
export function rememberCode(data: PrivateData, code: string | null): void {
  if (code === null) data.delete(KEY);
  else if (isKnownCode(data, code) !== true) data.set(KEY, hashOf(code));
}

function hashOf(code: string): { readonly salt: string; readonly hash: string } {
  const salt = randomBytes(SALT_OCTETS);
  const hash = scryptSync(code, salt, HASH_OCTETS);
  return { salt: salt.toString("base64"), hash: hash.toString("base64") };
}

/** Whether it is the code that was remembered; null where none is. */
export function isKnownCode(data: Pick<PrivateData, "get">, code: string): boolean | null {
  const stored = data.get(KEY);
  if (typeof stored !== "object" || stored === null || !("hash" in stored) || !("salt" in stored))
    return null;
  const hash = Buffer.from(String(stored.hash), "base64");
  if (hash.length !== HASH_OCTETS) return null;
  return timingSafeEqual(hash, scryptSync(code, Buffer.from(String(stored.salt), "base64"), HASH_OCTETS));
}
