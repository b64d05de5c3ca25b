import { awaitIssued, type IssueOutcome } from "../../core/index.ts";
import type { Problem } from "../problem.ts";
import type { Desk } from "./desk.ts";
import { type Outcome, type Result, resultOf } from "./result.ts";
import { nameOf, type Wanted } from "./wanted.ts";

/** An order that stands, by this run or one before; what is left is to wait. */
export interface Ordered {
  readonly sslId: number;
  readonly outcome: Extract<Outcome, "enrolled" | "renewed" | "replaced">;
  /** Of the certificate that is replaced under the same id. */
  readonly formerSerial: string | null;
  readonly problems: readonly Problem[];
}

/** Waits until an order is issued or the time is over, with a line for each change of its state. */
export async function waitForIssue(desk: Desk, wanted: Wanted, ordered: Ordered): Promise<Result> {
  const { client, step, deadline } = desk;
  const { sslId, outcome, formerSerial, problems } = ordered;
  const issue = await awaitIssued(client, sslId, {
    ...{ clock: step.clock, signal: step.signal, deadline, formerSerial, csrPem: wanted.csr.pem },
    onStatus: sayChanges(desk, wanted),
  });
  const { status } = issue;
  if (issue.kind === "issued")
    return resultOf(wanted, { outcome, sslId, status, chain: issue.chain, problems });
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
