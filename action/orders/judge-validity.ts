import {
  ceilingAhead,
  ceilingAt,
  type DcvRow,
  domainFilter,
  endsBefore,
  isOrder,
  judgeValidations,
  type ScmClient,
  type TermMisfit,
  type TermVerdict,
  textIn,
  type ValidationPlace,
  type Validations,
  validationPlace,
  type WaitOptions,
} from "../../core/index.ts";
import type { OrderInputs } from "../inputs/order.ts";
import type { Problem } from "../problem.ts";
import type { Step } from "../step.ts";
import { WORDS } from "../words.ts";
import type { Prepared } from "./prepared.ts";
import { ifAllowed, type Tenancy } from "./tenancy.ts";

interface Surroundings {
  readonly client: ScmClient;
  readonly inputs: OrderInputs;
  readonly tenancy: Tenancy;
  readonly now: Date;
  readonly wait: WaitOptions;
}

/**
 * Holds what would be ordered for public trust against the ceilings of the CA/Browser Forum and the validations that SCM
 * has of domains and organization. Asks SCM only when something would be ordered.
 */
export async function judgeValidity(
  prepared: readonly Prepared[],
  around: Surroundings,
): Promise<readonly Prepared[]> {
  const isOrdered = ({ decision }: Prepared): boolean => decision !== null && isOrder(decision);
  if (!prepared.some(isOrdered)) return withNotice(prepared, noticeOfMisfit(around));
  const { isPrivateTrust, skipsValidationCheck } = around.inputs;
  const validations = isPrivateTrust || skipsValidationCheck ? {} : await askValidations(around);
  const judged = prepared.map((each) => (isOrdered(each) ? judgeOne(each, validations, around) : each));
  return withNotice(judged, noticeOfCeiling(around));
}

/** What holds for the whole step is told once, with the first new enrollment, or the first request of all. */
function withNotice(prepared: readonly Prepared[], notice: Problem | null): readonly Prepared[] {
  const first = prepared.find(({ decision }) => decision?.act === "enroll") ?? prepared[0];
  if (notice === null || first === undefined) return prepared;
  return prepared.map((each) => (each === first ? { ...each, problems: [...each.problems, notice] } : each));
}

async function askValidations({ client, tenancy, wait }: Surroundings): Promise<Validations> {
  const organizations = tenancy.organizations ?? (await ifAllowed(client.organizations.list(wait)));
  const place = validationPlace(tenancy.organizationId, organizations ?? []);
  if (place === null) return {};
  const [domains, organization] = await Promise.all([
    ifAllowed(listDomains(client, place, wait)),
    ifAllowed(client.organizations.validations(place.organizationId, wait)),
  ]);
  return { domains, organization };
}

async function listDomains(client: ScmClient, place: ValidationPlace, wait: WaitOptions): Promise<DcvRow[]> {
  const rows: DcvRow[] = [];
  for await (const row of client.domainValidations.list(domainFilter(place), wait)) rows.push(row);
  return rows;
}

function judgeOne(
  prepared: Prepared,
  validations: Validations,
  { tenancy, inputs, now }: Surroundings,
): Prepared {
  const { request, source, decision } = prepared;
  if (request === null || decision === null) return prepared;
  const found = [
    ...(decision.act === "enroll" ? judgeTerm(tenancy.term, inputs, now) : []),
    ...(inputs.isPrivateTrust
      ? []
      : judgeValidations(
          request.names.map(({ value }) => value),
          validations,
          now,
        )),
  ].map(
    ({ severity, summary, detail }): Problem => ({
      severity,
      summary,
      detail: textIn(detail, WORDS),
      path: source.path,
    }),
  );
  const isRefused = found.some(({ severity }) => severity === "error");
  return { ...prepared, problems: [...prepared.problems, ...found], decision: isRefused ? null : decision };
}

const ADVICE = "Lower term-days or leave it out; for a private CA set trust-type: private.";

