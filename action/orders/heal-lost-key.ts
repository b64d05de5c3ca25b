import { replaceOnce } from "../../core/index.ts";
import type { Desk } from "./desk.ts";
import type { Ordered } from "./ordered.ts";
import type { Result } from "./result.ts";
import { nameOf, type Wanted } from "./wanted.ts";

/**
 * A run that ended early took the key that it had made with it. Its order is taken over, not repeated: SCM reissues the
 * certificate under the same id for the key that is here.
 */
export async function healLostKey(
  { client, context, step }: Desk,
  wanted: Wanted,
  { sslId, chain, problems }: Pick<Result, "chain" | "problems"> & { readonly sslId: number },
): Promise<Ordered> {
  step.log.say(
    `${nameOf(wanted)}: ${sslId} is for a key that is lost, and is replaced for the one that is here`,
  );
  const { formerSerial } = await replaceOnce(
    client,
    {
      sslId,
      serialNumber: chain?.leaf.serialNumber ?? null,
      csrPem: wanted.csr.pem,
      subjectAlternativeNames: wanted.order.subjectAlternativeNames,
      reason: "The key of the interrupted order is lost",
    },
    context,
  );
  return { sslId, outcome: "enrolled", formerSerial, problems };
}
