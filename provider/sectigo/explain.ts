import { SectigoError } from "../../core/index.ts";
import type { Diagnostic } from "../framework/diagnostics.ts";
import { path } from "../framework/path.ts";

/**
 * Anything thrown → the message for the person at the terminal: what was tried and why it failed, then what to do.
 * Core's error texts are written for this place; here they are only laid out.
 */
export function explain(thrown: unknown): Diagnostic {
  const error = SectigoError.from(thrown);
  const [what, ...why] = error.message.split(": ");
  const summary = why.length > 0 ? (what ?? error.message) : error.code;
  const detail = `${capital(error.message)}.\n\n${error.hint}`;
  return {
    severity: "error",
    summary: capital(summary),
    detail: error.code.startsWith("bug.") ? `${detail}\n\n${technical(error.cause)}` : detail,
    ...(error.path !== undefined && { path: path(error.path) }),
  };
}

/** For a report only: where a broken invariant was noticed, without its message, which nobody vouches for. */
function technical(cause: unknown): string {
  if (!(cause instanceof Error)) return "";
  const frames = (cause.stack ?? "").split("\n").filter((line) => line.trim().startsWith("at "));
  return [cause.name, ...frames.slice(0, 5)].join("\n");
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
