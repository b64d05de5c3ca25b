import { writeSync } from "node:fs";

/** Levels of hclog, lowest first. */
export const LOG_LEVELS = ["trace", "debug", "info", "warn", "error"] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** Structured fields. Written as text whatever they are: a client may trip over other JSON types. */
type LogFields = Readonly<Record<string, string | number | boolean>>;

/** Writes one line at a time to the client's log; never throws, never waits for the client's life. */
export interface Log {
  trace(message: string, fields?: LogFields): void;
  debug(message: string, fields?: LogFields): void;
  info(message: string, fields?: LogFields): void;
  warn(message: string, fields?: LogFields): void;
  error(message: string, fields?: LogFields): void;
}

interface LogOptions {
  /** Lowest level that is written; `off` writes nothing. */
  readonly level: LogLevel | "off";
  /** Instant of a line. */
  readonly now: () => Date;
  /** Takes the finished line, newline included. */
  readonly write: (line: string) => void;
  /** Strikes secrets from every text before it is written. */
  readonly redact: (text: string) => string;
}

interface LogEntry {
  readonly level: LogLevel;
  readonly message: string;
  readonly at: Date;
  readonly fields?: Readonly<Record<string, string>>;
}

/**
 * Longest text of one message or field, in UTF-16 units. Clients cut lines above 64 KiB into pieces and no longer read
 * them as JSON (hashicorp/go-plugin, client.go). A unit is at most six octets of JSON, so a message always fits.
 */
const LONGEST_TEXT = 4_096;
const LONGEST_LINE_BYTES = 64 * 1024 - 1;

export function createLog(options: LogOptions): Log {
  const lowest = options.level === "off" ? LOG_LEVELS.length : LOG_LEVELS.indexOf(options.level);
  const at =
    (level: LogLevel) =>
    (message: string, fields: LogFields = {}): void => {
      if (LOG_LEVELS.indexOf(level) < lowest) return;
      const clean = Object.entries(fields).map(([key, value]) => [key, options.redact(String(value))]);
      options.write(
        formatLine({
          level,
          message: options.redact(String(message)),
          at: options.now(),
          fields: Object.fromEntries(clean),
        }),
      );
    };
  return { trace: at("trace"), debug: at("debug"), info: at("info"), warn: at("warn"), error: at("error") };
}

/**
 * One line of hclog's JSON form. `@level`, `@message` and `@timestamp` are always text, since go-plugin's client
 * panics on anything else (log_entry.go), and the timestamp has six fractional digits, without which the line is not
 * recognized. A field can't take a name of theirs.
 */
export function formatLine({ level, message, at, fields = {} }: LogEntry): string {
  const head = {
    "@level": level,
    "@message": cut(message),
    "@timestamp": `${at.toISOString().slice(0, -1)}000Z`,
  };
  const safe = Object.entries(fields).map(([key, value]) => [key.replace(/^@+/, "_"), cut(value)]);
  const line = JSON.stringify({ ...head, ...Object.fromEntries(safe) });
  // Many long fields at once: the message alone is worth more than an unreadable line.
  return Buffer.byteLength(line) <= LONGEST_LINE_BYTES ? `${line}\n` : `${JSON.stringify(head)}\n`;
}

function cut(text: string): string {
  const surplus = text.length - LONGEST_TEXT;
  return surplus <= 0 ? text : `${text.slice(0, LONGEST_TEXT)} … (${surplus} more characters)`;
}

/**
 * Reads the lowest level from the first of the named variables that is set; none set means `off`, since no user would
 * see the lines. A word that is not a level (clients have some of their own, such as JSON) asks for everything.
 */
export function readLogLevel(
  variables: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): LogLevel | "off" {
  const wish = variables
    .map((name) => environment[name])
    .find((value) => value !== undefined && value !== "");
  if (wish === undefined) return "off";
  const word = wish.toLowerCase();
  if (word === "off") return "off";
  return LOG_LEVELS.find((level) => level === word) ?? "trace";
}

/** How long a line may wait for a client that does not read, in all; then it is dropped. */
const LONGEST_WAIT_MS = 2_000;
const PAUSE_MS = 5;

/**
 * Writes text to stderr before it returns, so that nothing is lost when the process ends in the next statement.
 * A full pipe is waited for; a pipe whose reader is gone takes the text with it, since there is no reader.
 */
export function writeToStderr(text: string): void {
  const bytes = Buffer.from(text, "utf8");
  let waitedMs = 0;
  for (let done = 0; done < bytes.length; ) {
    try {
      done += writeSync(2, bytes, done);
    } catch (failure) {
      // `as`: everything that node:fs throws carries a system error code.
      if ((failure as NodeJS.ErrnoException).code !== "EAGAIN" || waitedMs >= LONGEST_WAIT_MS) return;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE_MS);
      waitedMs += PAUSE_MS;
    }
  }
}
