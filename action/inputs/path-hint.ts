/** What a path looks like that a shell would have taken, and nothing here does; empty where it looks like a path. */
export function pathHint(path: string): string {
  if (path.startsWith("~")) return "No shell expands ~ here: write the path from the root of the repository.";
  if (/\$[{(]?[A-Za-z_]/.test(path))
    return "No shell expands variables here: use an expression of the workflow, or write the path itself.";
  return "";
}

/** The same for a line of a list, where several paths may stand in one line. */
export function pathLineHint(line: string): string {
  return pathHint(line) || (/[,;]\s*\S/.test(line) ? "Write one path or glob per line, without commas." : "");
}
