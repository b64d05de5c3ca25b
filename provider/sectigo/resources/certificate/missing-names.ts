import { type CertificateDetails, namesMissing, readCsr, withCommonName } from "../../../../core/index.ts";
import { type Diagnostic, warning } from "../../../framework/diagnostics.ts";
import { path } from "../../../framework/path.ts";
import type { PrivateData } from "../../../framework/private.ts";
import { requestOf, writeMissing } from "./compare.ts";
import { certificateLabel } from "./label.ts";
import { tellMismatch } from "./mismatch-words.ts";
import { readPrivateData } from "./private-data.ts";
import type { PlannedCertificate, StoredCertificate } from "./values.ts";

interface Asking {
  readonly prior: StoredCertificate | null;
  readonly private: PrivateData;
}

/** Said in every plan until it is accepted: the certificate lacks names that were ordered. */
export function warnOfMissingNames(
  { prior, private: data }: Asking,
  { on_mismatch: accepted }: PlannedCertificate,
): readonly Diagnostic[] {
  const { missingNames } = readPrivateData(data);
  if (prior === null || missingNames === null || accepted === "accept") return [];
  const { summary, detail } = tellMismatch({ code: "names_missing", names: missingNames.split(", ") });
  const at = path("subject_alternative_names");
  return [warning(`Certificate ${certificateLabel(prior)} ${summary}`, detail, at)];
}

/** After an import the record is all that says what was ordered. */
export function noteMissing(
  { commonName, subjectAlternativeNames }: CertificateDetails,
  { names }: StoredCertificate,
  data: PrivateData,
): void {
  if (names === null) return;
  const lacking = namesMissing(withCommonName(commonName, subjectAlternativeNames), names);
  writeMissing(
    data,
    lacking.map(({ value }) => value),
  );
}

/** Forgets names that are no longer asked for. */
export function forgetUnasked(state: StoredCertificate, data: PrivateData): void {
  const { missingNames } = readPrivateData(data);
  if (missingNames === null) return;
  const request = requestOf(state, data);
  const commonName = request === null ? null : readCsr(request).commonName;
  const asked = withCommonName(commonName, state.subject_alternative_names ?? []);
  const names = missingNames.split(", ").filter((name) => namesMissing([name], asked).length === 0);
  writeMissing(data, names);
}
