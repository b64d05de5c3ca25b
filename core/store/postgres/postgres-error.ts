import { SectigoError, StoreError } from "../../base/errors.ts";

const ELSEWHERE = 'or name another store in SECTIGO_INVENTORY_STORE ("none" does without one)';

type Says = readonly [slug: string, says: string, hint: string];

const AWAY: Says = [
  "unreachable",
  "the server can't be reached, or the connection to it was lost",
  `Check that the server runs and that host, port and database in SECTIGO_INVENTORY_STORE are right, then run again, ${ELSEWHERE}. What was imported before is still there.`,
];
const LOGIN: Says = [
  "login",
  "the server refuses the login",
  "Check the user in SECTIGO_INVENTORY_STORE, and PGPASSWORD, PGPASSFILE or the URL's password.",
];
const TLS: Says = [
  "tls",
  "the server is not the one that sslmode asks for",
  "Give the certificate that the server's comes from in PGSSLROOTCERT, and the name that it is for as host in SECTIGO_INVENTORY_STORE.",
];
const RIGHTS: Says = [
  "rights",
  "this user may not do that there",
  'Grant what docs/guides/shared-inventory.md lists under "Rights", or name another user in SECTIGO_INVENTORY_STORE.',
];
const READ_ONLY: Says = [
  "read_only",
  "the server takes no changes: it is a standby, or its transactions are read-only",
  'Name the primary server in SECTIGO_INVENTORY_STORE for imports and rules; refresh = "never" reads from here.',
];
const FULL: Says = [
  "full",
  "the server's disk is full, or a quota is reached",
  `Make room on the server, ${ELSEWHERE}.`,
];
const BUSY: Says = [
  "busy",
  "the server is busy, or another run has kept it locked for too long",
  "Wait for other runs to end, then run again; raise max_connections where many run at once.",
];
const GONE: Says = [
  "changed",
  "its tables have been changed or removed meanwhile",
  "Run again: the store is only a copy, and the next import fills it.",
];
const DAMAGED: Says = [
  "damaged",
  "its content is damaged",
  "Run again: the store is only a copy, and the next import fills it anew.",
];

/** By SQLSTATE, or its class where that says enough. Source: PostgreSQL documentation, "PostgreSQL Error Codes". */
const BY_STATE: Readonly<Record<string, Says>> = {
  "08": AWAY,
  "57": AWAY,
  "28": LOGIN,
  "3D000": [
    "unreachable",
    "there is no such database",
    `Make the database, or correct its name in SECTIGO_INVENTORY_STORE, ${ELSEWHERE}.`,
  ],
  "42501": RIGHTS,
  "25006": READ_ONLY,
  "53100": FULL,
  "53": BUSY,
  "40": BUSY,
  "55": BUSY,
  "42": GONE,
  "3F000": GONE,
  XX001: DAMAGED,
  XX002: DAMAGED,
};

/** By the names of errors of Node and its TLS. */
const AWAY_CODES = /^(?:E[A-Z]+_?[A-Z]*)$/;
const TLS_CODES = /^(?:CERT_|ERR_TLS_|ERR_SSL_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|HOSTNAME_MISMATCH)/;
/** `pg` has no codes of its own. */
const AWAY_WORDS =
  /^(?:Connection terminated|timeout expired|Client has encountered a connection error|Client was closed|Cannot use a pool after|read E|write E|socket hang up)/i;
const TLS_WORDS = /does not support SSL|altnames|self.signed certificate|certificate/i;
const LOGIN_WORDS = /password must be a string|SASL/;

/**
 * A file that can't grow for another reason than a disk without room, as with a quota, is an "internal error" to the server; the
 * place in its source says what it is. Source: PostgreSQL, src/backend/storage/smgr/md.c.
 */
const GROWS_A_FILE = /^md(?:zero)?extend$/;

function member(caught: unknown, name: string): unknown {
  return typeof caught === "object" && caught !== null ? Reflect.get(caught, name) : undefined;
}

function codeOf(caught: unknown): string | undefined {
  const code = member(caught, "code");
  return typeof code === "string" ? code : undefined;
}

const isState = (code: string): boolean => /^[\dA-Z]{5}$/.test(code) && !/^E[A-Z]{4}$/.test(code);

function saysOf(caught: unknown): Says | undefined {
  const code = codeOf(caught);
  if (code === "XX000" && GROWS_A_FILE.test(String(member(caught, "routine")))) return FULL;
  if (code !== undefined && isState(code)) return BY_STATE[code] ?? BY_STATE[code.slice(0, 2)];
  if (code !== undefined && TLS_CODES.test(code)) return TLS;
  if (code !== undefined && AWAY_CODES.test(code)) return AWAY;
  // Of several addresses none was reachable.
  if (caught instanceof AggregateError) return AWAY;
  if (!(caught instanceof Error)) return undefined;
  if (AWAY_WORDS.test(caught.message)) return AWAY;
  if (LOGIN_WORDS.test(caught.message)) return LOGIN;
  return TLS_WORDS.test(caught.message) ? TLS : undefined;
}

/** As the server says it of what it does refuse. */
export function insufficientPrivilege(): Error {
  return Object.assign(new Error("permission denied"), { code: "42501" });
}

/** Whether the server has ended what this connection had begun, since the connection is gone. */
export function isConnectionLost(caught: unknown): boolean {
  return saysOf(caught) === AWAY;
}

/** Whether what is stored can't be relied on: by the server, or by the sum of a part. */
export function isDamage(caught: unknown): boolean {
  return member(caught, "errcode") === 11 || saysOf(caught) === DAMAGED;
}

/** The server's own texts repeat rows and parameters, so that only the state is kept of them. */
function causeOf(caught: unknown): Error {
  const code = codeOf(caught);
  if (code !== undefined && isState(code)) return new Error(`PostgreSQL says ${code}`);
  return new Error(code ?? (caught instanceof Error ? caught.message : "unknown"));
}

/** What was caught while `what` was tried with the store called `name`, as an error of ours. */
export function postgresError(what: string, name: string, caught: unknown): SectigoError {
  if (caught instanceof SectigoError) return caught;
  const code = codeOf(caught);
  const known = isDamage(caught) ? DAMAGED : saysOf(caught);
  if (known === undefined && (code === undefined || !isState(code))) return SectigoError.from(caught);
  const [slug, says, hint] = known ?? [
    "failed",
    `the server says ${code}`,
    `Look into the server's log, ${ELSEWHERE}.`,
  ];
  return new StoreError(`${what}: the inventory store ${name} can't be used: ${says}`, {
    code: `store.${slug}`,
    hint,
    cause: causeOf(caught),
  });
}
