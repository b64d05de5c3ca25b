/**
 * `npm run build`: builds the provider's package for this machine into `dist/mirror`, a filesystem mirror as Terraform
 * reads it. Nothing is compiled when the bundle, the flags and the compiler are those of the package that is there.
 */
import { createHash } from "node:crypto";
import { existsSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import packageJson from "../../package.json" with { type: "json" };
import { assemblePackage } from "./assemble.ts";
import { type Bundle, bundle } from "./bundle.ts";
import { COMPILE_FLAGS } from "./executable.ts";
import { writeLauncher } from "./launcher.ts";
import { leastNode } from "./least-node.ts";
import { gatherNotices } from "./notices.ts";
import { folderOf, HOSTS, layoutOf, MIRROR, ROOT } from "./package-layout.ts";
import { OWN_RUNTIME } from "./runtime.ts";
import { targetOf } from "./target.ts";

const { version } = packageJson;
const target = targetOf(process.platform, process.arch);
const layout = layoutOf(target, version);
const folder = folderOf(MIRROR, target, version);
const stampFile = join(ROOT, "dist", "mirror.sha256");

const program = await bundle("provider/main.ts");
const stamp = stampOf(program);
if (readStamp() === stamp) {
  console.log(`${folder} is up to date`);
} else {
  rmSync(stampFile, { force: true });
  buildPackage(program);
  // Last, so that a build that broke off is done again.
  writeFileSync(stampFile, stamp);
  console.log(`built ${folder}`);
}

/** What decides over the octets of the package. */
function stampOf({ code, parts }: Bundle): string {
  const hash = createHash("sha256").update(code);
  hash.update(
    JSON.stringify([HOSTS, version, target, layout, COMPILE_FLAGS, packageJson.devDependencies.bun]),
  );
  hash.update(gatherNotices(parts.keys(), target.runtime));
  if (target.glibc !== null) {
    hash.update(writeLauncher({ glibc: target.glibc, leastNode: leastNode(parts.keys()) }));
  }
  return hash.digest("hex");
}

/** The stamp of the package that is there; null when there is none or a file of it is missing. */
function readStamp(): string | null {
  const isWhole = Object.values(layout).every((file) => file === null || existsSync(join(folder, file)));
  return isWhole && existsSync(stampFile) ? readFileSync(stampFile, "utf8") : null;
}

function buildPackage(program: Bundle): void {
  // Built beside the mirror and moved in whole: a terraform that starts meanwhile finds the old one or the new one,
  // and a provider that runs keeps the file that it was started from.
  const site = join(ROOT, "dist", `mirror.${process.pid}`);
  const former = `${site}.former`;
  try {
    assemblePackage({
      program,
      target,
      version,
      runtime: OWN_RUNTIME,
      folder: folderOf(site, target, version),
    });
    for (const host of HOSTS.slice(1)) linkPackage(site, host);
    if (existsSync(MIRROR)) renameSync(MIRROR, former);
    renameSync(site, MIRROR);
  } finally {
    rmSync(former, { recursive: true, force: true });
    rmSync(site, { recursive: true, force: true });
  }
}

/** The package under another host. By hard links: `tofu init` follows no symbolic ones in a mirror. */
function linkPackage(site: string, host: (typeof HOSTS)[number]): void {
  const from = folderOf(site, target, version);
  const to = folderOf(site, target, version, host);
  for (const file of Object.values(layout)) {
    if (file === null) continue;
    mkdirSync(dirname(join(to, file)), { recursive: true });
    linkSync(join(from, file), join(to, file));
  }
}
