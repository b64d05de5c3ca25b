import { type DcvRow, endsBefore, type ScmClient } from "../../core/index.ts";
import type { OrderInputs } from "../inputs/order.ts";
import type { Problem } from "../problem.ts";
import type { Step } from "../step.ts";
import type { Prepared } from "./prepared.ts";
import { ifAllowed } from "./tenancy.ts";

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
