import type { EnvironmentVariables } from "../../base/environment.ts";
import { ConfigError } from "../../base/errors.ts";
import { type Encryption, encryptionOf } from "./encryption.ts";

/** Where the database is, and how it is reached. Holds the password: never to be shown or logged. */
export interface DatabaseAddress {
  /** Where it is, without the password: for messages. */
  readonly name: string;
  readonly host: string;
  readonly port: number;
  readonly database: string | undefined;
  readonly user: string | undefined;
  /** Undefined leaves it to `PGPASSFILE` or ~/.pgpass. */
  readonly password: string | undefined;
  readonly encryption: Encryption;
  readonly schema: string;
  readonly connectTimeoutMs: number;
}

const DEFAULT_PORT = 5432;
const DEFAULT_SCHEMA = "sectigo_inventory";
const DEFAULT_TIMEOUT_SECONDS = 10;
const PARAMETERS: readonly string[] = [
  "sslmode",
  "sslrootcert",
  "sslcert",
  "sslkey",
  "connect_timeout",
  "schema",
  "host",
];
/** What needs no quotes in SQL. Source: PostgreSQL documentation, "Identifiers and Key Words". */
const SCHEMA = /^[a-z_][a-z\d_]{0,62}$/;
const TAKEN_SCHEMA = /^(?:pg_.*|public|information_schema)$/;

/** The text itself is never repeated: a password may stand in it. */
function refuse(what: string, hint: string): ConfigError {
  return new ConfigError(`open the inventory store: ${what}`, { code: "config.store", path: "store", hint });
}

function parsed(url: string): URL {
  // What stands behind was part of a password that had such a sign in it.
  const isCut = /[/?#][^@]*@|#/.test(url.replace(/^[^:]*:\/\//, ""));
  if (!isCut && URL.canParse(url)) return new URL(url);
  throw refuse(
    "the postgres:// URL in SECTIGO_INVENTORY_STORE or `store` can't be read",
    "Write it as postgres://user@host:5432/database?sslmode=verify-full; signs like @ : / # % in user or password are written as %40 %3A %2F %23 %25.",
  );
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw refuse(
      "the postgres:// URL has a % that is followed by no two digits",
      "Write a % of a name or password as %25.",
    );
  }
}

function schemaOf(named: string | null): string {
  const schema = named ?? DEFAULT_SCHEMA;
  if (SCHEMA.test(schema) && !TAKEN_SCHEMA.test(schema)) return schema;
  throw refuse(
    `the schema ${JSON.stringify(schema)} can't be used`,
    `Name one of its own, of small letters, digits and _: schema=${DEFAULT_SCHEMA} is what is taken when none is named.`,
  );
}

function timeoutOf(given: string | null): number {
  const seconds = given === null ? DEFAULT_TIMEOUT_SECONDS : Number(given);
  if (Number.isInteger(seconds) && seconds > 0 && seconds <= 600) return seconds * 1000;
  throw refuse("connect_timeout is not a number of seconds", "Give whole seconds from 1 to 600.");
}

function refuseUnknown(parameters: URLSearchParams): void {
  for (const name of parameters.keys()) {
    if (PARAMETERS.includes(name)) continue;
    throw refuse(
      `the postgres:// URL has the parameter ${JSON.stringify(name)}, which is not known`,
      `Known are ${PARAMETERS.join(", ")}.`,
    );
  }
}

/**
 * Reads a `postgres://` URL; what it leaves out the variables of libpq tell.
 * Source: PostgreSQL documentation, "Connection Strings" and "Environment Variables".
 * @throws ConfigError `config.store`, with nothing of the URL that could be a password
 */
export function readAddress(url: string, variables: EnvironmentVariables): DatabaseAddress {
  const { hostname, port, pathname, username, password, searchParams } = parsed(url.trim());
  refuseUnknown(searchParams);
  const own = decoded(hostname).replace(/^\[(.*)\]$/, "$1");
  const host = (searchParams.get("host") ?? own) || variables.PGHOST || "localhost";
  const database = decoded(pathname.slice(1)) || variables.PGDATABASE || undefined;
  const user = decoded(username) || variables.PGUSER || undefined;
  const schema = schemaOf(searchParams.get("schema"));
  const number = Number(port || variables.PGPORT) || DEFAULT_PORT;
  const shown = host.startsWith("/") ? "" : `${host}:${number}`;
  return {
    name: `postgres://${user === undefined ? "" : `${user}@`}${shown}/${database ?? ""} (schema ${schema})`,
    host,
    port: number,
    database,
    user,
    password: decoded(password) || variables.PGPASSWORD || undefined,
    encryption: encryptionOf({ host, parameters: searchParams, variables }),
    schema,
    connectTimeoutMs: timeoutOf(searchParams.get("connect_timeout")),
  };
}
