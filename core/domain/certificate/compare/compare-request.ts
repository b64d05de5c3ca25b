import { PkiError } from "../../../base/errors.ts";
import type { Certificate } from "../../../pki/certificate.ts";
import { type Csr, readCsr } from "../../../pki/csr.ts";
import { namesMissing, sameNames, withCommonName } from "../../../pki/names.ts";
import { sameKey } from "../../../pki/public-key.ts";

/** Whether two texts are one request for all that SCM looks at: white space, comments and a new signature are not a change. */
export function sameRequest(a: string, b: string): boolean {
  if (withoutSpace(a) === withoutSpace(b)) return true;
  const [left, right] = [tryRead(a), tryRead(b)];
  if (left === null || right === null) return false;
  return (
    sameKey(left.publicKey, right.publicKey) &&
    left.subject === right.subject &&
    left.signatureHash === right.signatureHash &&
    sameNames(left.names, right.names)
  );
}

/** What makes a request one for another certificate than this; null when it could be the one it was issued for. */
export function differenceOfRequest(leaf: Certificate, csr: Csr): string | null {
  if (!sameKey(csr.publicKey, leaf.publicKey)) return "its key is not the certificate's";
  // Names in the request's extension do not count: SCM takes the common name from a request and nothing else.
  const names = withCommonName(leaf.subject.commonName, leaf.names);
  const [lost] = namesMissing(withCommonName(csr.commonName, []), names);
  return lost === undefined ? null : `its common name ${lost.value} is not in the certificate`;
}

function tryRead(pem: string): Csr | null {
  try {
    return readCsr(pem);
  } catch (error) {
    // Validation says what is wrong with it; here it is only unlike any other.
    if (error instanceof PkiError) return null;
    throw error;
  }
}

function withoutSpace(pem: string): string {
  return pem.replace(/\s+/g, "");
}
