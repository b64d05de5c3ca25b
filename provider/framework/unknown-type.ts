import { type Diagnostic, error } from "./diagnostics.ts";

/** For a resource or data source that is asked for but not served. */
export function unknownType(kind: string, name: string, known: Iterable<string>): Diagnostic {
  return error(
    `Unknown ${kind}`,
    `This provider has no ${kind} "${name}". It has: ${[...known].join(", ")}.`,
  );
}
