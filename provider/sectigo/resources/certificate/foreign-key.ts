import {
  type CertificateChain,
  type CertificateDetails,
  plainText,
  readComments,
} from "../../../../core/index.ts";
import type { PrivateData } from "../../../framework/private.ts";
import { readKept } from "./kept.ts";
import { certificateLabel } from "./label.ts";
import type { StoredCertificate } from "./values.ts";

/** Who has taken the certificate over since: SCM's comments carry another claim than ours. Null: nobody, or it is not known. */
export function otherOwner({ comments }: CertificateDetails, data: PrivateData): string | null {
  const claim = readComments(comments).tag?.nonce ?? null;
  const { nonce } = readKept(data);
  return claim === null || typeof nonce !== "string" || claim === nonce ? null : claim;
}

interface Foreign {
  readonly chain: CertificateChain;
  readonly owner: string | null;
}

/** SCM holds a certificate under this id for a key that is not here, so the pair in state stays as it is. */
export function warnOfForeignKey(
  {
    state,
    warn,
  }: { readonly state: StoredCertificate; readonly warn: (summary: string, detail: string) => void },
  { chain, owner }: Foreign,
): void {
  const { serialNumber } = chain.leaf;
  const kept = "Certificate and key in this state stay as they are, since they belong together.";
  if (owner === null) {
    warn(
      `Certificate ${certificateLabel(state)} was replaced in SCM for another key`,
      `SCM holds ${serialNumber} under its id now. ${kept} The next apply has it replaced for the key that is here.`,
    );
    return;
  }
  warn(
    `Certificate ${certificateLabel(state)} was taken over by another state`,
    `SCM's comments carry its claim ${plainText(owner)}, and ${serialNumber} is for its key. ${kept} Two configurations of ` +
      "one scope order the same certificate: give this one an order_key or an order_scope of its own, which orders another.",
  );
}
