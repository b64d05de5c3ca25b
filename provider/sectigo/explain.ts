import { BugError, kindOf, LoginError, SectigoError } from "../../core/index.ts";
import type { Diagnostic } from "../framework/diagnostics.ts";
import { path } from "../framework/path.ts";
import { UnreadableValue } from "../framework/unreadable-value.ts";
import type { Settings } from "./settings.ts";
import { chooseSignIn, describeOrigins } from "./sign-in.ts";
import { WORDS } from "./words.ts";

/**
 * Anything thrown → the message for the person at the terminal.
 *
 * The summary is the line that survives in a chat or a ticket: what was tried, why it failed, and the codes. The detail
 * adds what stands nowhere else and ends with what to do. Core's messages read `what: why; more [codes]`.
 * @param settings those in use, so that a refused setting is found in the right place; null when there are none
 */
export function explain(thrown: unknown, settings: Settings | null): Diagnostic {
  if (thrown instanceof UnreadableValue)
    return { severity: "error", summary: thrown.message, detail: thrown.detail };
  const error = SectigoError.from(thrown);
  const message = error.messageIn(WORDS);
  const [text, codes] = splitAt(message, message.lastIndexOf(" ["));
  const [headline, more] = splitAt(text, text.indexOf("; "));
  const paragraphs = [
    sentence(more.replace("; ", "")),
    error.requestId === undefined ? "" : `SCM's id of the request: ${error.requestId}.`,
    settings === null ? "" : origins(error, settings),
    sentence(error.hintIn(WORDS)),
    error instanceof BugError ? technical(error.cause) : "",
  ];
  return {
    severity: "error",
    summary: `${capital(headline)}${codes}`,
    detail: paragraphs.filter((paragraph) => paragraph !== "").join("\n\n"),
    ...(error.path !== undefined && { path: path(error.path) }),
  };
}

/** The line that a message of ours takes as its detail, where it has a summary of its own. */
export function inOneText({ summary, detail }: Diagnostic): string {
  return `${sentence(summary)} ${detail}`;
}

/** Which of several places to mend. Secrets themselves are never shown. */
function origins(error: SectigoError, settings: Settings): string {
  if (error instanceof LoginError) {
    const { base_url } = settings;
    const sent =
      base_url === undefined ? "" : ` They were sent to ${base_url.value} (from ${base_url.source}).`;
    return `Of this sign-in, ${describeOrigins(chooseSignIn(settings), settings)}${sent}`;
  }
  const setting = Object.entries(settings).find(([name]) => name === error.path)?.[1];
  return setting === undefined ? "" : `The value of ${error.path} comes from ${setting.source}.`;
}

/** For a report only: where a broken invariant was noticed, without its message, which may hold anything. */
function technical(cause: unknown): string {
  if (!(cause instanceof Error)) return "";
  const frames = (cause.stack ?? "").split("\n").filter((line) => line.trim().startsWith("at "));
  return [kindOf(cause), ...frames.slice(0, 5)].join("\n");
}

function splitAt(text: string, index: number): readonly [string, string] {
  return index < 0 ? [text, ""] : [text.slice(0, index), text.slice(index)];
}

function sentence(text: string): string {
  if (text === "") return "";
  return /[.!?]["')]?$/.test(text) ? capital(text) : `${capital(text)}.`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
