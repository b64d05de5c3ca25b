import { readFileSync } from "node:fs";
import { isIP } from "node:net";
import { type ConnectionOptions, checkServerIdentity, type PeerCertificate } from "node:tls";
import type { EnvironmentVariables } from "../../base/environment.ts";
import { ConfigError } from "../../base/errors.ts";

/** How the connection is encrypted. */
export interface Encryption {
  /** Of Node's TLS; false for none. */
  readonly tls:
    | Pick<ConnectionOptions, "ca" | "cert" | "key" | "rejectUnauthorized" | "checkServerIdentity">
    | false;
  /** Whether it is known who the server is, or nothing is in between. */
  readonly isVerified: boolean;
}

interface Asked {
  readonly host: string;
  readonly parameters: URLSearchParams;
  readonly variables: EnvironmentVariables;
}

const MODES = ["disable", "require", "verify-ca", "verify-full"] as const;
type Mode = (typeof MODES)[number];

/** On this machine: a socket, or loopback. */
function isHere(host: string): boolean {
  return (
    host.startsWith("/") ||
    host === "localhost" ||
    host === "::1" ||
    (isIP(host) === 4 && host.startsWith("127."))
  );
}

/** Stricter than libpq, whose default falls back to plain text when the server, or a machine in between, asks for it. */
function modeOf({ host, parameters, variables }: Asked): Mode {
  const given = parameters.get("sslmode") ?? (variables.PGSSLMODE || null);
  if (given === null) return isHere(host) ? "disable" : "verify-full";
  const mode = MODES.find((known) => known === given);
  if (mode !== undefined) return mode;
  const why =
    given === "prefer" || given === "allow"
      ? `sslmode=${given} lets anybody between turn the encryption off`
      : `sslmode ${JSON.stringify(given)} is not known`;
  throw new ConfigError(`open the inventory store: ${why}`, {
    ...{ code: "config.store", path: "store" },
    hint: `Choose from ${MODES.join(", ")}; verify-full is the one that knows the server.`,
  });
}

function fileOf(
  { parameters, variables }: Asked,
  name: "sslrootcert" | "sslcert" | "sslkey",
): string | undefined {
  const path = parameters.get(name) ?? (variables[`PG${name.toUpperCase()}`] || null);
  // Libpq's word for the certificates that the system trusts.
  if (path === null || (name === "sslrootcert" && path === "system")) return undefined;
  try {
    return readFileSync(path, "utf8");
  } catch (cause) {
    throw new ConfigError(`open the inventory store: the file of ${name}, ${path}, can't be read`, {
      ...{ code: "config.store", path: "store", cause },
      hint: `Correct ${name} in the URL, or PG${name.toUpperCase()}.`,
    });
  }
}

const anyName = (): undefined => undefined;

/** By the name that was asked for: `pg` tells TLS none where the host is an address. */
const isNamed =
  (host: string) =>
  (_: string, certificate: PeerCertificate): Error | undefined =>
    checkServerIdentity(host, certificate);

/**
 * What `sslmode` means, as libpq means it: `require` encrypts and verifies no server, unless a root certificate is given, which
 * then is what the server's has to come from.
 * Source: PostgreSQL documentation, "SSL Support", table "SSL Mode Descriptions".
 * @throws ConfigError `config.store`
 */
export function encryptionOf(asked: Asked): Encryption {
  const mode = modeOf(asked);
  if (mode === "disable") return { tls: false, isVerified: isHere(asked.host) };
  const [ca, cert, key] = [fileOf(asked, "sslrootcert"), fileOf(asked, "sslcert"), fileOf(asked, "sslkey")];
  const isVerified = mode !== "require" || ca !== undefined;
  // Said outright, whatever NODE_TLS_REJECT_UNAUTHORIZED says.
  const tls = { ca, cert, key, rejectUnauthorized: isVerified };
  return {
    tls: { ...tls, checkServerIdentity: mode === "verify-full" ? isNamed(asked.host) : anyName },
    isVerified,
  };
}
