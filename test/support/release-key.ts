import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * A throw-away key for signing, made by gpg and locked.
 * @param kind  as gpg names it, e.g. `rsa2048`
 * @returns the secret key, ASCII-armored, and the public one as octets
 */
export function makeReleaseKey(kind: string, passphrase: string) {
  // A folder of its own: gpg's agent ends some time after it was told to, and may write a key once more until then.
  const home = mkdtempSync(join(tmpdir(), "release-key-"));
  const env = { PATH: process.env.PATH, GNUPGHOME: home };
  const gpg = (...args: readonly string[]): Buffer => {
    const locked = ["--pinentry-mode", "loopback", "--passphrase", passphrase];
    const { status, stdout, stderr } = spawnSync("gpg", ["--batch", "--quiet", ...locked, ...args], { env });
    if (status !== 0) throw new Error(`gpg ${args.join(" ")} ended with ${status}: ${stderr}`);
    return stdout;
  };
  gpg("--quick-generate-key", "Throw-away <release@example.test>", kind, "sign", "never");
  const armored = gpg("--armor", "--export-secret-keys").toString("latin1");
  const publicKey = gpg("--export");
  spawnSync("gpgconf", ["--kill", "all"], { env });
  rmSync(home, { recursive: true, force: true, maxRetries: 10 });
  return { armored, publicKey };
}
