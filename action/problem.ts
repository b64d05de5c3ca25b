import { BugError, type Finding, kindOf, SectigoError } from "../core/index.ts";
import { FileFault } from "./file-fault.ts";

/** Something a person should know: shown as an annotation, and in summary and comment. */
export interface Problem {
  readonly severity: "error" | "warning" | "notice";
  /** One line: what was found. */
  readonly summary: string;
  /** What is allowed, and what to do. */
  readonly detail: string;
  /** File of the repository that it is about, from the root; null when it is about none. */
  readonly path: string | null;
  /** Of the error that it came from, where it came from one: what many certificates share is told once by it. */
  readonly code?: string;
}

/** Core speaks of settings by the names they have in Terraform; here they are inputs. */
const OUR_WORDS: readonly (readonly [RegExp, string])[] = [
  [/\bskip_validation_check = true\b/g, "skip-validation-check: true"],
  [/\bcommon_name_from_san = true\b/g, "common-name-from-san: true"],
  [/\bgive (organization|scm_profile)_id( instead)?\b/gi, "give its id$2"],
  [/\bscm_profile\b/g, "profile"],
  [/\(terraform import, id (\d+)\)/g, "(ssl-id: $1)"],
  [
    /take this certificate out of state \(terraform state rm\) and import that one by its id/g,
    "name it by ssl-id",
  ],
  [/\brenewal = \{ enabled = false \}/g, "on-existing: reuse"],
  [/\bRefresh and plan again\b/g, "Run again"],
  [
    /\b(adopt|order|term|custom|client|customer|token|base|allowed|external)_(within|key|scope|days|fields|id|secret|uri|url|names|requesters)\b/g,
    "$1-$2",
  ],
];

export function inOurWords(text: string): string {
  // The code at the end of a message is a name that people search for.
  const code = / \[[a-z]+\.[^[\]]*\]$/.exec(text)?.[0] ?? "";
  const words = text.slice(0, text.length - code.length);
  return OUR_WORDS.reduce((left, [theirs, ours]) => left.replace(theirs, ours), words) + code;
}

/** Anything thrown → what to tell. @param path of the request that it is about, where the error itself does not know */
export function problemOf(thrown: unknown, path: string | null = null): Problem {
  const error = SectigoError.from(thrown);
  const place = path ?? (error instanceof FileFault ? error.file : null);
  const request = error.requestId === undefined ? "" : ` SCM's id of the request: ${error.requestId}.`;
  return {
    severity: "error",
    summary: capital(inOurWords(error.message)),
    detail: `${inOurWords(error.hint)}${request}${error instanceof BugError ? technical(error.cause) : ""}`,
    path: place,
    code: error.code,
  };
}

/** A fault of an order → what to tell. */
export function problemOfFinding({ severity, summary, detail }: Finding, path: string | null): Problem {
  return { severity, summary: inOurWords(summary), detail: inOurWords(detail), path };
}

/** For a report only: where a broken invariant was noticed, without its message, which nobody vouches for. */
function technical(cause: unknown): string {
  if (!(cause instanceof Error)) return "";
  const frames = (cause.stack ?? "").split("\n").filter((line) => line.trim().startsWith("at "));
  return ` ${[kindOf(cause), ...frames.slice(0, 3).map((frame) => frame.trim())].join(", ")}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
