import { quoted } from "../../base/text.ts";
import { canonicalDns } from "../../pki/names.ts";
import { isAllowedName } from "../certificate/judge/allowed-names.ts";
import { type EnrollmentMethod, METHOD_RULES } from "./methods.ts";

/** What a profile may limit of its certificates. */
export type Limit = "allowed_names" | "key_types" | "term_days";

/** Something that a profile says and SCM does not keep, or not wholly. */
export interface LimitFault {
  readonly severity: "error" | "warning";
  readonly argument: Limit | "acme";
  readonly summary: string;
  readonly detail: string;
}

interface LimitedProfile {
  readonly method: EnrollmentMethod;
  readonly hasWebForm: boolean;
  /** Limits that the profile sets, in any order. */
  readonly limits: readonly Limit[];
}

/**
 * Names the limits that certificates can pass by: SCM has no such limits for an account on a web form or for an ACME
 * account, so what people and ACME clients order there is bound by the SCM profile and by the account's domains alone.
 * @returns one warning for all of them; empty where every certificate is ordered by us
 */
export function judgeUnkeptLimits({ method, hasWebForm, limits }: LimitedProfile): LimitFault[] {
  const isAcme = METHOD_RULES[method].remote?.kind === "acmeAccount";
  // An ACME account's domains keep to the names; they are judged separately.
  const open = limits.filter((limit) => !(isAcme && limit === "allowed_names"));
  const [first] = open;
  if (first === undefined || !(isAcme || hasWebForm)) return [];
  const who = isAcme ? "ACME clients" : "people at the web form";
  const ours = METHOD_RULES[method].inputs === null ? "" : " Orders of Terraform and the Action keep to it.";
  return [
    {
      severity: "warning",
      argument: first,
      summary: `SCM does not hold ${who} to ${open.join(" and ")}`,
      detail:
        `SCM knows no such limit there, so they can get other certificates.${ours} To bind them, choose an SCM profile ` +
        "that offers only what is allowed, and look for others by filter.outside_limits_of of data.sectigo_inventory.",
    },
  ];
}

/**
 * Holds an ACME account's domains against the names that the profile allows. Its clients may order for each domain and for
 * what is below it.
 * @param domains null: not kept by the profile, so whatever SCM has
 * @param patterns null: every name is allowed
 */
export function judgeAcmeDomains(
  domains: readonly string[] | null,
  patterns: readonly string[] | null,
): LimitFault[] {
  if (patterns === null) return [];
  if (domains === null) return [unbound()];
  const foreign = domains.filter((domain) => !areRelated(domain, patterns));
  const wide = domains.filter((domain) => areRelated(domain, patterns) && !isWhollyAllowed(domain, patterns));
  return [...foreign.map((domain) => refused(domain, patterns)), ...(wide.length === 0 ? [] : [wider(wide)])];
}

function unbound(): LimitFault {
  return {
    severity: "warning",
    argument: "allowed_names",
    summary: "allowed_names binds no ACME client without acme.domains",
    detail:
      "Clients may order for every domain that the account has in SCM. Name its domains in acme.domains.",
  };
}

function refused(domain: string, patterns: readonly string[]): LimitFault {
  return {
    severity: "error",
    argument: "acme",
    summary: `The ACME domain ${quoted(domain)} is not among the allowed names`,
    detail: `Allowed are ${patterns.map(quoted).join(", ")}. Take the domain out, or add a pattern for it to allowed_names.`,
  };
}

function wider(domains: readonly string[]): LimitFault {
  return {
    severity: "warning",
    argument: "acme",
    summary: `ACME clients may order for more names than allowed_names has: ${domains.map(quoted).join(", ")}`,
    detail:
      "SCM lets them order for the domain and for everything below it. Name narrower domains, or allow all of it " +
      '("example.test" and ".example.test").',
  };
}

const bareOf = (name: string): string => canonicalDns(name.replace(/^\*?\./, ""));

/** Whether one of the patterns is for the domain, for something below it, or for everything above it. */
function areRelated(domain: string, patterns: readonly string[]): boolean {
  const bare = bareOf(domain);
  return patterns.some((pattern) => {
    const other = bareOf(pattern.trim());
    return other === bare || other.endsWith(`.${bare}`) || isAllowedName(bare, [pattern]);
  });
}

function isWhollyAllowed(domain: string, patterns: readonly string[]): boolean {
  const bare = bareOf(domain);
  const isBelowAllowed = patterns.some(
    (pattern) => pattern.trim().startsWith(".") && `.${bare}`.endsWith(`.${bareOf(pattern.trim())}`),
  );
  return isBelowAllowed && (domain.startsWith("*.") || isAllowedName(bare, patterns));
}
