import type { WaitOptions } from "../../base/deadline.ts";
import { jsonDecoder, noContent } from "../answer.ts";
import type { Caller } from "../caller.ts";
import { type ImportResult, importResults } from "../schemas/certificate-actions.ts";
import type { RevocationReasonCode } from "./certificate-decisions.ts";
import { type ImportItem, importItem } from "./certificate-extras.ts";

/** Code signing certificates: SCM's REST keeps book of them and no more. */
export interface CodeSigningCertificates {
  import(items: readonly ImportItem[], options?: WaitOptions): Promise<readonly ImportResult[]>;
  /** Bookkeeping only: the CA is not told. */
  markRevoked(
    reference: { readonly serialNumber: string; readonly issuer: string },
    revocation: { readonly reasonCode: RevocationReasonCode; readonly revokedAt: Date },
    options?: WaitOptions,
  ): Promise<void>;
}

const decodeResults = jsonDecoder(importResults);

export function codeSigningCertificates(caller: Caller): CodeSigningCertificates {
  return {
    import: (items, options) =>
      caller.run(
        {
          call: "POST cscert/import",
          what: `import ${items.length} code signing certificates`,
          body: items.map(importItem),
          decode: decodeResults,
        },
        options,
      ),
    async markRevoked(reference, { reasonCode, revokedAt }, options) {
      const body = { ...reference, revokeDate: revokedAt.toISOString(), reasonCode };
      const what = "mark a code signing certificate as revoked";
      await caller.run({ call: "POST cscert/revoke/manual", what, body, decode: noContent }, options);
    },
  };
}
