import type { Certificate } from "./certificate.ts";
import type { CertificateChain } from "./chain.ts";
import { PKCS7_DATA, SIGNED_DATA } from "./oids.ts";
import { writePem } from "./pem.ts";
import { encode, encoded, integer, oid, sequence, setOf, sorted, tagged } from "./write-der.ts";

/**
 * Packs a certificate with its chain into a PKCS#7 file without a signer (`.p7b`): what Windows and Java import.
 * The root stays out, as in a full chain: who trusts it has it.
 * @returns PEM with the label `PKCS7`
 * Source: RFC 5652 §3 and §5.1; RFC 2315 §9.1 for version 1 and the case without signers; RFC 7468 §8.
 */
export function pkcs7Pem({ leaf, intermediates }: CertificateChain): string {
  const certificates: readonly Certificate[] = [leaf, ...intermediates];
  const signedData = sequence(
    integer(1),
    setOf(),
    sequence(oid(PKCS7_DATA)),
    // IMPLICIT SET OF, so in the order of octets.
    tagged(0, ...sorted(certificates.map(({ der }) => encoded(der)))),
    setOf(),
  );
  return writePem("PKCS7", encode(sequence(oid(SIGNED_DATA), tagged(0, signedData))));
}
