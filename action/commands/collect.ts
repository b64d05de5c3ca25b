import {
  collect as collectChain,
  type ScmClient,
  StateError,
  standingOf,
  withoutOrder,
} from "../../core/index.ts";
import { writeCertificate } from "../certificate-files.ts";
import { connect } from "../connect.ts";
import type { ExitCode } from "../exit.ts";
import type { ActionInputs } from "../inputs.ts";
import { noticed } from "../inventory/notice-acts.ts";
import { mapBounded, WIDTH } from "../map-bounded.ts";
import { wasDelivered } from "../orders/first-delivery.ts";
import { type Result, UNDELIVERED } from "../orders/result.ts";
import { problemOf } from "../problem.ts";
import type { Step } from "../step.ts";
import { reportResults } from "./report-results.ts";

/** Collects certificates by their ids; orders nothing. */
export async function collect(inputs: ActionInputs, step: Step): Promise<ExitCode> {
  const { sslIds } = inputs.targets;
  const client = noticed(connect(inputs.connection, step), inputs, step);
  try {
    const results = await mapBounded(sslIds, WIDTH, (sslId) => collectOne(client, sslId, { inputs, step }));
    return await reportResults(results, inputs.order, step);
  } finally {
    await client.close();
  }
}

async function collectOne(
  client: ScmClient,
  sslId: number,
  { inputs, step }: { readonly inputs: ActionInputs; readonly step: Step },
): Promise<Result> {
  const { name } = inputs.files;
  const isOnly = inputs.targets.sslIds.length === 1;
  const nothing = {
    csrPath: null,
    commonName: null,
    status: null,
    chain: null,
    problems: [],
    paths: {},
    ...UNDELIVERED,
  };
  const result: Result = {
    ...nothing,
    name: isOnly && name !== null ? name : String(sslId),
    sslId,
    outcome: "failed",
  };
  try {
    const { status, commonName, serialNumber, comments } = await client.certificates.get(sslId, {
      signal: step.signal,
    });
    const known = { ...result, status, commonName };
    const standing = standingOf(status);
    if (standing === "pending") return { ...known, outcome: "pending" };
    if (standing === "refused" || standing === "revoked") throw notCollectable(sslId, status);
    const chain = await collectChain(client, sslId, { clock: step.clock, signal: step.signal, serialNumber });
    if (chain === null) return { ...known, outcome: "pending" };
    step.log.say(`${commonName ?? sslId}: collected, valid until ${chain.leaf.notAfter.toISOString()}`);
    // Read only: this command writes nothing into SCM.
    const isFirst = async (): Promise<boolean> => !wasDelivered(comments, chain, step.variables);
    const collected = { ...known, chain: withoutOrder(chain), outcome: "collected" } as const;
    return await writeCertificate(collected, inputs.files, { step, isFirst });
  } catch (thrown) {
    return { ...result, problems: [problemOf(thrown)] };
  }
}

function notCollectable(sslId: number, status: string): StateError {
  return new StateError(`collect certificate ${sslId}: it is ${status}`, {
    code: "state.not_collectable",
    hint: "Look in SCM what became of it; order another one with command: enroll.",
  });
}
