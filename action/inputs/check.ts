import { flagOf, type ReadInput, textOrNull, wordOf } from "./forms.ts";

/** How a check of a pull request is told, and when it fails. */
export interface CheckInputs {
  readonly githubToken: string | null;
  readonly comments: boolean;
  readonly failOn: "error" | "warning" | "never";
  /** Whether a check that can't ask SCM is red. */
  readonly ifUnreachable: "error" | "warn";
}

export function readCheck(read: ReadInput): CheckInputs {
  return {
    githubToken: textOrNull(read, "github-token"),
    comments: flagOf(read, "comment") ?? true,
    ifUnreachable: wordOf(read, "if-unreachable", ["error", "warn"]),
    failOn: wordOf(read, "fail-on", ["error", "warning", "never"]),
  };
}
