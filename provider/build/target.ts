/** One kind of machine, in the words of everyone who has a word for it. */
export interface Target {
  /** As Terraform names the folder and the zip, e.g. `linux_amd64`. */
  readonly platform: string;
  /** As Bun names the executable to build on; for processors without AVX2 where there is a choice. */
  readonly bunTarget: string;
  /** The npm package with Bun's program for this machine. */
  readonly runtime: string;
  /** End of an executable's file name. */
  readonly suffix: "" | ".exe";
  /**
   * Where glibc's loader lies on machines that can run the executable, and what tells musl apart that only pretends.
   * Null where there is no such question, and thus no launcher.
   */
  readonly glibc: Glibc | null;
}

export interface Glibc {
  readonly loader: string;
  /** Alpine's compatibility package has a loader of glibc's name, which does not carry a program of this size. */
  readonly alpineMark: string;
  /** What the executable wants of the processor, as /proc/cpuinfo names it; null for no more than the platform has. */
  readonly processorFlag: string | null;
}

const ALPINE = "/etc/alpine-release";

/** Every machine that the provider is built for. Loader paths: the platforms' ELF ABI supplements. */
export const TARGETS: readonly Target[] = [
  {
    platform: "linux_amd64",
    bunTarget: "bun-linux-x64-baseline",
    runtime: "@oven/bun-linux-x64",
    suffix: "",
    glibc: { loader: "/lib64/ld-linux-x86-64.so.2", alpineMark: ALPINE, processorFlag: "sse4_2" },
  },
  {
    platform: "linux_arm64",
    bunTarget: "bun-linux-arm64",
    runtime: "@oven/bun-linux-aarch64",
    suffix: "",
    glibc: { loader: "/lib/ld-linux-aarch64.so.1", alpineMark: ALPINE, processorFlag: null },
  },
  {
    platform: "darwin_amd64",
    bunTarget: "bun-darwin-x64",
    runtime: "@oven/bun-darwin-x64",
    suffix: "",
    glibc: null,
  },
  {
    platform: "darwin_arm64",
    bunTarget: "bun-darwin-arm64",
    runtime: "@oven/bun-darwin-aarch64",
    suffix: "",
    glibc: null,
  },
  {
    platform: "windows_amd64",
    bunTarget: "bun-windows-x64-baseline",
    runtime: "@oven/bun-windows-x64",
    suffix: ".exe",
    glibc: null,
  },
  {
    platform: "windows_arm64",
    bunTarget: "bun-windows-arm64",
    runtime: "@oven/bun-windows-aarch64",
    suffix: ".exe",
    glibc: null,
  },
];

const SYSTEMS: Readonly<Record<string, string>> = { linux: "linux", darwin: "darwin", win32: "windows" };
const PROCESSORS: Readonly<Record<string, string>> = { x64: "amd64", arm64: "arm64" };

/**
 * The target of the machine that Node runs on.
 * @throws Error when the provider is not built for it
 */
export function targetOf(system: NodeJS.Platform, processor: NodeJS.Architecture): Target {
  const platform = `${SYSTEMS[system] ?? system}_${PROCESSORS[processor] ?? processor}`;
  const target = TARGETS.find((each) => each.platform === platform);
  if (target !== undefined) return target;
  const known = TARGETS.map((each) => each.platform).join(", ");
  throw new Error(`no package is built for ${platform}; there are ${known}`);
}
