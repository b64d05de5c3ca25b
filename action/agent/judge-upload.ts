import { readFile } from "node:fs/promises";
import { posix } from "node:path";
import { quoted } from "../../core/index.ts";
import type { Problem } from "../problem.ts";
import type { Step } from "../step.ts";

/**
 * Whether the workflow that runs uploads the folder where a key was put: an artifact can be read by everyone who may read the
 * repository. Only the file that the run names is looked at; one of another repository is not here.
 * Source: GitHub's documentation "Default environment variables" (`GITHUB_WORKFLOW_REF`), and of actions/upload-artifact.
 * @param directory of the key, from the root of the repository
 */
export async function judgeUpload(
  directory: string,
  { variables, workspace }: Pick<Step, "variables" | "workspace">,
): Promise<readonly Problem[]> {
  const path = /^[^/]+\/[^/]+\/(.+)@/.exec(variables.GITHUB_WORKFLOW_REF ?? "")?.[1];
  if (path === undefined) return [];
  const text = await workspace.existing(path).then(
    (file) => readFile(file, "utf8"),
    () => null,
  );
  if (text === null || !uploadsOf(text).some((paths) => covers(paths, directory))) return [];
  return [
    {
      severity: "warning",
      summary: `The workflow uploads ${quoted(directory)}, where the private key lies`,
      detail:
        "Everyone who may read the repository can download an artifact. Take keys out (`!**/*.key.pem` and `!**/*.p12` below path), " +
        "or name the certificate's files alone.",
      path,
    },
  ];
}

/** Paths of each step that uploads, line by line. A step begins with a dash; what `path:` holds is in its line or below it. */
function uploadsOf(workflow: string): readonly (readonly string[])[] {
  return workflow
    .split(/^\s*- (?=\w+:)/m)
    .filter((step) => /^\s*uses:\s*["']?actions\/upload-(?:artifact|pages-artifact)@/m.test(step))
    .map(pathsOf);
}

function pathsOf(step: string): readonly string[] {
  const lines = step.split("\n");
  const at = lines.findIndex((line) => /^\s*path:/.test(line));
  if (at === -1) return [];
  const depth = (line: string): number => line.search(/\S/);
  const [, own = ""] = /^\s*path:\s*(.*)$/.exec(lines[at] ?? "") ?? [];
  const below = lines.slice(at + 1);
  const end = below.findIndex((line) => line.trim() !== "" && depth(line) <= depth(lines[at] ?? ""));
  const listed = /^[|>]/.test(own) ? below.slice(0, end === -1 ? undefined : end) : [own];
  return listed.map((line) => line.trim().replace(/^["']|["']$/g, "")).filter((line) => line !== "");
}

/** What an expression stands for is not known here, so it is taken to be the folder. */
function covers(paths: readonly string[], directory: string): boolean {
  if (paths.some((path) => /^!.*(?:key|\.pem)/.test(path))) return false;
  return paths.some((path) => {
    if (path.includes("${{")) return true;
    const [fixed = ""] = path.split(/[*?[{]/, 1);
    const folder = posix.normalize(fixed.replace(/[^/]*$/, (last) => (fixed === path ? last : "")) || ".");
    const bare = folder.replace(/\/$/, "");
    return bare === "." || directory === bare || directory.startsWith(`${bare}/`);
  });
}
