import * as tls from "node:tls";
import { ConfigError, PkiError } from "../base/errors.ts";
import { readCertificatesPem } from "../pki/certificate.ts";

/** Certificate and key to show, and authorities to trust beside the runtime's own. All PEM. */
export interface TlsParts {
  readonly cert?: string | undefined;
  readonly key?: string | undefined;
  readonly ca?: string | undefined;
}

/**
 * What the runtime trusts: its own list, the system's where the runtime was told to look there, and
 * `NODE_EXTRA_CA_CERTS`. Older releases of Node can only name the first.
 */
function usualAuthorities(): readonly string[] {
  return tls.getCACertificates?.("default") ?? tls.rootCertificates;
}

/**
 * The parts for connections to one place; null where the runtime's own ways serve. A list of authorities stands in the
 * runtime's place and not beside it, so the usual ones are always in it. Made once: it takes 10 to 70 ms.
 */
export function secureContextOf({ cert, key, ca }: TlsParts): tls.SecureContext | null {
  if (cert === undefined && ca === undefined) return null;
  return tls.createSecureContext({
    ...(cert === undefined ? {} : { cert, key }),
    ...(ca === undefined ? {} : { ca: [...usualAuthorities(), ca] }),
  });
}

/**
 * Authorities as the runtime reads them: Node passes over blocks that our reader takes, as those that stand on one line
 * with their neighbour.
 * @param path our name of the setting
 * @throws ConfigError `config.authorities` when no certificate is in it
 */
export function readAuthorities(path: string, pem: string): string {
  const found = certificatesIn(pem);
  if (found.length > 0) return found.join("");
  throw new ConfigError(`read ${path}: it holds no certificate`, {
    code: "config.authorities",
    path,
    hint: "Give certificates of authorities as PEM, one after the other.",
  });
}

/** One PEM text for each; none when a block can't be read. */
export function certificatesIn(pem: string): readonly string[] {
  try {
    return readCertificatesPem(pem).map((certificate) => certificate.pem);
  } catch (thrown) {
    if (thrown instanceof PkiError) return [];
    throw thrown;
  }
}
