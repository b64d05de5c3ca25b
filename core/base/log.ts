/** Values a log line may carry; nothing nested, so that redaction sees every one. */
export type LogValue = string | number | boolean | null | undefined;
export type LogFields = Readonly<Record<string, LogValue>>;

/** Where log lines go. Messages are constants; whatever varies stands in the fields. */
export interface Logger {
  trace(message: string, fields?: LogFields): void;
  debug(message: string, fields?: LogFields): void;
  info(message: string, fields?: LogFields): void;
  warn(message: string, fields?: LogFields): void;
  error(message: string, fields?: LogFields): void;
}

const drop = (): void => undefined;

/** Says nothing; the default wherever a logger is optional. */
export const silentLogger: Logger = { trace: drop, debug: drop, info: drop, warn: drop, error: drop };
