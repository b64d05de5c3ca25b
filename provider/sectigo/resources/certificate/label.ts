import { plainText, readCertificatePem, readCsr } from "../../../../core/index.ts";
import type { StoredCertificate } from "./values.ts";

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
