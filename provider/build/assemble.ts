import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Bundle } from "./bundle.ts";
import { compileExecutable } from "./executable.ts";
import { writeLauncher } from "./launcher.ts";
import { leastNode } from "./least-node.ts";
import { gatherNotices } from "./notices.ts";
import { layoutOf, ROOT } from "./package-layout.ts";
import type { Target } from "./target.ts";

/**
 * Puts a package together in a folder, made here: the executable, and on Linux the launcher and the bundle beside it.
 * @param wanted.runtime  path of Bun's program for the target's machine
 */
export function assemblePackage(wanted: {
  readonly program: Bundle;
  readonly target: Target;
  readonly version: string;
  readonly runtime: string;
  readonly folder: string;
}): void {
  const { program, target, version, runtime, folder } = wanted;
  const layout = layoutOf(target, version);
  mkdirSync(join(folder, "lib"), { recursive: true });
  compileExecutable({
    code: program.code,
    target,
    version,
    runtime,
    output: join(folder, layout.executable),
  });
  if (layout.bundle !== null) writeFileSync(join(folder, layout.bundle), program.code);
  if (target.glibc !== null) {
    writeFileSync(
      join(folder, layout.entry),
      writeLauncher({ glibc: target.glibc, leastNode: leastNode(program.parts.keys()) }),
      { mode: 0o755 },
    );
  }
  copyFileSync(join(ROOT, "LICENSE"), join(folder, layout.license));
  writeFileSync(join(folder, layout.notices), gatherNotices(program.parts.keys(), target.runtime));
}
