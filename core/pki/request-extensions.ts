import { type DerElement, DerFields, readWhole, TAG } from "./der.ts";
import { oidText } from "./der-values.ts";
import { readExtensions, readIsCa } from "./extensions.ts";
import { readAltNames } from "./general-names.ts";
import type { San } from "./names.ts";
import {
  CHALLENGE_PASSWORD,
  EXTENSION,
  EXTENSION_REQUESTS,
  IGNORED_EXTENSIONS,
  SERVER_AUTH,
} from "./oids.ts";

/** What the attributes of a request ask for. RFC 2986 §4.1, RFC 2985 §5.4. */
export interface RequestedExtensions {
  /** Canonical; empty when none are asked for. */
  readonly names: readonly San[];
  /** Extensions that mean something and that SCM does not take from a request, in words: `OCSP must-staple`. */
  readonly ignored: readonly string[];
  readonly hasChallengePassword: boolean;
  /** Why two readers may take different lists for the one that counts, as an object of "it has"; null when there is one. */
  readonly ambiguity: string | null;
}

/** @param attributes null where a tool has left the set out, against RFC 2986 */
export function readRequestedExtensions(attributes: DerElement | null): RequestedExtensions {
  const found = (attributes?.children ?? []).map(readAttribute);
  const lists = found.filter(({ type }) => EXTENSION_REQUESTS.includes(type)).flatMap(({ values }) => values);
  const extensions = lists[0] === undefined ? new Map<string, Buffer>() : readExtensions(lists[0]);
  const names = extensions.get(EXTENSION.subjectAltName);
  return {
    names: names === undefined ? [] : readAltNames(names),
    ignored: [...extensions].flatMap(([type, value]) => ignoredText(type, value) ?? []),
    hasChallengePassword: found.some(({ type, values }) => type === CHALLENGE_PASSWORD && hasText(values)),
    ambiguity: ambiguityOf(lists),
  };
}

function readAttribute(element: DerElement): { type: string; values: readonly DerElement[] } {
  const fields = new DerFields(element);
  const type = oidText(fields.next(TAG.oid, "an attribute's type"));
  const values = fields.next(TAG.set, "an attribute's value").children;
  fields.end("an attribute");
  return { type, values };
}

function hasText(values: readonly DerElement[]): boolean {
  return values.some(({ value }) => value.length > 0);
}

function ambiguityOf(lists: readonly DerElement[]): string | null {
  if (lists.length > 1) return `${lists.length} lists of requested extensions`;
  const types = (lists[0]?.children ?? []).map(({ children: [type] }) =>
    type === undefined ? "" : oidText(type),
  );
  const twice = types.find((type, at) => types.indexOf(type) !== at);
  return twice === undefined ? null : `the extension ${twice} twice`;
}

/** Null for those that any server certificate has, or that say nothing. */
function ignoredText(type: string, value: Buffer): string | null {
  if (type === EXTENSION.basicConstraints) return readIsCa(value) ? "CA:TRUE (a CA certificate)" : null;
  if (type === EXTENSION.extendedKeyUsage) return otherUsages(value);
  return type in IGNORED_EXTENSIONS ? (IGNORED_EXTENSIONS[type] ?? null) : type;
}

function otherUsages(value: Buffer): string | null {
  const others = readWhole(value)
    .children.map(oidText)
    .filter((usage) => usage !== SERVER_AUTH);
  return others.length === 0 ? null : `extended key usages beside that of a server (${others.join(", ")})`;
}
