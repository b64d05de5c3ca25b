import {
  normalizeSerial,
  PkiError,
  privateKeyPem,
  quoted,
  RequestError,
  readCertificatePem,
  readCertificatesPem,
  readPrivateKey,
  sameKey,
} from "../../../../core/index.ts";
import { integer, string } from "../../../framework/attribute.ts";
import { Decimal } from "../../../framework/decimal.ts";
import type { Identity } from "../../../framework/identity.ts";
import type { Move } from "../../../framework/move-state.ts";
import type { RawState, RawValue } from "../../../framework/raw-state.ts";
import type { Operation } from "../../../framework/resource.ts";
import type { CertificateAttributes } from "./attributes.ts";
import type { StoredCertificate } from "./state.ts";

const attributes = {
  ssl_id: integer({ is: "optional", doc: "SCM's id of the certificate (sslId). This or `certificate_pem`." }),
  certificate_pem: string({
    is: "optional",
    doc: "For an import only: the certificate, PEM, which is found in SCM by its serial number.",
  }),
} as const;

/** One number tells certificates of an account apart. It is another one after a renewal: the resource lives on, its certificate does not. */
export const certificateIdentity: Identity<CertificateAttributes, typeof attributes> = {
  version: 0,
  attributes,
  mayChange: true,
  of: ({ ssl_id }) => (ssl_id === null ? null : { ssl_id, certificate_pem: null }),
  find: ({ ssl_id, certificate_pem: pem }) => {
    if (ssl_id !== null && pem === null) {
      if (idOf(ssl_id) === null) throw wrongIdentity(`the ssl_id ${ssl_id}`, "Ids of SCM begin at 1.");
      return { ssl_id };
    }
    if (ssl_id === null && pem !== null) return { serial_number: readCertificatePem(pem).serialNumber };
    const given = pem === null ? "neither ssl_id nor certificate_pem" : "both ssl_id and certificate_pem";
    throw wrongIdentity(given, "Give one of them.");
  },
};

function wrongIdentity(has: string, hint: string): RequestError {
  return new RequestError(`import a certificate: its identity has ${has}`, {
    ...{ code: "request.import_identity", hint },
  });
}

/** How the read that follows an import or a move speaks of a certificate that SCM does not show. */
export const IMPORT = {
  what: "import certificate",
  hint:
    "Check the id, and which organizations this administrator may see: SCM does not tell what is gone from what it hides. " +
    "Its serial number will do instead of the id.",
};

/** Colons, or too many digits for an id of SCM's. */
const PLAIN_SERIAL = /^(?:[0-9a-f]{1,2}(?::[0-9a-f]{1,2})+|(?=.*[a-f])[0-9a-f]{16,40}|[0-9a-f]{20,40})$/i;

/**
 * `terraform import sectigo_certificate.x 12345`: SCM's id of the certificate; or its serial number, with or without colons
 * and `serial:` before it (`serial=`, as openssl prints it), which the read that follows looks up.
 * @throws RequestError naming the forms that are expected
 */
export function importId(given: string): { readonly ssl_id: number } | { readonly serial_number: string } {
  const id = given.trim();
  if (/^[1-9]\d{0,14}$/.test(id)) return { ssl_id: Number(id) };
  if (PLAIN_SERIAL.test(id)) return { serial_number: normalizeSerial(id) };
  const [, serial] = /^serial[:=]\s*((?:[0-9a-f]{1,2}[:\s]?)+)$/i.exec(id) ?? [];
  if (serial !== undefined) return { serial_number: normalizeSerial(serial) };
  throw new RequestError(
    `import a certificate: ${quoted(given)} is neither an SCM certificate id nor a serial number`,
    {
      code: "request.import_id",
      hint:
        "Give its sslId as digits, for example 12345 (SCM shows it in the certificate's details, and its REST API calls it " +
        "sslId), or its serial number, for example serial:4F0A77.",
    },
  );
}

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
    `serial number:${importBlock(serial)}`
  );
}

/** On lines of its own: on one line HCL takes a single argument. What the import leaves to its user stands behind it. */
function importBlock(serial: string | null): string {
  return (
    `\n\n  import {\n    to = sectigo_certificate.NAME\n    id = "serial:${serial ?? "…"}"\n  }\n\n` +
    "An import orders nothing and brings no key. Give your key as private_key_wo or your request as csr_pem: with " +
    "private_key the certificate is reissued for a key that is made here."
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
  `its serial number, which \`openssl x509 -noout -serial -in\` shows of the file at cert_file_path:${importBlock(null)}`;

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

/**
 * A key that another provider's state brought along stays if it is the certificate's; else a user who installs the two would
 * install what does not fit. The first read tells, since only it has both. Where there is no certificate yet, or it can't be
 * had, the key stays too: the state may hold its only copy, and `key_matches` judges it later.
 */
export function movedKey(
  { private_key_pem: key, ssl_id }: StoredCertificate,
  pem: string | null,
  warn: Operation<unknown>["warn"],
): Pick<StoredCertificate, "private_key" | "private_key_pem"> | null {
  if (key === null) return null;
  const kept = keptKey(key, pem);
  if (kept === null) {
    warn(
      `Certificate ${ssl_id}: the private key of the state before is left out`,
      "It is not this certificate's key, or can't be read. Find the key that is, or have the certificate replaced for another one.",
    );
    return { private_key: null, private_key_pem: null };
  }
  if (pem === null)
    warn(
      `Certificate ${ssl_id}: the private key of the state before is kept, and not compared yet`,
      "SCM does not give the certificate yet. As soon as it does, key_matches says whether the key is the certificate's.",
    );
  return { private_key: MADE, private_key_pem: kept };
}

const MADE = { algorithm: null, rsa_bits: null, ecdsa_curve: null };

/** Null: not a key, or not that of the certificate. */
function keptKey(key: string, pem: string | null): string | null {
  try {
    const read = readPrivateKey(key);
    const isOther = pem !== null && !sameKey(read.publicKey, readCertificatePem(pem).publicKey);
    return isOther ? null : privateKeyPem(read);
  } catch (thrown) {
    if (thrown instanceof PkiError) return null;
    throw thrown;
  }
}
