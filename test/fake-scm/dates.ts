/**
 * Date shapes of the SCM REST API. Each answer has a default shape; `dateFormat` in a GET's query overrides it.
 * Source: Sectigo Certificate Manager REST API reference, May 2025, "Date format". Times are UTC: the reference
 * is silent on zones, and public clients read date-only values as UTC.
 */
const BASES = {
  ISO: "yyyy-MM-dd",
  EU: "dd.MM.yyyy",
  US: "MM/dd/yyyy",
  UK: "dd/MM/yyyy",
  JP: "yyyy/MM/dd",
} as const;

const NAMED = new Map<string, string>([["ISO_HMS", "yyyy-MM-dd'T'HH:mm:ss.SSS'Z'"]]);
for (const [name, pattern] of Object.entries(BASES)) {
  NAMED.set(name, pattern);
  if (name !== "ISO") NAMED.set(`${name}_HMS`, `${pattern} HH:mm:ss`);
}

/** Default of certificate details: month first. */
export const DETAILS_DATE: string = BASES.US;
/** Default of lists, custom fields, domains and administrators. */
export const LIST_DATE: string = BASES.ISO;
/** Default of reports, persons and ACME. */
export const INSTANT = "yyyy-MM-dd'T'HH:mm:ss.SSS'Z'";
/** Default of the domain control validation log. */
export const LOG_TIME = "yyyy-MM-dd HH:mm:ss";

/** The pattern a `dateFormat` value asks for: a known name in any case, or the value itself as a pattern. */
export function datePattern(dateFormat: string | null, standard: string): string {
  if (dateFormat === null || dateFormat === "") return standard;
  return NAMED.get(dateFormat.toUpperCase()) ?? dateFormat;
}

const TOKEN = /'([^']*)'|yyyy|MM|dd|HH|mm|ss|SSS/g;

/** Writes an instant (epoch milliseconds) by a pattern; undefined stays undefined, since empty members are left out. */
export function formatDate(instant: number, pattern: string): string;
export function formatDate(instant: number | undefined, pattern: string): string | undefined;
export function formatDate(instant: number | undefined, pattern: string): string | undefined {
  if (instant === undefined) return undefined;
  const iso = new Date(instant).toISOString();
  return pattern.replace(TOKEN, (token, quoted: string | undefined) => quoted ?? tokenText(token, iso));
}

function tokenText(token: string, iso: string): string {
  switch (token) {
    case "yyyy":
      return iso.slice(0, 4);
    case "MM":
      return iso.slice(5, 7);
    case "dd":
      return iso.slice(8, 10);
    case "HH":
      return iso.slice(11, 13);
    case "mm":
      return iso.slice(14, 16);
    case "ss":
      return iso.slice(17, 19);
    default:
      return iso.slice(20, 23);
  }
}
