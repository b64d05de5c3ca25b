import {
  type CsrSubject,
  generatePrivateKey,
  judgeKeySpec,
  type KeyTypes,
  makeCsr,
  privateKeyPem,
  RequestError,
  readCsr,
  readPrivateKey,
  sameNames,
  standingOf,
  withCommonName,
} from "../../../../core/index.ts";
import { type Diagnostic, error } from "../../../framework/diagnostics.ts";
import { path } from "../../../framework/path.ts";
import { Unknown } from "../../../framework/value.ts";
import { explain } from "../../explain.ts";
import { isOfKind, isSameKeyKind, keySpec } from "../../key-kind.ts";
import type { SubjectArgument } from "./attributes.ts";
import { readPrivateData } from "./private-data.ts";
import type { ApplyRequest, CertificateConfig, PlannedCertificate, StoredCertificate } from "./state.ts";

/** A request to order with, and the key it was signed with where that is to be kept in state. */
export interface SignedRequest {
  readonly csrPem: string;
  /** Null unless `private_key` asked for one: no other key goes into state. */
  readonly privateKeyPem: string | null;
  /** `given`: the user's own CSR, the same at every run. */
  readonly kind: "given" | "made";
}

/**
 * The request to order with: the user's, or one signed here.
 * @param kept key in state that may sign again, so that another name does not mean another key
 * @throws RequestError `request.key_missing`, `request.common_name_missing`; PkiError for a key that can't be read
 */
async function signedRequest(config: CertificateConfig, kept: string | null): Promise<SignedRequest> {
  const { csr_pem: csrPem, private_key: wished, private_key_wo: given } = config;
  if (csrPem !== null) return { csrPem, privateKeyPem: null, kind: "given" };
  if (wished !== null) {
    const key = kept === null ? await generatePrivateKey(keySpec(wished)) : readPrivateKey(kept);
    return { csrPem: sign(config, key), privateKeyPem: privateKeyPem(key), kind: "made" };
  }
  if (given === null) throw keyMissing();
  return { csrPem: sign(config, readPrivateKey(given)), privateKeyPem: null, kind: "made" };
}

function sign(config: CertificateConfig, key: ReturnType<typeof readPrivateKey>): string {
  const subject = csrSubject(config);
  const names = withCommonName(subject.commonName ?? null, config.subject_alternative_names ?? []);
  return makeCsr({ key, subject, names });
}

/** @throws RequestError when nothing says the common name, which SCM takes from the request and from nowhere else */
function csrSubject({ subject, subject_alternative_names: names }: CertificateConfig): CsrSubject {
  const commonName = commonNameOf(subject, names);
  if (commonName === null) {
    throw new RequestError("sign a certificate request: there is no common name for it", {
      code: "request.common_name_missing",
      path: "subject",
      hint: "Set subject = { common_name = … }; only a single name in subject_alternative_names is taken for it.",
    });
  }
  return { ...(subject && subjectOf(subject)), commonName };
}

/** The common name that a request signed here gets; null when it can't be told. */
export function commonNameOf(
  subject: SubjectArgument | null,
  names: readonly string[] | null,
): string | null {
  const [first, ...others] = names ?? [];
  return subject?.common_name ?? (others.length === 0 ? (first ?? null) : null);
}

function keyMissing(): RequestError {
  return new RequestError("enroll a certificate: nothing says which key it is for", {
    code: "request.csr_pem_missing",
    path: "csr_pem",
    hint: "Set one of csr_pem, private_key_wo (with private_key_wo_version) and private_key; only a certificate that is imported and lives can do without.",
  });
}

/** Of an order to be placed: whether there is a key for it, a name for it, and whether the SCM profile offers its kind. */
export function judgeKeyToMake(
  planned: PlannedCertificate,
  writeOnlyKey: string | Unknown | null,
  keyTypes: KeyTypes | undefined,
): readonly Diagnostic[] {
  if (planned.csr_pem !== null) return [];
  const { private_key: wished, subject, subject_alternative_names: names } = planned;
  if (wished === null && writeOnlyKey === null) return [explain(keyMissing(), null)];
  const offered =
    wished === null || wished instanceof Unknown
      ? []
      : judgeKeySpec(keySpec(wished), keyTypes).map(({ summary, detail }) =>
          error(summary.replace("CSR", "private_key"), detail, path("private_key")),
        );
  if (subject instanceof Unknown || names instanceof Unknown || commonNameOf(subject, names) !== null)
    return offered;
  const detail =
    "SCM takes it from the request. Set subject = { common_name = … }; only a single name in subject_alternative_names is taken for it.";
  return [...offered, error("The certificate has no common name", detail, path("subject"))];
}

/** Members of `subject` by the names that core has for them. */
export const SUBJECT_MEMBERS = {
  commonName: "common_name",
  organization: "organization",
  organizationalUnit: "organizational_unit",
  locality: "locality",
  state: "state",
  country: "country",
} as const satisfies Readonly<Record<keyof CsrSubject, keyof SubjectArgument>>;

export function subjectOf(subject: SubjectArgument): CsrSubject {
  return Object.fromEntries(
    Object.entries(SUBJECT_MEMBERS).map(([field, member]) => [field, subject[member]]),
  );
}

/**
 * The request to order or replace with. As long as no other key or name is asked for, the one that was signed before
 * serves again: a write-only key is another one at every run.
 */
export async function requestFor(request: ApplyRequest, isKeyLost: boolean): Promise<SignedRequest> {
  const { config, prior, private: data } = request;
  const isFresh = prior === null || isKeyLost || standingOf(prior.status ?? "Issued") === "revoked";
  const { madeCsr, newKey } = readPrivateData(data);
  if (isFresh || !isSameKind(config, prior, madeCsr)) return signedRequest(config, null);
  const key = newKey ?? prior.private_key_pem;
  if (config.csr_pem === null && madeCsr !== null && hasSameName(config, madeCsr))
    return { csrPem: madeCsr, privateKeyPem: key, kind: "made" };
  return signedRequest(config, key);
}

function isSameKind(
  config: ApplyRequest["config"],
  prior: StoredCertificate,
  madeCsr: string | null,
): boolean {
  const { private_key: wanted } = config;
  if (config.private_key_wo_version !== prior.private_key_wo_version) return false;
  if (isSameKeyKind(wanted, prior.private_key)) return true;
  if (wanted === null || prior.private_key === null || madeCsr === null) return false;
  return isOfKind(wanted, readCsr(madeCsr).publicKey);
}

/** The names of an order are not those of its request, but for the common name. */
function hasSameName(
  { subject, subject_alternative_names: names }: ApplyRequest["config"],
  csrPem: string,
): boolean {
  const { commonName } = readCsr(csrPem);
  const wished = commonNameOf(subject, names);
  return wished === null || (commonName !== null && sameNames([wished], [commonName]));
}
