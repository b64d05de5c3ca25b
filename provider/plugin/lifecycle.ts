import { writeToStderr } from "./log.ts";

/**
 * A client waits two seconds from Shutdown to the end of the process (hashicorp/go-plugin, client.go); what must be
 * put away gets most of that, and no client waits longer.
 */
const LONGEST_SHUTDOWN_MS = 1_500;
/** How long the client may take to close the connection after Shutdown was answered; it does so at once. */
const LONGEST_GOODBYE_MS = 250;

/** The end of the process, in good order or not. One instance per process. */
export class Lifecycle {
  readonly #hooks: (() => unknown)[] = [];
  readonly #ended = new AbortController();
  readonly #lastClosed = new AbortController();
  readonly #redact: (text: string) => string;
  readonly #onEnd: (reason: string) => void;

  /**
   * @param options.redact  strikes secrets from what a crash prints
   * @param options.onEnd   told once, when an orderly end begins
   */
  constructor(options: {
    readonly redact: (text: string) => string;
    readonly onEnd: (reason: string) => void;
  }) {
    this.#redact = options.redact;
    this.#onEnd = options.onEnd;
  }

  /** Aborted when the end begins. */
  get signal(): AbortSignal {
    return this.#ended.signal;
  }

  /** Runs `hook` at an orderly end, beside all others; a second and a half later the process ends whatever is left. */
  onShutdown(hook: () => unknown): void {
    this.#hooks.push(hook);
  }

  /** Ends because no client is left, or because a signal says so. Safe to call again. */
  end(reason: string): void {
    if (this.#ended.signal.aborted) return;
    this.#begin(reason);
    void this.#runHooks().then(() => process.exit(0));
  }

  /** Ends when the client asks: its answer must be out first, and the client says so by closing the connection. */
  endAfterAnswer(): void {
    if (this.#ended.signal.aborted) return;
    this.#begin("the client asked for it");
    const goodbye = within(LONGEST_GOODBYE_MS, (resolve) => {
      this.#lastClosed.signal.addEventListener("abort", resolve, { once: true });
    });
    void Promise.all([this.#runHooks(), goodbye]).then(() => process.exit(0));
  }

  /** To be told when the last connection has closed. */
  markLastClosed(): void {
    this.#lastClosed.abort();
  }

  /**
   * The end after a programming error. Clients recognize the first word, collect the lines behind it and show them as
   * the plugin's crash even when logging is off (terraform, internal/logging/panic.go).
   */
  crash(failure: unknown): never {
    writeToStderr(`${this.#redact(formatCrash(failure))}\n`);
    process.exit(2);
  }

  #begin(reason: string): void {
    this.#onEnd(reason);
    this.#ended.abort();
  }

  #runHooks(): Promise<void> {
    return within(LONGEST_SHUTDOWN_MS, (resolve) => {
      const runs = this.#hooks.map(async (hook) => hook());
      // A hook that fails must not keep the others or the end waiting, and its stack is worth a line.
      void Promise.allSettled(runs).then((results) => {
        for (const result of results) {
          if (result.status === "rejected") writeToStderr(`${this.#redact(String(result.reason))}\n`);
        }
        resolve();
      });
    });
  }
}

/** `panic: ` and the stack, with the causes. */
function formatCrash(failure: unknown): string {
  const lines: string[] = [];
  for (let cause: unknown = failure, depth = 0; cause !== undefined && depth < 5; depth += 1) {
    const text = cause instanceof Error ? (cause.stack ?? `${cause.name}: ${cause.message}`) : String(cause);
    lines.push(depth === 0 ? `panic: ${text}` : `caused by: ${text}`);
    cause = cause instanceof Error ? cause.cause : undefined;
  }
  return lines.join("\n");
}

/** Resolves when `start`'s callback is called, or after the given time. */
function within(limitMs: number, start: (resolve: () => void) => void): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, limitMs);
    start(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}
