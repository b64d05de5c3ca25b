import { element, explicitTag, objectIdentifier, sequence, setOf, unsignedInteger } from "./der.ts";

/**
 * Certificates-only PKCS#7 (RFC 2315 section 9, "degenerate" SignedData: nothing signed, no signer).
 * @param certificates DER, in the order they shall stand. DER would sort the set; real CAs often don't, and
 *                     clients must not rely on any order, so none is made up here.
 */
export function certificatesOnly(certificates: readonly Buffer[]): Buffer {
  const signedData = sequence(
    unsignedInteger(Buffer.from([1])),
    setOf(),
    sequence(objectIdentifier("1.2.840.113549.1.7.1")),
    element(0xa0, ...certificates),
    setOf(),
  );
  return sequence(objectIdentifier("1.2.840.113549.1.7.2"), explicitTag(0, signedData));
}
