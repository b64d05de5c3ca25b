import { readFile, realpath, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import {
  ConfigError,
  generatePrivateKey,
  type KeySpec,
  PkiError,
  type PrivateKey,
  privateKeyPem,
  quoted,
  readPrivateKey,
  sameKey,
} from "../../core/index.ts";
import type { Step } from "../step.ts";
import type { StepLog } from "../step-log.ts";
import { writeWhole } from "../write-files.ts";

/** Where the keys of one certificate lie, and what is to be remembered beside them. */
export interface KeyPlaces {
  /** The key that is in use, with its certificate beside it. */
  readonly current: string;
  /** The key of an order under way: it is on the disk before the order goes out, so that no crash can lose it. */
  readonly pending: string;
  /** Is there from the moment something new lies here until the hook has taken it: also when a run ends in between. */
  readonly hookDue: string;
  /** Name of the host that orders for this directory, from before its first order on. */
  readonly host: string;
}

export function keyPlaces(directory: string, name: string): KeyPlaces {
  return {
    current: join(directory, `${name}.key.pem`),
    pending: join(directory, `.${name}.pending-key.pem`),
    hookDue: join(directory, `.${name}.hook-due`),
    host: join(directory, `.${name}.host`),
  };
}

/** A directory of the host, links resolved. @throws ConfigError `config.agent_directory` */
export async function hostDirectory(path: string): Promise<string> {
  const real = await realpath(path).catch(() => null);
  if (real !== null && (await stat(real)).isDirectory()) return real;
  throw new ConfigError(`use the directory ${quoted(path)}: it is not there`, {
    code: "config.agent_directory",
    path: "agent-directory",
    hint: "Make it on the host, with an owner and a mode that fit a private key; nothing is made outside of the workspace.",
  });
}

/**
 * @returns null when there is none
 * @throws PkiError for one that can't be read, with its path and nothing of its content
 */
export async function readKey(path: string, { mask }: Pick<StepLog, "mask">): Promise<PrivateKey | null> {
  const text = await readIfThere(path);
  if (text === null) return null;
  mask(text);
  try {
    const key = readPrivateKey(text);
    // As it is written again, which may be another form than the one it was found in.
    mask(privateKeyPem(key));
    return key;
  } catch (thrown) {
    if (!(thrown instanceof PkiError)) throw thrown;
    throw new PkiError(`read the key ${quoted(path)}: ${thrown.message.replace(` [${thrown.code}]`, "")}`, {
      code: thrown.code,
      hint: (words) => `Mend or move the file; without one, a new key is made. ${thrown.hintIn(words)}`,
    });
  }
}

/** @returns null when there is no such file */
export async function readIfThere(path: string): Promise<string | null> {
  return readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw new ConfigError(`read ${quoted(path)}: the system says ${error.code ?? "no"}`, {
      code: "config.key_unreadable",
      hint: "Let the runner's user read it, or name another directory.",
    });
  });
}

/** The key of an order under way, or a new one, which is on the disk before it is answered. */
export async function pendingKey(
  { pending }: KeyPlaces,
  spec: KeySpec,
  { random, log }: Pick<Step, "random" | "log">,
): Promise<PrivateKey> {
  const held = await readKey(pending, log);
  if (held !== null) return held;
  const made = await generatePrivateKey(spec);
  const content = privateKeyPem(made);
  log.mask(content);
  await writeWhole([{ path: pending, content, mode: 0o600 }], random);
  return made;
}

/** To be called once this key is in its place; the key of another order under way stays. */
export async function forgetPending(
  { pending }: KeyPlaces,
  delivered: PrivateKey,
  log: StepLog,
): Promise<void> {
  const held = await readKey(pending, log);
  if (held !== null && sameKey(held.publicKey, delivered.publicKey)) await rm(pending, { force: true });
}
