import type { Diagnostic } from "../../../framework/diagnostics.ts";
import { path } from "../../../framework/path.ts";
import type { Config } from "../../../framework/resource.ts";
import type { Planning } from "../../../framework/spec.ts";
import { Unknown } from "../../../framework/value.ts";
import type { DomainValidationAttributes } from "./attributes.ts";

type Arguments = Planning<Config<DomainValidationAttributes>>;

/** Arguments that belong to one method only, and whether that method can do without. */
const OWN = [
  { name: "email", method: "email", isNeeded: true },
  { name: "dns_connector_id", method: "dns_connector", isNeeded: true },
  { name: "dns_provider", method: "dns_connector", isNeeded: false },
] as const;

/** Refuses arguments of another method, and asks for those that the method needs. */
export function validateDomainValidation(config: Arguments): readonly Diagnostic[] {
  const { method } = config;
  if (method instanceof Unknown) return [];
  return OWN.flatMap(({ name, method: owner, isNeeded }): readonly Diagnostic[] => {
    const value = config[name];
    if (value instanceof Unknown) return [];
    if (value !== null && method !== owner)
      return [fault(name, `${name} belongs to the method ${owner}`, owner)];
    if (value === null && method === owner && isNeeded)
      return [fault(name, `The method ${owner} needs ${name}`, owner)];
    return [];
  });
}

function fault(name: string, summary: string, owner: string): Diagnostic {
  const detail = `Give ${name} together with \`method = "${owner}"\`, and leave it out with every other method.`;
  return { severity: "error", summary, detail, path: path(name) };
}
