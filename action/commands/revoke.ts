import { beyondLimit, ConfigError, REVOCATION_REASONS, runUrl, type ScmClient } from "../../core/index.ts";
import { connect } from "../connect.ts";
import type { ExitCode } from "../exit.ts";
import type { TargetInputs } from "../inputs/targets.ts";
import type { ActionInputs } from "../inputs.ts";
import { noticed } from "../inventory/notice-acts.ts";
import { mapBounded, WIDTH } from "../map-bounded.ts";
import { type Result, UNDELIVERED } from "../orders/result.ts";
import { problemOf } from "../problem.ts";
import type { Step } from "../step.ts";
import { reportResults } from "./report-results.ts";

/** Revokes certificates by their ids. One that is revoked already counts as done. */
export async function revoke(inputs: ActionInputs, step: Step): Promise<ExitCode> {
  const { targets } = inputs;
  refuseTargets(targets);
  const client = noticed(connect(inputs.connection, step), inputs, step);
  try {
    const results = await mapBounded(targets.sslIds, WIDTH, (sslId) =>
      revokeOne(client, sslId, { targets, step }),
    );
    return await reportResults(results, inputs.order, step);
  } finally {
    await client.close();
  }
}

function refuseTargets({ sslIds, maxRevocations }: TargetInputs): void {
  const over = beyondLimit(sslIds.map(String), maxRevocations);
  if (over === null) return;
  throw new ConfigError(
    `revoke ${over.number} certificates: max-revocations allows ${over.limit} in one run`,
    {
      code: "config.max_revocations",
      path: "max-revocations",
      hint: "Nothing was revoked. If all are meant, raise max-revocations; a revocation can't be taken back.",
    },
  );
}

async function revokeOne(
  client: ScmClient,
  sslId: number,
  { targets, step }: { readonly targets: TargetInputs; readonly step: Step },
): Promise<Result> {
  const { reason, reasonText } = targets;
  const known = {
    name: String(sslId),
    csrPath: null,
    commonName: null,
    chain: null,
    paths: {},
    sslId,
    ...UNDELIVERED,
  };
  const origin = runUrl(step.variables);
  const revocation = {
    reasonCode: REVOCATION_REASONS[reason],
    reason: reasonText ?? `Revoked by a workflow${origin === null ? "" : `, ${origin}`}`,
  };
  try {
    const { outcome } = await client.certificates.revoke(sslId, revocation, { signal: step.signal });
    step.log.say(`${sslId}: ${outcome === "revoked" ? `revoked, ${reason}` : "was revoked already"}`);
    return { ...known, outcome: "revoked", status: "Revoked", problems: [] };
  } catch (thrown) {
    return { ...known, outcome: "failed", status: null, problems: [problemOf(thrown)] };
  }
}
