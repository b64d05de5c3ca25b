import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../../provider/build/package-layout.ts";

/** Environment in which git knows a committer and no settings of this machine. */
export const GIT = {
  GIT_CONFIG_GLOBAL: "/dev/null",
  GIT_AUTHOR_NAME: "t",
  GIT_AUTHOR_EMAIL: "t@example.test",
  GIT_COMMITTER_NAME: "t",
  GIT_COMMITTER_EMAIL: "t@example.test",
} as const;

/**
 * The files of this checkout as they are now, as the one commit of a repository of their own, with its packages.
 * @param folder  on one file system with this checkout
 */
export function copyCheckout(folder: string): void {
  const files = run(ROOT, "git", "ls-files", "-co", "--exclude-standard").split("\n");
  for (const file of files) {
    if (existsSync(join(ROOT, file)))
      cpSync(join(ROOT, file), join(folder, file), { verbatimSymlinks: true });
  }
  mkdirSync(folder, { recursive: true });
  // By hard links: what is bundled is told apart by its path in the checkout, which a symbolic link would lead out of.
  run(folder, "cp", "--archive", "--link", join(ROOT, "node_modules"), folder);
  run(folder, "git", "init", "--quiet", "--initial-branch=main");
  run(folder, "git", "add", "--all");
  run(folder, "git", "commit", "--quiet", "--message", "as it is");
}

function run(cwd: string, command: string, ...args: readonly string[]): string {
  const env = { ...process.env, ...GIT };
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, env, encoding: "utf8" });
  if (status !== 0) throw new Error(`${command} ${args.join(" ")} ended with ${status}\n${stdout}${stderr}`);
  return stdout.trim();
}