function judgeTerm(
  term: TermVerdict,
  { termDays }: OrderInputs,
  now: Date,
): readonly Omit<Problem, "path">[] {
  switch (term.kind) {
    case "asked":
      return [];
    case "unknown":
      return [
        {
          severity: "error",
          summary: "Prepare the order: the SCM profile does not say which terms it offers",
          detail: "Set term-days, and trust-type: private for a private CA.",
        },
      ];
    default: {
      const since = ceilingAt(now).from.toISOString().slice(0, 10);
      const rule = `Since ${since} that is the most for public trust (CA/Browser Forum Baseline Requirements §6.3.2).`;
      if (termDays !== null)
        return [
          {
            severity: "error",
            summary: `A term of ${termDays} days is more than the ${term.ceilingDays} days that are allowed`,
            detail: `${rule} ${ADVICE}`,
          },
        ];
      return [
        {
          severity: "warning",
          summary: `No term of the SCM profile fits the ${term.ceilingDays} days that are allowed: ${term.days} are asked for`,
          detail: `${rule} SCM has to cut or refuse it. Choose an SCM profile with shorter terms; for a private CA set trust-type: private.`,
        },
      ];
    }
  }
}

/** From sixty days before a step down on: the term that is configured will not pass it. */
function noticeOfCeiling(around: Surroundings): Problem | null {
  const misfit = noticeOfMisfit(around);
  if (misfit !== null) return misfit;
  const {
    inputs: { termDays, isPrivateTrust },
    now,
  } = around;
  // A term that is left out goes down with the ceilings.
  const next = ceilingAhead({ wishedDays: termDays, isPublic: !isPrivateTrust, now });
  if (next === null) return null;
  return {
    severity: "warning",
    summary: `From ${next.from.toISOString().slice(0, 10)} on, ${next.days} days are the most for public trust`,
    detail: `Orders of this run are fine; later ones of ${termDays} days are refused. ${ADVICE}`,
    path: null,
  };
}

function noticeOfMisfit({ tenancy: { misfit } }: Surroundings): Problem | null {
  if (misfit === null) return null;
  const { from, ceilingDays, shortestDays }: TermMisfit = misfit;
  const day = from.toISOString().slice(0, 10);
  return {
    severity: "warning",
    summary: `From ${day} on, no term of the SCM profile fits the ${ceilingDays} days that are the most for public trust`,
    detail:
      `Its shortest is ${shortestDays} days. What is ordered before is fine; later orders ask for ${shortestDays} days, and SCM has ` +
      "to cut or refuse them. Have a shorter term added to the SCM profile, or choose another one.",
    path: null,
  };
}

/**
 * Warns of certificates that are kept, and whose domains' validations end before they are due for renewal: what is green today
 * will be refused then. Asks SCM only where something is kept that will be renewed.
 */
export async function withValidationGaps(
  prepared: readonly Prepared[],
  { client, inputs, step }: { readonly client: ScmClient; readonly inputs: OrderInputs; readonly step: Step },
): Promise<readonly Prepared[]> {
  if (inputs.isPrivateTrust || inputs.skipsValidationCheck) return prepared;
  if (prepared.every((each) => renewsFrom(each) === null)) return prepared;
  const rows = await ifAllowed(listAll(client, step));
  if (rows === undefined) return prepared;
  return prepared.map((each) => ({ ...each, problems: [...each.problems, ...gapOf(each, rows, step)] }));
}

async function listAll(client: ScmClient, { signal }: Step): Promise<DcvRow[]> {
  const rows: DcvRow[] = [];
  for await (const row of client.domainValidations.list({}, { signal })) rows.push(row);
  return rows;
}

/** When a certificate that is kept will be renewed; null for all others. */
function renewsFrom({ decision }: Prepared): Date | null {
  if (decision?.act !== "keep" || decision.reason.code !== "serves") return null;
  return decision.reason.renewsFrom;
}

function gapOf(prepared: Prepared, rows: readonly DcvRow[], { clock }: Step): readonly Problem[] {
  const { request, source } = prepared;
  const renewAt = renewsFrom(prepared);
  if (request === null || renewAt === null) return [];
  const names = request.names.filter(({ kind }) => kind === "dns").map(({ value }) => value);
  const gaps = endsBefore(names, rows, { now: clock.now(), renewAt });
  if (gaps.length === 0) return [];
  const listed = gaps.map(({ domain, expires }) => `${domain} on ${expires.slice(0, 10)}`).join(", ");
  const day = renewAt.toISOString().slice(0, 10);
  return [
    {
      severity: "warning",
      summary: `Validations end before this certificate is renewed on ${day}: ${listed}`,
      detail:
        "Validate the domains again before that day (SCM: Domains, Validate), or SCM will refuse the renewal.",
      path: source.path,
    },
  ];
}
