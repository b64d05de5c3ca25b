import { type Diagnostic, error } from "./diagnostics.ts";

/**
 * Terraform acts on configurations that are wholly known, and on no others. A handler that is asked all the same would
 * take an unknown for text, and might order it.
 * @param what the resource or data source, as its users call it
 */
export function notYetKnown(what: string): Diagnostic {
  const detail = `Terraform asked for ${what} before all of its arguments are known. Please report this.`;
  return error("Configuration not known yet", detail);
}
