import type { LogFields, Logger, LogValue } from "./log.ts";
import { plainText } from "./text.ts";

const HIDDEN = "(redacted)";

/** Log fields whose values may be shown. A new field is hidden until it is listed here on purpose. */
const OPEN_FIELDS = new Set([
  "attempt",
  "bytes",
  "call",
  "code",
  "count",
  "delayMs",
  "durationMs",
  "host",
  "login",
  "method",
  "page",
  "path",
  "reason",
  "requestId",
  "sensor",
  "sslId",
  "status",
  "total",
  "vendorCode",
]);

/** Shows allow-listed fields only. Strings are escaped on the way, since many come from outside. */
export function redactFields(fields: LogFields): LogFields {
  const shown = Object.entries(fields).map(([name, value]): [string, LogValue] => {
    if (value === null || value === undefined) return [name, value];
    if (!OPEN_FIELDS.has(name)) return [name, HIDDEN];
    return [name, typeof value === "string" ? plainText(value) : value];
  });
  return Object.fromEntries(shown);
}

/** A logger in front of another that lets allow-listed fields through only. */
export function redactingLogger(log: Logger): Logger {
  const open = (fields: LogFields | undefined): LogFields => redactFields(fields ?? {});
  return {
    trace: (message, fields) => log.trace(message, open(fields)),
    debug: (message, fields) => log.debug(message, open(fields)),
    info: (message, fields) => log.info(message, open(fields)),
    warn: (message, fields) => log.warn(message, open(fields)),
    error: (message, fields) => log.error(message, open(fields)),
  };
}

/** A key in base64 or base64url, of 24 octets or more; ids such as UUIDs look alike and go too. */
const LIKE_A_KEY = /[A-Za-z0-9+/_-]{32,}={0,2}/g;

/** Removes what may be a key, where a server knows keys that this process has never seen. */
export function scrubKeys(text: string): string {
  return text.replace(LIKE_A_KEY, HIDDEN);
}

/** Shortest secret worth searching for; below that, hiding it would blacken ordinary words. */
const SHORTEST_SECRET = 4;

/**
 * Removes known secrets from text that a server sent: a proxy's or SCM's sentence may quote what it was given.
 * Second line of defence only; bodies and headers never reach errors or logs in the first place.
 */
export function scrub(text: string, secrets: readonly string[]): string {
  return secrets
    .filter((secret) => secret.length >= SHORTEST_SECRET)
    .reduce((left, secret) => left.replaceAll(secret, HIDDEN), text);
}
