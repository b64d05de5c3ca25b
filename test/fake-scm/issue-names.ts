import { isIP } from "node:net";
import { certificateNames, type SslRecord } from "./ssl-record.ts";
import type { StrictOptions } from "./strict-options.ts";

/**
 * Names that the CA puts into a certificate: those asked for, and what it adds or leaves out of its own. That CAs add
 * `www.` or the bare domain is long-standing practice; that one drops a name is not, and may happen all the same.
 */
export function issuedNames(record: SslRecord, strict: StrictOptions): string[] {
  const asked = certificateNames(record);
  const kept = strict.caDropsName && asked.length > 1 ? withoutLast(record, asked) : asked;
  const added = kept.filter((name) => isIP(name) === 0).flatMap((name) => additions(name, strict));
  const foreign = strict.caAddsForeignName ? [`autodiscover.${bareDomain(record.commonName)}`] : [];
  return [...new Set([...kept, ...added, ...foreign])].sort();
}

/** The common name always stays: it is in the subject. */
function withoutLast({ commonName }: SslRecord, names: readonly string[]): string[] {
  const last = names.findLast((name) => name !== commonName);
  return names.filter((name) => name !== last);
}

function additions(name: string, strict: StrictOptions): string[] {
  const bare = bareDomain(name);
  if (bare !== name) return strict.caAddsBareDomain ? [bare] : [];
  return strict.caAddsWww ? [`www.${name}`] : [];
}

function bareDomain(name: string): string {
  return name.replace(/^(?:\*|www)\.(?=[^.]+\.)/i, "");
}
