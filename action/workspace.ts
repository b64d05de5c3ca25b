import { access, constants, lstat, mkdir, realpath } from "node:fs/promises";
import { isAbsolute, join, relative, resolve, sep } from "node:path";
import { ConfigError, quoted } from "../core/index.ts";

/**
 * The checked-out repository. What a workflow reads and writes stays inside it: paths come from inputs, and what lies at
 * them (links, too) from all who could push a branch.
 */
export interface Workspace {
  /** Absolute, links resolved. */
  readonly root: string;
  /** Absolute path of a file or directory that is there. @throws ConfigError `config.path_missing`, `config.path_outside` */
  existing(path: string): Promise<string>;
  /** Makes a directory with all above it, none of them through a link that leads out. @throws ConfigError `config.path_outside` */
  directory(path: string): Promise<string>;
  /** Whether `directory` would succeed, with nothing made. @throws as it does */
  judgeDirectory(path: string): Promise<void>;
  /** As annotations want it: from the root, with forward slashes. */
  relative(path: string): string;
}

/** @param root as the runner names it (`GITHUB_WORKSPACE`) */
export async function openWorkspace(root: string): Promise<Workspace> {
  const real = await realpath(root).catch(() => {
    throw new ConfigError(`open the workspace ${quoted(root)}: it does not exist`, {
      code: "config.workspace",
      hint: "Check the repository out in a step before this one (actions/checkout).",
    });
  });
  const named = (path: string): string => nameInside(real, root, path);
  return {
    root: real,
    async existing(path) {
      const target = await realpath(named(path)).catch(() => {
        throw missing(path);
      });
      if (!isInside(real, target)) throw outside(path, "it is, or goes through, a link that leads out");
      return target;
    },
    async directory(path) {
      const parts = relative(real, named(path)).split(sep).filter(Boolean);
      let here = real;
      for (const part of parts) here = await step(real, join(here, part), path);
      return here;
    },
    async judgeDirectory(path) {
      let here = real;
      for (const part of relative(real, named(path)).split(sep).filter(Boolean)) {
        const next = join(here, part);
        if ((await lstat(next).catch(() => null)) === null) break;
        here = await inside(real, next, path);
      }
      await access(here, constants.W_OK | constants.X_OK).catch((error: NodeJS.ErrnoException) => {
        throw unusable(path, error);
      });
    },
    relative: (path) => relative(real, path).split(sep).join("/"),
  };
}

/** The path without looking at the disk; `..` and absolute paths may not leave. */
function nameInside(real: string, root: string, path: string): string {
  const inRoot = isAbsolute(path) && isInside(resolve(root), path) ? relative(resolve(root), path) : path;
  const target = resolve(real, inRoot);
  if (isInside(real, target)) return target;
  throw outside(path, "it leads out of the workspace");
}

/** One directory further down; what stands there already may be a link, as long as it stays inside. */
async function step(real: string, next: string, wanted: string): Promise<string> {
  await mkdir(next).catch(async (error: NodeJS.ErrnoException) => {
    if (error.code !== "EEXIST") throw unusable(wanted, error);
  });
  return inside(real, next, wanted);
}

/** A directory that is there, links resolved. */
async function inside(real: string, next: string, wanted: string): Promise<string> {
  const target = await realpath(next).catch((error: NodeJS.ErrnoException) => {
    throw unusable(wanted, error);
  });
  if (!isInside(real, target)) throw outside(wanted, "it goes through a link that leads out");
  if (!(await lstat(target)).isDirectory()) throw unusable(wanted, { code: "ENOTDIR" });
  return target;
}

function isInside(root: string, path: string): boolean {
  const way = relative(root, path);
  return way === "" || (!way.startsWith(`..${sep}`) && way !== ".." && !isAbsolute(way));
}

function missing(path: string): ConfigError {
  return new ConfigError(`read ${quoted(path)}: there is no such file in the workspace`, {
    code: "config.path_missing",
    hint: "Give the path from the root of the repository, and check the repository out before this step.",
  });
}

function outside(path: string, why: string): ConfigError {
  return new ConfigError(`use the path ${quoted(path)}: ${why}`, {
    code: "config.path_outside",
    hint: "Give a path inside the checked-out repository; only agent-directory may lie elsewhere.",
  });
}

function unusable(path: string, { code }: { readonly code?: string | undefined }): ConfigError {
  return new ConfigError(`make the directory ${quoted(path)}: the system says ${code ?? "no"}`, {
    code: "config.path_unusable",
    hint: "Check that nothing else has this name, and that the runner's user may write there.",
  });
}
