import { lstat, readdir, rmdir, unlink } from "node:fs/promises";
import { connect } from "node:net";
import { join } from "node:path";

/** A socket that is bound and does not listen yet refuses as a dead one does, and a machine under load makes that last. */
const YOUNGEST_MS = 60_000;

/** As `makeDirectory` of socket.ts names them. */
const OURS = /^plugin-[A-Za-z0-9]{6}$/;

/**
 * Removes the socket folders of plugins that were killed: a process that gets SIGKILL can't remove its own. Only folders of
 * this user go that are older than a minute and hold nothing but a socket on which no process listens. What can't be judged or removed stays; nothing here
 * may stand in the way of serving.
 * @param under  the directory for temporary files
 * @param except the folder of the process that sweeps
 * @returns how many were removed
 */
export async function sweepSockets(
  under: string,
  { except, userId, now }: { readonly except: string; readonly userId: number; readonly now: Date },
): Promise<number> {
  const names = await readdir(under).catch(() => []);
  const folders = names.filter((name) => OURS.test(name)).map((name) => join(under, name));
  const swept = await Promise.all(
    folders.filter((folder) => folder !== except).map((folder) => sweepOne(folder, userId, now)),
  );
  return swept.filter((isRemoved) => isRemoved).length;
}

async function sweepOne(folder: string, userId: number, now: Date): Promise<boolean> {
  try {
    const owner = await lstat(folder);
    if (!owner.isDirectory() || owner.uid !== userId) return false;
    if (now.getTime() - owner.mtimeMs < YOUNGEST_MS) return false;
    const held = await readdir(folder);
    const socket = join(folder, "socket");
    if (held.length !== 1 || held[0] !== "socket" || !(await lstat(socket)).isSocket()) return false;
    if (!(await isDead(socket))) return false;
    await unlink(socket);
    await rmdir(folder);
    return true;
  } catch {
    // Another process sweeps too, or the folder is gone: either way it is not this one's to remove.
    return false;
  }
}

/** Whether connecting is refused, as it is when the process behind a socket is gone. */
function isDead(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const attempt = connect(path);
    attempt.once("connect", () => {
      attempt.destroy();
      resolve(false);
    });
    attempt.once("error", (failure: NodeJS.ErrnoException) => resolve(failure.code === "ECONNREFUSED"));
  });
}
