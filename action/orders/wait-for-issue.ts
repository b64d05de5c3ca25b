import { awaitIssued, ContractError, type IssueOutcome, sameKey } from "../../core/index.ts";
import type { Problem } from "../problem.ts";
import type { Desk } from "./desk.ts";
import { healLostKey } from "./heal-lost-key.ts";
import type { Ordered } from "./ordered.ts";
import { type Result, resultOf } from "./result.ts";
import { nameOf, type Wanted } from "./wanted.ts";

/** Waits until an order is issued or the time is over, with a line for each change of its state. */
export async function waitForIssue(desk: Desk, wanted: Wanted, ordered: Ordered): Promise<Result> {
  const { client, step, deadline, inputs } = desk;
  const { sslId, outcome, formerSerial, problems } = ordered;
  const issue = await awaitIssued(client, sslId, {
    ...{ clock: step.clock, signal: step.signal, deadline, formerSerial },
    preferredChain: inputs.preferredChain,
    // A key made here may be another than that of the order which is taken over.
    csrPem: wanted.key === "given" ? wanted.csr.pem : null,
    onStatus: sayChanges(desk, wanted),
  });
  const { status } = issue;
  if (issue.kind === "issued") {
    const { chain } = issue;
    if (sameKey(chain.leaf.publicKey, wanted.csr.publicKey))
      return resultOf(wanted, { outcome, sslId, status, chain, problems });
    if (formerSerial !== null || wanted.key === "given") throw otherKey(sslId);
    return waitForIssue(desk, wanted, await healLostKey(desk, wanted, { sslId, chain, problems }));
  }
  if (issue.kind === "pending") return resultOf(wanted, { outcome: "pending", sslId, status, problems });
  return resultOf(wanted, {
    outcome: "failed",
    sslId,
    status,
    problems: [...problems, refusal(issue, wanted)],
  });
}

function sayChanges({ step }: Desk, wanted: Wanted): (status: string) => void {
  let last = "";
  return (status) => {
    if (status !== last) step.log.say(`${nameOf(wanted)}: ${status}`);
    last = status;
  };
}

function otherKey(sslId: number): ContractError {
  return new ContractError(`collect certificate ${sslId}: it is for another key than the one on this host`, {
    code: "contract.other_key",
    hint: "Look in SCM whether it was replaced there; don't use it with this key.",
  });
}

type Refused = Exclude<IssueOutcome, { kind: "issued" | "pending" }>;

function refusal({ sslId, status, kind }: Refused, { source }: Wanted): Problem {
  const why = kind === "refused" ? "Its comments in SCM may say why." : "";
  return {
    severity: "error",
    summary: `Certificate ${sslId} is ${status}`,
    detail:
      `${why} Mend the cause (CSR, names, validation), or have it approved in SCM, then run again.`.trim(),
    path: source.path,
  };
}
