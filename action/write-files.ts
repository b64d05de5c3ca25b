import { open, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { ConfigError, quoted } from "../core/index.ts";

export interface WholeFile {
  /** Absolute, in a directory that exists. */
  readonly path: string;
  readonly content: string | Uint8Array;
  /** Permissions, whatever the process's mask. */
  readonly mode: number;
}

/** A file that may come in pieces, so that it need not be held whole. */
export interface GivenFile extends Omit<WholeFile, "content"> {
  readonly content: WholeFile["content"] | Iterable<string>;
}

/**
 * Writes files that belong together so that each appears whole or not at all, and none before all are on the disk: beside
 * their places first, then moved over what was there. A link at such a place is replaced, not followed.
 * @param random 0 up to 1, for names that are not used yet
 * @throws ConfigError `config.file_unwritable`; then nothing has changed, unless the move itself failed midway
 */
export async function writeWhole(files: readonly GivenFile[], random: () => number): Promise<void> {
  const tag = random().toString(36).slice(2, 12).padEnd(10, "0");
  const staged = files.map((file) => ({ file, place: stageOf(file.path, tag) }));
  try {
    for (const { file, place } of staged) await writeNew(place, file);
    for (const { file, place } of staged) await attempt(file.path, () => rename(place, file.path));
  } catch (error) {
    await Promise.all(staged.map(({ place }) => rm(place, { force: true })));
    throw error;
  }
}

function stageOf(path: string, tag: string): string {
  return join(dirname(path), `.${basename(path)}.${tag}`);
}

/** Whether a file is what a process that was killed has left of writing another one. Both are names without folders. */
export function isStageOf(name: string, whole: string): boolean {
  return name.startsWith(`.${whole}.`) && /^[0-9a-z]{10}$/.test(name.slice(whole.length + 2));
}

async function writeNew(place: string, { path, content, mode }: GivenFile): Promise<void> {
  await attempt(path, async () => {
    // Exclusive: never into a file or link that another user has put there. Closed to others until it is whole.
    const handle = await open(place, "wx", 0o600);
    try {
      const pieces = typeof content === "string" || content instanceof Uint8Array ? [content] : content;
      // Each goes on where the one before ended.
      for (const piece of pieces) await handle.writeFile(piece);
      await handle.chmod(mode);
      await handle.sync();
    } finally {
      await handle.close();
    }
  });
}

async function attempt(path: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? "an error"; // node:fs throws nothing else
    throw new ConfigError(`write ${quoted(path)}: the system says ${code}`, {
      code: "config.file_unwritable",
      hint: "Check space, permissions, and that no directory has this name.",
      cause: error,
    });
  }
}
