import { spawnSync } from "node:child_process";

/** What a run of openssl said. */
export interface Said {
  readonly ok: boolean;
  readonly stdout: string;
  /** Everything: openssl writes verdicts to either stream. */
  readonly output: string;
}

/**
 * Runs openssl, the judge that our own readers can't be: `openssl req -verify`, `openssl pkcs12` and so on.
 * @param input what it reads from its standard input
 */
export function openssl(args: readonly string[], input: string | Uint8Array = ""): Said {
  const { status, stdout, stderr, error } = spawnSync("openssl", args, { input, encoding: "utf8" });
  if (error !== undefined)
    throw new Error("openssl is not on the PATH; install it to run these tests", { cause: error });
  return { ok: status === 0, stdout, output: stdout + stderr };
}
