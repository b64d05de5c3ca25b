import { BugError, type Finding, kindOf, SectigoError, textIn } from "../core/index.ts";
import { FileFault } from "./file-fault.ts";
import { WORDS } from "./words.ts";

/** Something a person should know: shown as an annotation, and in summary and comment. */
export interface Problem {
  readonly severity: "error" | "warning" | "notice";
  /** One line: what was found. */
  readonly summary: string;
  /** What is allowed, and what to do. */
  readonly detail: string;
  /** File of the repository that it is about, from the root; null when it is about none. */
  readonly path: string | null;
  /** Line of that file, from 1, where it is known. */
  readonly line?: number;
  /** Of the error that it came from, where it came from one: what many certificates share is told once by it. */
  readonly code?: string;
}

/** Anything thrown → what to tell. @param path of the request that it is about, where the error itself does not know */
export function problemOf(thrown: unknown, path: string | null = null): Problem {
  const error = SectigoError.from(thrown);
  const place = path ?? (error instanceof FileFault ? error.file : null);
  const request = error.requestId === undefined ? "" : ` SCM's id of the request: ${error.requestId}.`;
  return {
    severity: "error",
    summary: error.code === STOPPED ? cancelledText(error) : capital(error.messageIn(WORDS)),
    detail: `${error.hintIn(WORDS)}${request}${error instanceof BugError ? technical(error.cause) : ""}`,
    path: place,
    ...(path === null && error instanceof FileFault ? { line: error.line } : {}),
    code: error.code,
  };
}

/** Of what is found in a request, where it has no code of its own. */
export const FOUND = "request.finding";

type Told = Pick<Finding, "severity" | "summary" | "detail">;

/** A fault of an order → what to tell. */
export function problemOfFinding({ severity, summary, detail }: Told, path: string | null): Problem {
  return { severity, summary: capital(summary), detail: textIn(detail, WORDS), path };
}

/** Core's code for a caller that stopped; here that is a signal of the runner. */
const STOPPED = "cancelled.stopped";

function cancelledText({ what }: SectigoError): string {
  return `The run was cancelled before it could ${what} [${STOPPED}]`;
}

/** For a report only: where a broken invariant was noticed, without its message, which may hold anything. */
function technical(cause: unknown): string {
  if (!(cause instanceof Error)) return "";
  const frames = (cause.stack ?? "").split("\n").filter((line) => line.trim().startsWith("at "));
  return ` ${[kindOf(cause), ...frames.slice(0, 3).map((frame) => frame.trim())].join(", ")}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
