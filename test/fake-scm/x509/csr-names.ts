import { childAt, childrenOf, type Element, readElement, readObjectIdentifier } from "./der.ts";

const EXTENSION_REQUEST = "1.2.840.113549.1.9.14";
const SUBJECT_ALT_NAME = "2.5.29.17";

/**
 * DNS names that a CSR asks for by its extension (RFC 2986 section 4.1, RFC 5280 section 4.2.1.6), lower case. SCM's own
 * calls take none from there; ACME takes nothing else.
 * @param der of a CSR that was read before
 */
export function csrDnsNames(der: Buffer): string[] {
  const info = childAt(readElement(der), 0, 0x30);
  const attributes = childrenOf(info).find(({ tag }) => tag === 0xa0);
  const names = attributes && altNames(attributes);
  if (!names) return [];
  return childrenOf(names)
    .filter(({ tag }) => tag === 0x82)
    .map(({ content }) => content.toString("latin1").toLowerCase());
}

function altNames(attributes: Element): Element | undefined {
  const requests = childrenOf(attributes).find((one) => oidOf(one) === EXTENSION_REQUEST);
  if (!requests) return undefined;
  const extensions = childrenOf(childAt(childAt(requests, 1, 0x31), 0, 0x30));
  const wanted = extensions.find((one) => oidOf(one) === SUBJECT_ALT_NAME);
  const value = wanted && childrenOf(wanted).at(-1);
  return value && readElement(value.content);
}

function oidOf(parent: Element): string {
  return readObjectIdentifier(childAt(parent, 0, 0x06));
}
