import { createHash } from "node:crypto";

/**
 * The number of an advisory lock, a signed one of 64 bits as text. Such locks are of one database, which other programs may
 * use too. Source: PostgreSQL documentation, "Advisory Locks".
 */
export function keyOf(schema: string, ...names: readonly string[]): string {
  const text = JSON.stringify(["terraform-provider-sectigo", schema, ...names]);
  return createHash("sha256").update(text).digest().readBigInt64BE().toString();
}
