import { plainText, readCertificatePem, readCsr } from "../../../../core/index.ts";
import { Unknown } from "../../../framework/value.ts";
import type { PlannedCertificate, StoredCertificate } from "./values.ts";

type Named = Pick<PlannedCertificate, "csr_pem" | "subject" | "subject_alternative_names">;

/** For messages: the name people know, and the numbers that SCM finds it by. */
export function certificateLabel(state: StoredCertificate): string {
  const name = nameOf(state);
  const numbers = [
    `ssl_id ${state.ssl_id}`,
    ...(state.serial_number === null ? [] : [`serial ${state.serial_number}`]),
  ].join(", ");
  return name === null ? numbers : `${plainText(name)} (${numbers})`;
}

function nameOf({
  certificate_pem,
  csr_pem,
  subject_alternative_names: names,
}: StoredCertificate): string | null {
  const ofCertificate =
    certificate_pem === null ? null : readCertificatePem(certificate_pem).subject.commonName;
  const ofRequest = csr_pem === null ? null : readCsr(csr_pem).commonName;
  return ofCertificate ?? ofRequest ?? names?.[0] ?? null;
}

/** The same of a certificate that is not ordered yet. */
export function plannedLabel({ csr_pem: csr, subject, subject_alternative_names: names }: Named): string {
  const requested = typeof csr === "string" ? readCsr(csr).commonName : null;
  const wished = subject instanceof Unknown ? null : (subject?.common_name ?? null);
  const name = requested ?? wished ?? (names instanceof Unknown ? null : names?.[0]) ?? null;
  return name === null ? "A new certificate" : `A new certificate for ${plainText(name)}`;
}
