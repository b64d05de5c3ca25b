import { ConfigError } from "../base/errors.ts";

/** `NODE_TLS_REJECT_UNAUTHORIZED` and `SSL_CERT_FILE` as the entry point was given them. */
export type TlsVariables = Readonly<Record<string, string | undefined>>;

/**
 * `NODE_TLS_REJECT_UNAUTHORIZED=0`, set somewhere for something else, would hand the credentials to anybody. Connections
 * verify whatever it says; it is refused all the same, since who set it counts on it.
 * @throws ConfigError `config.tls_unverified`
 * Source: Node.js documentation, "Command-line API", NODE_TLS_REJECT_UNAUTHORIZED.
 */
export function refuseUnverifiedTls({ NODE_TLS_REJECT_UNAUTHORIZED: value }: TlsVariables): void {
  if (value === undefined || value === "" || value === "1") return;
  throw new ConfigError(
    "connect to SCM: NODE_TLS_REJECT_UNAUTHORIZED is set, which asks to trust every server with the credentials",
    {
      code: "config.tls_unverified",
      hint: ({ ca_certificates }) =>
        `Unset it for this run. To trust an authority of your own, give its certificate in ${ca_certificates}, ` +
        "SECTIGO_CA_CERTIFICATES, NODE_EXTRA_CA_CERTS or SSL_CERT_FILE.",
    },
  );
}

/**
 * Authorities of the file that `SSL_CERT_FILE` names, beside all others; null when it names none. An unreadable file is
 * none, as for OpenSSL: some systems point it nowhere on purpose.
 * @param readFile throws when the file can't be read
 */
export function systemAuthorities(
  { SSL_CERT_FILE: path }: TlsVariables,
  readFile: (path: string) => string,
): string | null {
  if (!path) return null;
  try {
    return readFile(path);
  } catch {
    return null;
  }
}
