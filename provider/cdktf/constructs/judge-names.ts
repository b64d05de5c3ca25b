import { isIP } from "node:net";
import { Token } from "cdktf";

const LABEL = "[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?";
const DNS_NAME = new RegExp(`^(\\*\\.)?(${LABEL}\\.)+${LABEL}$`);

/**
 * What is wrong with the names of a certificate, as far as they are known when the stack is synthesized; what is only
 * known to Terraform, the provider judges in the plan.
 * @param allowed  patterns as in `allowed_names` of a profile; absent: all names
 */
export function judgeNames(names: readonly string[], allowed: readonly string[] | undefined): string[] {
  const known = names.filter((name) => !Token.isUnresolved(name)).map((name) => name.toLowerCase());
  if (names.length === 0) return ["subjectAlternativeNames is empty; name what the certificate is for"];
  const twice = known.filter((name, index) => known.indexOf(name) !== index);
  const strange = known.filter((name) => isIP(name) === 0 && !DNS_NAME.test(name));
  const patterns = allowed?.some((pattern) => Token.isUnresolved(pattern)) ? undefined : allowed;
  const forbidden = known.filter(
    (name) => patterns !== undefined && !patterns.some((pattern) => matches(name, pattern.toLowerCase())),
  );
  return [
    ...[...new Set(twice)].map((name) => `"${name}" stands twice in subjectAlternativeNames`),
    ...strange.map((name) => `"${name}" is neither a DNS name (in A-labels) nor an IP address`),
    ...forbidden.map((name) => `"${name}" is not among allowedNames: ${patterns?.join(", ")}`),
  ];
}

/** `a.b` is that name, `*.b` any one label in place of the star, `.b` everything below at any depth. */
function matches(name: string, pattern: string): boolean {
  if (pattern.startsWith(".")) return name.endsWith(pattern) && name.length > pattern.length;
  if (!pattern.startsWith("*.")) return name === pattern;
  const [first = "", ...rest] = name.split(".");
  return first !== "" && rest.join(".") === pattern.slice(2);
}
