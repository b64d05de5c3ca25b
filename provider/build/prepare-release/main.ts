/**
 * `npm run prepare-release X.Y.Z`: sets the version (package.json, package-lock.json, the Action's tag and the provider's
 * constraint in documents and examples), the changelog's heading, and makes anew what is committed of builds. Fails, before
 * anything is changed, on what the release workflow would find when the tag is public already: a tag or a version that
 * is taken, a commit that main does not have, a secret that is not set. Commits nothing: it ends with what to type.
 */
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import packageJson from "../../../package.json" with { type: "json" };
import { ROOT } from "../package-layout.ts";
import { judgeBranch, judgeSecrets } from "./judge-repository.ts";
import { DOCUMENTS, judgeVersion, withReleasedSection, withVersion } from "./release-edits.ts";

const CHANGELOG = join(ROOT, "CHANGELOG.md");
const [version = ""] = process.argv.slice(2);

const lines = (text: string): readonly string[] => text.split("\n").filter((line) => line !== "");
const problems = [...judgeVersion(version, packageJson.version, lines(run("git", "tag", "--list")))];
if (run("git", "status", "--porcelain") !== "") problems.push("there are changes that are not committed");
problems.push(
  ...judgeBranch({
    head: run("git", "rev-parse", "HEAD"),
    main: attempt("git", "ls-remote", "origin", "refs/heads/main"),
  }),
  ...judgeSecrets(attempt("gh", "secret", "list", "--env", "release", "--json", "name", "--jq", ".[].name")),
);
let changelog = "";
try {
  changelog = withReleasedSection(readFileSync(CHANGELOG, "utf8"), version);
} catch (problem) {
  problems.push(problem instanceof Error ? problem.message : String(problem));
}
if (problems.length > 0) {
  for (const problem of problems) console.error(problem);
  process.exit(1);
}

writeFileSync(CHANGELOG, changelog);
const mentions = "terraform-provider-sectigo@v|scm-as-code/sectigo|CERTIFICATES_VERSION";
for (const file of lines(
  run("git", "grep", "--files-with-matches", "--extended-regexp", mentions, "--", ...DOCUMENTS),
)) {
  const path = join(ROOT, file);
  const text = readFileSync(path, "utf8");
  const changed = withVersion(text, version);
  if (changed !== text) writeFileSync(path, changed);
}
run("npm", "version", version, "--no-git-tag-version", "--allow-same-version", "--ignore-scripts");
// In processes of their own, since package.json was read here already.
for (const script of ["build", "generate"]) run("npm", "run", script);
// The steps of the workflow's job `build`, here where they cost nothing.
run("npm", "run", "release");
console.log(`${version} is prepared: ${lines(run("git", "status", "--porcelain")).length} files have changed. Next:
  npm test
  git commit --all --message "release ${version}" && git tag --sign --message "${version}" v${version}
  git push origin HEAD v${version}`);

function run(command: string, ...args: readonly string[]): string {
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd: ROOT, encoding: "utf8" });
  if (error !== undefined) throw error;
  if (status === 0) return stdout.trim();
  throw new Error(`${command} ${args.join(" ")} ended with ${status}:\n${stdout}${stderr}`);
}

/** What a command prints; null when it can't be had here. */
function attempt(command: string, ...args: readonly string[]): string | null {
  const { status, stdout, error } = spawnSync(command, args, { cwd: ROOT, encoding: "utf8" });
  return error === undefined && status === 0 ? stdout.trim() : null;
}
