import { PkiError } from "../../core/index.ts";
import type { Diagnostic } from "../framework/diagnostics.ts";
import { path } from "../framework/path.ts";
import { Unknown } from "../framework/value.ts";
import { explain } from "./explain.ts";

/**
 * What keeps an argument's text from being read, with the argument named in words and by path; empty when it can be read, is absent or is not
 * known yet.
 */
export function unreadable(
  argument: string,
  value: string | Unknown | null,
  read: (text: string) => unknown,
): readonly Diagnostic[] {
  if (value === null || value instanceof Unknown) return [];
  try {
    read(value);
    return [];
  } catch (thrown) {
    if (!(thrown instanceof PkiError)) throw thrown;
    const { summary, ...rest } = explain(thrown, null);
    // Terraform drops the path of what it hears while it opens an ephemeral resource.
    return [{ ...rest, summary: `${argument}: ${summary}`, path: path(argument) }];
  }
}
