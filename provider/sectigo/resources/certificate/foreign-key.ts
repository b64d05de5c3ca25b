import type { CertificateChain } from "../../../../core/index.ts";
import { certificateLabel } from "./label.ts";
import type { StoredCertificate } from "./values.ts";

interface Reading {
  readonly state: StoredCertificate;
  readonly warn: (summary: string, detail: string) => void;
}

/** SCM holds a certificate under this id for a key that is not here, so the pair in state stays as it is. */
export function warnOfForeignKey({ state, warn }: Reading, { leaf }: CertificateChain): void {
  warn(
    `Certificate ${certificateLabel(state)} was replaced in SCM for another key`,
    `SCM holds ${leaf.serialNumber} under its id now. Certificate and key in this state stay as they are, since they belong ` +
      "together. The next apply has it replaced for the key that is here.",
  );
}
