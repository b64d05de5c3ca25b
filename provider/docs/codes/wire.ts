import type { CodeTable } from "./table.ts";

/** The way to SCM is down; nothing has happened there. */
export const OUTAGES: CodeTable = {
  no_sensor: ["No sensor gives a connection.", "See the cause of each in the error."],
  proxy_refused: [
    "A proxy refused to open the way.",
    "Check its address, its credentials, and what it allows.",
  ],
  refused: ["The connection was refused.", "Check address, firewall and proxy."],
  dns: ["The host's name can't be resolved.", "Check the address and DNS."],
  tls: [
    "TLS could not be set up, mostly because the certificate is not trusted.",
    "Give the authority in `ca_certificates_pem`.",
  ],
  connect_timeout: ["No connection came about in time.", "Check address, firewall and proxy."],
};

/** A request went out and no usable answer came: it may have taken effect. */
export const LOST: CodeTable = {
  gateway: [
    "A gateway answered in SCM's place after an order.",
    "Run again: the run looks for the order first.",
  ],
  malformed: ["The answer is not HTTP.", "Check proxies, then run again: the run looks first."],
  reset: ["The connection broke after the request was sent.", "Run again: the run looks first."],
  stopped: ["The run was stopped while a request was under way.", "Run again: the run looks first."],
  timeout: ["No answer came in time.", "Run again: the run looks first."],
  truncated: ["The answer broke off.", "Run again: the run looks first."],
  too_large: ["The answer is larger than it may be.", "Narrow what is asked for."],
  unreadable_compressed: ["The answer to an order is compressed.", "Run again: the run looks first."],
  unreadable_empty: ["The answer to an order is empty.", "Run again: the run looks first."],
  unreadable_encoding: ["The answer to an order is not readable text.", "Run again: the run looks first."],
  unreadable_html: [
    "A web page came as the answer to an order.",
    "Check proxies, then run again: the run looks first.",
  ],
  successor_unknown: [
    "SCM answered a renewal without the id of its successor.",
    "Run again: the run looks for the successor first.",
  ],
  unreadable_not_json: ["The answer to an order is not JSON.", "Run again: the run looks first."],
  unreadable_shape: [
    "The answer to an order has another form than SCM's.",
    "Run again: the run looks first.",
  ],
};

/** An answer that is not what SCM's reference promises. Report these. */
export const CONTRACT: CodeTable = {
  certificate_unreadable: [
    "SCM sent no whole certificate.",
    "Try again; then give Sectigo's support the id.",
  ],
  compressed: ["The answer is compressed, which was not asked for.", "Check proxies on the way."],
  empty: ["The answer is empty.", "Try again; then report it."],
  encoding: ["The answer is not text in the character set it names.", "Try again; then report it."],
  html: ["A web page came instead of SCM's answer.", "Check `base_url` and proxies."],
  issued_expired: [
    "What was issued just now is already expired.",
    "Ask Sectigo's support; check this machine's clock.",
  ],
  issued_not_yet_valid: ["What was issued just now is not valid yet.", "Check this machine's clock."],
  leaving: [
    "Too many certificates disappeared at once to be believed.",
    "See whether the administrator lost a role; else remove the inventory's file.",
  ],
  list_breaks_off: ["A list ends below the number that it announces.", "Try again later; then report it."],
  long_rows: ["Some records are several megabytes large.", "Shorten their comments in SCM."],
  not_json: ["The answer is not JSON.", "Check proxies; then report it."],
  other_key: [
    "SCM's certificate is for another key than the request.",
    "Look in SCM; nothing was published.",
  ],
  no_record: [
    "The answer had an id, and nothing else of a certificate's record.",
    "Try again; then tell the operator of what stands between here and SCM.",
  ],
  other_record: ["SCM answered with another record.", "Try again; then give Sectigo's support both ids."],
  other_serial: [
    "The certificate has another serial number than its record.",
    "Try again; then ask Sectigo's support.",
  ],
  paging: ["Rows move faster than pages can be read.", "Run again at a quieter time."],
  shape: ["The answer has another form than SCM's reference says.", "Report it."],
};

/** The file or database that keeps the inventory. */
export const STORES: CodeTable = {
  busy: [
    "Another program has kept the file locked for too long, or the server has no connection left.",
    "Wait for the other run, then run again.",
  ],
  changed: ["The tables of a shared store were changed or removed meanwhile.", "Run again."],
  login: ["The PostgreSQL server refuses the login.", "Check user, `PGPASSWORD` and `PGPASSFILE`."],
  old_server: ["The PostgreSQL server is older than 14.", "Name a newer one."],
  rights: [
    "The user of the database may not do that.",
    "Grant what the guide [Share one inventory](shared-inventory.md) lists.",
  ],
  tls: [
    "The PostgreSQL server is not the one that `sslmode` asks for.",
    "Give its root certificate in `PGSSLROOTCERT`, and the right host.",
  ],
  damaged: ["The store is damaged; it is put aside.", "Run again: the next import fills a new one."],
  disk: ["The disk failed, or a quota is reached.", "Check the disk, or name another file."],
  failed: [
    "SQLite or PostgreSQL reports an error.",
    "Check the file or the server's log, or name another one.",
  ],
  foreign: [
    "The file or the schema belongs to another program.",
    "Name another one in `SECTIGO_INVENTORY_STORE`.",
  ],
  full: ["The disk, or the server's disk, is full.", "Make room."],
  newer: ["A newer version of the provider made the store.", "Use that version, or name another one."],
  read_only: [
    "This user may not write to the file, or the server is a standby.",
    "Give write access to the file and its folder, or name the primary server.",
  ],
  unreachable: [
    "The file can't be opened, or the server is away.",
    "Check that its folder exists, or that the server runs.",
  ],
  no_sqlite: ["Node.js is too old.", "Use Node.js 22.19, or set `SECTIGO_INVENTORY_STORE=none`."],
};

/** Mistakes of this program, all told in the same way. */
export const BUGS: CodeTable = {
  unexpected: ["An invariant of the program is broken.", "Report it with the steps that lead to it."],
};
