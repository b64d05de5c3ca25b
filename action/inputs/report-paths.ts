import { quoted } from "../../core/index.ts";
import { inputFault, type ReadInput, textOrNull } from "./forms.ts";
import { pathHint } from "./path-hint.ts";

/** Files that an inventory is written to for people and other tools, inside the workspace; null writes none. */
export interface ReportPaths {
  /** One page that a browser opens without a network. */
  readonly html: string | null;
  /** By the schema in action/schemas. */
  readonly json: string | null;
  readonly openmetrics: string | null;
  /** iCalendar. */
  readonly ical: string | null;
}

/** @throws ConfigError `config.input` for a path that only a shell would understand, and for one that names a folder */
export function readReportPaths(read: ReadInput): ReportPaths {
  const path = (name: keyof ReportPaths): string | null => readPath(read, name);
  return { html: path("html"), json: path("json"), openmetrics: path("openmetrics"), ical: path("ical") };
}

/** A file inside the workspace; null when it is not given. */
export function readPath(read: ReadInput, name: keyof ReportPaths | "report"): string | null {
  const path = textOrNull(read, name);
  if (path === null) return null;
  if (/[\\/]$/.test(path))
    throw inputFault(name, `${quoted(path)} names a folder`, "Name the file, such as out/inventory.");
  const hint = pathHint(path);
  if (hint === "") return path;
  throw inputFault(name, `${quoted(path)} is not a path as it stands`, hint);
}
