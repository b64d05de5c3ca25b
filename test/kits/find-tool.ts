import { spawnSync } from "node:child_process";

/**
 * A program that a test of the kits needs.
 * @throws Error that names the program and how to get it: a test that can't run must not look like one that passed
 */
export function findTool(program: string, args: readonly string[], remedy: string): string {
  const { status, stdout, stderr, error } = spawnSync(program, [...args], { encoding: "utf8" });
  if (error === undefined && status === 0) return `${stdout}${stderr}`.trim();
  const why = error === undefined ? `it ended with ${status}: ${stderr.trim()}` : error.message;
  throw new Error(`the tests of the kits need ${program} (${why}); remedy: ${remedy}`);
}
