import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Target } from "./target.ts";

/** Root of the checkout. */
export const ROOT = fileURLToPath(new URL("../..", import.meta.url));
/** Where a filesystem mirror of Terraform's layout is built; a CLI configuration points here. */
export const MIRROR = join(ROOT, "dist", "mirror");
/** Where `scm-as-code/sectigo` is looked for: the first by Terraform, the second by OpenTofu. */
export const HOSTS = ["registry.terraform.io", "registry.opentofu.org"] as const;
type Host = (typeof HOSTS)[number];

/** Files of one package, relative to its folder. */
interface PackageLayout {
  /**
   * What Terraform starts: the first file in the folder whose name begins with the provider's. Nothing else in the
   * folder may begin so, which is why the rest lies in `lib/`.
   */
  readonly entry: string;
  /** The compiled program; the entry itself where no launcher is needed. */
  readonly executable: string;
  /** The same program as JavaScript, for Node on musl; null where there is no musl. */
  readonly bundle: string | null;
  readonly license: string;
  readonly notices: string;
}

export function layoutOf(target: Target, version: string): PackageLayout {
  const entry = `terraform-provider-sectigo_v${version}${target.suffix}`;
  const isLaunched = target.glibc !== null;
  return {
    entry,
    executable: isLaunched ? join("lib", "provider") : entry,
    bundle: isLaunched ? join("lib", "provider.cjs") : null,
    license: "LICENSE",
    notices: join("lib", "third-party-licenses.txt"),
  };
}

/** Folder of one package inside a mirror, unpacked as Terraform reads it. */
export function folderOf(mirror: string, target: Target, version: string, host: Host = HOSTS[0]): string {
  return join(mirror, host, "scm-as-code", "sectigo", version, target.platform);
}
