import type { Asn1 } from "node-forge/lib/asn1.js";
import { PkiError } from "../base/errors.ts";
import { quoted } from "../base/text.ts";
import { judgeName } from "./judge-name.ts";
import type { NameKind, San } from "./names.ts";
import { sequence, taggedOctets } from "./write-der.ts";

/** GeneralName's tags of the kinds that can be written, RFC 5280 §4.2.1.6. */
const TAGS: Readonly<Record<Exclude<NameKind, "other">, number>> = { email: 1, dns: 2, uri: 6, ip: 7 };

/**
 * Writes the value of a subjectAltName extension.
 * @param names canonical, so that IDNs are A-labels already
 * @throws PkiError `pki.csr_name`
 */
export function writeAltNames(names: readonly San[]): Asn1 {
  return sequence(...names.map(writeGeneralName));
}

function writeGeneralName({ kind, value }: San): Asn1 {
  if (kind === "other") throw fault(value, "is of a kind that can't be asked for");
  const reason = judgeName(value);
  if (reason !== null) throw fault(value, reason);
  if (kind === "ip") return taggedOctets(TAGS.ip, addressOctets(value));
  // What is left beyond ASCII is not a host name: those have become A-labels.
  if (!/^[\u0020-\u007e]+$/.test(value)) throw fault(value, "holds signs beyond ASCII");
  return taggedOctets(TAGS[kind], Buffer.from(value, "latin1"));
}

/** Four octets, or sixteen from the form of RFC 5952 that canonical addresses have: at most one `::`, no dots. */
function addressOctets(address: string): Buffer {
  if (!address.includes(":")) return Buffer.from(address.split(".").map(Number));
  const [head = [], tail = []] = address
    .split("::")
    .map((half) => half.split(":").filter((group) => group !== ""));
  const zeros = Array.from({ length: 8 - head.length - tail.length }, () => "0");
  const groups = [...head, ...zeros, ...tail];
  return Buffer.from(groups.map((group) => group.padStart(4, "0")).join(""), "hex");
}

function fault(name: string, reason: string): PkiError {
  return new PkiError(`write a certificate request's names: ${quoted(name)} ${reason}`, {
    code: "pki.csr_name",
    hint: "Take the name out or correct it.",
  });
}
