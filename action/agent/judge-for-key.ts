import { makeCsr, type PrivateKey, readCsr, withCommonName } from "../../core/index.ts";
import type { AgentInputs } from "../inputs/agent.ts";
import type { OrderInputs } from "../inputs/order.ts";
import { type CertificateRequest, type Judged, judgeSources } from "../orders/judge-sources.ts";
import type { Tenancy } from "../orders/tenancy.ts";

/** A request for a key of this host, judged like one from a file. */
export function judgeForKey(
  key: PrivateKey,
  { agent, order, name }: { readonly agent: AgentInputs; readonly order: OrderInputs; readonly name: string },
  tenancy: Tenancy,
): Judged {
  const names = withCommonName(agent.commonName, order.subjectAlternativeNames);
  const text = makeCsr({ key, subject: { commonName: agent.commonName }, names });
  const sans = readCsr(text).names.map(({ value }) => value);
  const [judged] = judgeSources(
    [{ name, path: null, text }],
    { ...order, subjectAlternativeNames: sans },
    tenancy,
  );
  // One source, one judgement.
  const { request, ...rest } = judged as Judged;
  const made: CertificateRequest | null = request === null ? null : { ...request, key: "made" };
  return { ...rest, request: made };
}
