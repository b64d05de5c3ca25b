import { readCertificatesPem } from "../../../../core/index.ts";
import { Decimal } from "../../../framework/decimal.ts";
import type { Move } from "../../../framework/move-state.ts";
import type { RawState, RawValue } from "../../../framework/raw-state.ts";

/**
 * `sectigo_ssl_certificate` of Sectigo's own provider, which is installed by hand under any address. Its id in SCM says all;
 * the read that follows fills in the rest, and looks whether the key is the certificate's.
 * Source: the schema of that provider, as its documentation describes it.
 */
const fromSslCertificate: Move = {
  ...anywhere("sectigo_ssl_certificate"),
  state: ({ ssl_id, csr_params }) => {
    const id = idOf(ssl_id);
    if (id === null) return null;
    const key = keyOf(csr_params);
    // Said as it will be configured, so that no other key is made in its place.
    const kept = {
      private_key_pem: key,
      private_key: { algorithm: null, rsa_bits: null, ecdsa_curve: null },
    };
    return { ssl_id: id, ...(key !== null && kept) };
  },
};

/** What other providers hold has no id of SCM's in it, but a certificate, whose serial number SCM knows. */
const others: readonly Move[] = [
  {
    ...anywhere("venafi_certificate"),
    refuse: ({ certificate }) => bySerial("venafi_certificate", certificate),
  },
  {
    ...anywhere("acme_certificate"),
    refuse: (source) => bySerial("acme_certificate", source.certificate_pem),
  },
  { ...anywhere("sectigo_certificate"), refuse: () => VERSION_2 },
];

export const certificateMoves: readonly Move[] = [fromSslCertificate, ...others];

function anywhere(type: string) {
  return { provider: null, type, schemaVersion: null } as const;
}

function idOf(value: RawValue | undefined): number | null {
  const number = value instanceof Decimal || typeof value === "string" ? Number(String(value)) : value;
  return typeof number === "number" && Number.isSafeInteger(number) && number >= 1 ? number : null;
}

/** An object, or a block of which there is one. */
function keyOf(parameters: RawValue | undefined): string | null {
  const one = Array.isArray(parameters) ? parameters[0] : parameters;
  if (typeof one !== "object" || one === null || one instanceof Decimal || Array.isArray(one)) return null;
  const key = (one as RawState).private_key_pem; // neither a number nor a list: an object
  return typeof key === "string" && key !== "" ? key : null;
}

function bySerial(type: string, pem: RawValue | undefined): string {
  const serial = typeof pem === "string" ? serialOf(pem) : null;
  return (
    `The state of ${type} holds no id of SCM's. If SCM issued the certificate, remove the moved block, take the old resource ` +
    "out of state with a removed block or `state rm`, so that nothing revokes it, and import the certificate by its " +
    `serial number: import { to = sectigo_certificate.…, id = "serial:${serial ?? "…"}" }. Nothing is ordered by that.`
  );
}

function serialOf(pem: string): string | null {
  try {
    return readCertificatesPem(pem)[0]?.serialNumber ?? null;
  } catch {
    // The message does without the number; that the text can't be read is not a reason to say less.
    return null;
  }
}

/** Members that version 2 of Sectigo's own provider writes, and this one never did. */
const THEIRS = ["base_url", "orgid", "cert_file_path", "cert_file_name", "cert_validity"];

const VERSION_2 =
  "It was written by version 2 of Sectigo's own provider, whose sectigo_certificate has only its name in common with this " +
  "one, and it holds no id of SCM's. Take it out of state (`state rm`, which revokes nothing), and import the certificate by " +
  "its serial number, which `openssl x509 -noout -serial -in` shows of the file at cert_file_path: " +
  'import { to = sectigo_certificate.…, id = "serial:…" }. Nothing is ordered by that.';

/** One of these stands in every state of ours: what it is, or what it was ordered with. */
const OURS = ["ssl_id", "serial_number", "profile", "organization_id", "scm_profile_id"];

/**
 * A state that `state replace-provider` brought here. Terraform takes out what our schema does not have before it asks, so
 * that often nothing is left: read as ours it would be enrolled anew.
 * Source: hashicorp/terraform 1.11, internal/terraform/upgrade_resource_state.go, stripRemovedStateAttributes.
 */
export function foreignState(raw: RawState): string | null {
  const isTheirs = THEIRS.some((name) => Object.hasOwn(raw, name));
  return isTheirs || OURS.every((name) => (raw[name] ?? null) === null) ? VERSION_2 : null;
}
