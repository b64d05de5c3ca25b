import { createPrivateKey, X509Certificate } from "node:crypto";
import type { Clock } from "../base/clock.ts";
import { ConfigError } from "../base/errors.ts";
import {
  type CertificateLogin,
  checkHeader,
  constantSession,
  describeUser,
  type LoginSession,
} from "./login.ts";

const CERTIFICATE = "client_certificate_pem";
const KEY = "client_key_pem";

function unreadable(path: string, found: string, hint: string): ConfigError {
  return new ConfigError(`${path} ${found}`, { code: "config.client_certificate", path, hint });
}

/** The causes are dropped: OpenSSL's errors may quote what was parsed. */
function readCertificate(pem: string): X509Certificate {
  try {
    return new X509Certificate(pem);
  } catch {
    throw unreadable(
      CERTIFICATE,
      "is not a certificate",
      "Give the certificate as PEM (`BEGIN CERTIFICATE`).",
    );
  }
}

function readKey(pem: string) {
  if (/ENCRYPTED/.test(pem)) {
    throw unreadable(KEY, "is encrypted", "Give the private key unencrypted, from a secret store.");
  }
  try {
    return createPrivateKey(pem);
  } catch {
    throw unreadable(KEY, "is not a private key", "Give the private key as PEM (`BEGIN PRIVATE KEY`).");
  }
}

/** Half a handshake later the same would read "no secure connection"; here it can be named. */
function checkPair(login: CertificateLogin, now: Date): void {
  const certificate = readCertificate(login.certificatePem);
  if (!certificate.checkPrivateKey(readKey(login.keyPem))) {
    throw unreadable(KEY, `does not belong to ${CERTIFICATE}`, "Give certificate and key of the same pair.");
  }
  if (certificate.validToDate < now) {
    throw unreadable(
      CERTIFICATE,
      `expired at ${certificate.validToDate.toISOString()}`,
      "Issue a new client certificate and register it on the administrator in SCM.",
    );
  }
}

/**
 * Sign-in by TLS client certificate, below `/private` and without a password.
 * Source: Sectigo Certificate Manager REST API reference, May 2025, "Authentication".
 * @throws ConfigError `config.client_certificate`, `config.credential_missing`, `config.credential_characters`
 */
export function certificateSession(login: CertificateLogin, clock: Clock): LoginSession {
  checkHeader("username", login.username);
  checkHeader("customer_uri", login.customerUri);
  checkPair(login, clock.now());
  return constantSession(
    {
      prefix: "/private/api",
      describe: `${describeUser(login.username, login.customerUri)} with a client certificate`,
      remedy:
        "Check user name and customer URI, that this certificate is registered on the administrator in SCM, and that no " +
        "proxy on the way inspects TLS, since it would take the certificate off.",
    },
    { login: login.username, customerUri: login.customerUri },
    [login.keyPem],
  );
}
