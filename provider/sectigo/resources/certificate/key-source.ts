import {
  type CsrSubject,
  generatePrivateKey,
  makeCsr,
  privateKeyPem,
  RequestError,
  readPrivateKey,
  withCommonName,
} from "../../../../core/index.ts";
import { keySpec } from "../../key-kind.ts";
import { type SubjectArgument, subjectOf } from "./key-arguments.ts";
import type { CertificateConfig } from "./values.ts";

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
export async function signedRequest(config: CertificateConfig, kept: string | null): Promise<SignedRequest> {
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

export function keyMissing(): RequestError {
  return new RequestError("enroll a certificate: nothing says which key it is for", {
    code: "request.csr_pem_missing",
    path: "csr_pem",
    hint: "Set one of csr_pem, private_key_wo (with private_key_wo_version) and private_key; only a certificate that is imported and lives can do without.",
  });
}
