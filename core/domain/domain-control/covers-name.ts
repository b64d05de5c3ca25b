import type { DcvRow } from "../../scm/schemas/domains.ts";

/**
 * Whether the validation of a domain counts for a name. A proof by DNS or mail covers the domain and everything below it;
 * one by a file covers the very name only, since it proves control of one web server. An entry `*.a.test` covers what is
 * below `a.test`, and not `a.test` itself.
 * Source: CA/Browser Forum Baseline Requirements 3.2.2.4.7, .13, .18, .19; SCM lists `*.` entries of their own.
 * @param name canonical DNS name, `*.` allowed
 */
export function coversName({ domain, method }: Pick<DcvRow, "domain" | "method">, name: string): boolean {
  const isWildcard = domain.startsWith("*.");
  const bare = (isWildcard ? domain.slice(2) : domain).toLowerCase();
  if (!isWildcard && isByFile(method)) return name === bare;
  const host = name.startsWith("*.") ? name.slice(2) : name;
  return (host === bare && (!isWildcard || host !== name)) || host.endsWith(`.${bare}`);
}

/** `HTTP_CSR_HASH`, `HTTPS_CSR_HASH`, in constants or in display form. */
function isByFile(method: string | null): boolean {
  return method !== null && /^https?\b/i.test(method.replaceAll("_", " "));
}
