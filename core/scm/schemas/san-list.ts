/**
 * Splits SCM's text forms of a SAN list into names: `a.test; b.test` in reports, `dNSName=a.test, dNSName=b.test` in
 * details and older reports. Types are dropped, order and spelling stay; null and "" give no names.
 * Sources: Sectigo Certificate Manager REST API reference, May 2025, examples of the SSL details and the SSL report.
 */
export function sanList(sent: string | null): readonly string[] {
  return (sent ?? "")
    .split(/[;,]/)
    .map((part) => part.trim().replace(/^[A-Za-z0-9 ]+=\s*/, ""))
    .filter((name) => name !== "");
}
