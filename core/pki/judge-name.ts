import { isIP } from "node:net";
import { domainToASCII } from "node:url";
import { quoted } from "../base/text.ts";
import { canonicalDns, readSan } from "./names.ts";

const LONGEST_DNS = 253; // RFC 1035 §2.3.4: 255 octets on the wire, less the two that text does not show
const LONGEST_LABEL = 63;
// Underscores are refused for public trust but used inside companies; SCM's profile decides, not we.
const LABEL = /^[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?$/;

/**
 * Says why a text can't be a name in a server certificate: as the end of a sentence that begins with the name.
 * Judges form only: who owns a domain, and which kinds a profile offers, only SCM knows.
 * @returns null when the name is fine
 * Source: RFC 5280 §4.2.1.6, RFC 1123 §2.1, RFC 6125 §6.4.3 (a wildcard is the whole leftmost label).
 */
export function judgeName(text: string): string | null {
  if (text.trim() === "") return "is empty";
  if (/[\s,;]/.test(text.trim())) return "holds a blank, comma or semicolon; give one name each";
  const san = readSan(text);
  switch (san.kind) {
    case "ip":
      return san.value.includes("%") ? "has a zone, which certificates can't carry" : null;
    case "uri":
      return /^(?:https?|ftp|wss?):/.test(san.value) ? "is a web address; give its host name alone" : null;
    case "email": {
      const at = san.value.lastIndexOf("@");
      return at < 1 ? "is not a mail address" : judgeDns(san.value.slice(at + 1));
    }
    default:
      return judgeDns(san.value);
  }
}

/** The same for a name that must be a DNS name, wildcard allowed. */
function judgeDns(text: string): string | null {
  const name = canonicalDns(text);
  if (name.length > LONGEST_DNS) return `is ${name.length} characters long; ${LONGEST_DNS} is the most`;
  if (name.includes(":")) return "holds a colon; give the name without a port";
  if (name.includes("/")) return "holds a slash; address ranges and paths can't be certified";
  if (/^[\d.]+$/.test(name) && isIP(name) === 0) return "looks like an IP address but is none";
  const labels = name.split(".");
  const [leftmost = "", ...others] = labels;
  if (others.some((label) => label.includes("*"))) return "has a wildcard that is not its leftmost label";
  if (leftmost.includes("*") && leftmost !== "*") return "has a wildcard that is only part of a label";
  if (leftmost === "*" && others.length === 0) return "is a wildcard without a domain";
  for (const label of leftmost === "*" ? others : labels) {
    const reason = judgeLabel(label);
    if (reason !== null) return reason;
  }
  return null;
}

function judgeLabel(label: string): string | null {
  if (label === "") return "has two dots in a row or begins with one";
  if (label.length > LONGEST_LABEL)
    return `has a label of ${label.length} characters; ${LONGEST_LABEL} is the most`;
  if (!LABEL.test(label))
    return `has the label ${quoted(label)}, which is not letters, digits and inner hyphens`;
  // Punycode that decodes to nothing: a CA refuses it, and browsers show it as a phishing attempt.
  if (label.startsWith("xn--") && domainToASCII(label) === "")
    return `has the label ${quoted(label)}, which is not a valid IDN`;
  return null;
}
