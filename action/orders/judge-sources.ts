import {
  type CertificateOrder,
  type Csr,
  isServerName,
  judgeAllowedNames,
  judgeCsr,
  judgeOrder,
  keyIdentity,
  type OrderCatalog,
  readSan,
  type San,
  withCommonName,
} from "../../core/index.ts";
import type { CsrSource } from "../csr-files.ts";
import { inputFault } from "../inputs/forms.ts";
import type { OrderInputs } from "../inputs/order.ts";
import { type Problem, problemOfFinding } from "../problem.ts";
import type { Tenancy } from "./tenancy.ts";

/** One certificate that the step is to care for. */
export interface CertificateRequest {
  readonly source: CsrSource;
  readonly csr: Csr;
  /** `given`: the request is the user's, the same at every run. `made`: its key was made on this host. */
  readonly key: "given" | "made";
  /** Common name and all others, canonical. */
  readonly names: readonly San[];
  readonly order: CertificateOrder;
}

/** What was found in one source: the request, null when it can't be read at all, with what is wrong with it. */
export interface Judged {
  readonly source: CsrSource;
  readonly request: CertificateRequest | null;
  readonly problems: readonly Problem[];
}

/**
 * Judges requests without asking SCM anything more. Every fault is found before the first order.
 * @param tenancy null when SCM was not asked: then only what needs no SCM is judged
 */
export function judgeSources(
  sources: readonly CsrSource[],
  inputs: OrderInputs,
  tenancy: Tenancy | null,
): readonly Judged[] {
  if (sources.length > 1 && inputs.subjectAlternativeNames.length > 0) {
    throw inputFault(
      "subject-alternative-names",
      `it is given for ${sources.length} requests at once`,
      "Leave it out, so that each request's own names count, or use a step for each certificate.",
    );
  }
  const first = new Map<string, CsrSource>();
  return sources.map((source) => {
    const judged = judgeSource(source, inputs, tenancy);
    const problems = [...judged.problems, ...repeated(judged, first)];
    return { ...judged, problems };
  });
}

function judgeSource(source: CsrSource, inputs: OrderInputs, tenancy: Tenancy | null): Judged {
  const profile = tenancy?.profiles?.find(({ scmProfileId }) => scmProfileId === tenancy.scmProfileId);
  const { csr, faults } = judgeCsr(source.text, profile?.keyTypes);
  if (csr === null) {
    const { path } = source;
    const leave = path === null ? "" : ` Where the file is none, leave it out: a line !${path} in csr.`;
    const problems = faults.map((fault) =>
      problemOfFinding({ ...fault, severity: "error", detail: `${fault.detail}${leave}` }, path),
    );
    return { source, request: null, problems };
  }
  const request = requestOf(source, csr, { inputs, tenancy });
  const { organizationId, scmProfileId, ...rest } = request.order;
  const planned =
    tenancy === null ? { ...rest, termDays: inputs.termDays } : { ...rest, organizationId, scmProfileId };
  const findings = [
    ...judgeOrder(planned, catalogOf(tenancy), {
      isPublicTrust: !inputs.isPrivateTrust,
      isCommonNameFromSan: inputs.isCommonNameFromSan,
    }),
    ...judgeAllowedNames({ csr, names: request.order.subjectAlternativeNames }, inputs.allowedNames),
  ];
  return { source, request, problems: findings.map((finding) => problemOfFinding(finding, source.path)) };
}

/** SCM takes no names from the request but its common name, so its others are listed in the order, as far as they may be. */
function requestOf(
  source: CsrSource,
  csr: Csr,
  { inputs, tenancy }: { readonly inputs: OrderInputs; readonly tenancy: Tenancy | null },
): CertificateRequest {
  const listed =
    inputs.subjectAlternativeNames.length > 0
      ? inputs.subjectAlternativeNames
      : csr.names.filter(isServerName).map(({ value }) => value);
  return {
    ...{ source, csr, key: "given" },
    names: withCommonName(csr.commonName, listed),
    order: {
      organizationId: tenancy?.organizationId ?? 0,
      scmProfileId: tenancy?.scmProfileId ?? 0,
      csrPem: csr.pem,
      subjectAlternativeNames: listed,
      termDays: tenancy === null || tenancy.term.kind === "unknown" ? 0 : tenancy.term.days,
      comments: inputs.comments,
      externalRequesters: inputs.externalRequesters,
      customFields: inputs.customFields ?? {},
    },
  };
}

function catalogOf(tenancy: Tenancy | null): OrderCatalog {
  return tenancy === null
    ? {}
    : {
        organizations: tenancy.organizations,
        profiles: tenancy.profiles,
        customFields: tenancy.customFields,
      };
}

/**
 * One key with one set of names is one certificate; two files with it would be two orders.
 * @param first what can be ordered, by key and names; this one is added
 */
function repeated({ request, source, problems }: Judged, first: Map<string, CsrSource>): readonly Problem[] {
  if (request === null) return [];
  const names = request.names.map(({ kind, value }) => `${kind}:${value}`);
  const identity = [keyIdentity(request.csr.publicKey), ...names].join("\n");
  const same = first.get(identity);
  if (same === undefined) {
    if (problems.every(({ severity }) => severity !== "error")) first.set(identity, source);
    return [];
  }
  return [
    {
      severity: "error",
      summary: `It asks for the same certificate as ${same.path ?? same.name}`,
      detail: "Key and names are the same. Remove one of the two; both would be ordered, and paid for.",
      path: source.path,
    },
  ];
}

/** Names for people: `shop.example.test and 3 more`. */
export function nameOf({ csr, names }: Pick<CertificateRequest, "csr" | "names">): string {
  const first = csr.commonName ?? names[0]?.value ?? "a certificate";
  const canonical = readSan(first).value;
  const others = names.filter(({ value }) => value !== canonical).length;
  return others === 0 ? first : `${first} and ${others} more`;
}
