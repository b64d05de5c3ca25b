import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import packageJson from "../../package.json" with { type: "json" };
import { unzip } from "../../provider/build/fixtures/unzip.ts";
import { judgeExecutable } from "../../provider/build/inspect/judge-executable.ts";
import { readMachO } from "../../provider/build/inspect/mach-o.ts";
import { layoutOf } from "../../provider/build/package-layout.ts";
import { TARGETS, targetOf } from "../../provider/build/target.ts";
import { FLAVOURS } from "../../provider/cdktf/flavour.ts";
import { HEADER } from "./support/configuration.ts";
import { networkMirror, packedMirror, release, writeCliConfig } from "./support/release.ts";
import { registryHost, Workspace } from "./support/terraform.ts";

const { version } = packageJson;
const BASE = `terraform-provider-sectigo_${version}`;
const here = targetOf(process.platform, process.arch);
const room = mkdtempSync(join(tmpdir(), "release-test-"));
const made = join(room, "release");
// Six compilations and as many archives of 50 MB; the compilers of other machines come from npm's registry or cache.
beforeAll(async () => {
  await release(["--output", made]);
}, 600_000);
afterAll(() => rmSync(room, { recursive: true }));

const read = (name: string): Buffer => readFileSync(join(made, `${BASE}_${name}`));
const sha256 = (octets: Uint8Array): string => createHash("sha256").update(octets).digest("hex");

function lockFile(checksums: readonly string[]): string {
  const hashes = checksums.map((checksum) => `    "zh:${checksum}",`).join("\n");
  return `provider "${registryHost()}/scm-as-code/sectigo" {
  version = "${version}"
  hashes = [
${hashes}
  ]
}
`;
}

/** A folder with a configuration that needs the provider, installed in one way. */
function workspaceWith(installation: string, environment: Readonly<Record<string, string>> = {}): Workspace {
  const workspace = new Workspace({ environment, files: { "main.tf": HEADER } });
  writeCliConfig(join(workspace.folder, "cli.tfrc"), installation);
  return workspace;
}

/** Installs, and starts what was installed. */
async function installAndStart(workspace: Workspace): Promise<void> {
  await workspace.init();
  const { stdout } = await workspace.must(["providers", "schema", "-json"]);
  expect(stdout).toContain('"sectigo_certificate"');
}

describe("the release's files", () => {
  it("are what a registry takes, and nothing else", () => {
    const zips = TARGETS.map(({ platform }) => `${BASE}_${platform}.zip`);
    const rest = ["SHA256SUMS", "manifest.json", "sbom.cdx.json"].map((name) => `${BASE}_${name}`);
    const packages = FLAVOURS.map(({ kit }) => `scm-as-code-${kit}-provider-sectigo-${version}.tgz`);
    expect(readdirSync(made).sort()).toEqual(
      [...zips, ...rest, ...packages, `sectigo-certificates_${version}.zip`].sort(),
    );
    expect(JSON.parse(read("manifest.json").toString())).toEqual({
      version: 1,
      metadata: { protocol_versions: ["6.0"] },
    });
  });

  it("have right checksums, each once", () => {
    const lines = read("SHA256SUMS").toString().trimEnd().split("\n");
    const summed = readdirSync(made).filter((name) => !name.includes("SHA256SUMS"));
    expect(lines).toEqual(summed.sort().map((name) => `${sha256(readFileSync(join(made, name)))}  ${name}`));
  });

  it("name in the bill of materials whatever the licences name", () => {
    const { components } = JSON.parse(read("sbom.cdx.json").toString());
    const entries = unzip(read(`${here.platform}.zip`));
    const notices = entries.find(({ name }) => name.endsWith("licenses.txt"))?.content.toString() ?? "";
    const named = [...notices.matchAll(/^(\S+) (\d\S*) \(.+\)$/gm)].map(([, name, told]) => [name, told]);
    const shipped = (components as { name: string; version: string; scope: string }[]).filter(
      ({ name, scope }) => scope === "required" && (!name.startsWith("@oven/") || name === here.runtime),
    );
    expect(shipped.map((each) => [each.name, each.version])).toEqual(named);
  });

  it("are the same octets when built again, elsewhere", async () => {
    const again = join(room, "again");
    const platforms = [here.platform, "darwin_amd64"];
    const targets = platforms.flatMap((platform) => ["--target", platform]);
    await release(["--output", again, ...targets], {
      TMPDIR: mkdtempSync(join(room, "tmp-")),
      TZ: "Asia/Tokyo",
    });
    for (const name of [
      ...platforms.map((platform) => `${platform}.zip`),
      "manifest.json",
      "sbom.cdx.json",
    ]) {
      const one = sha256(readFileSync(join(again, `${BASE}_${name}`)));
      expect([name, one]).toEqual([name, sha256(read(name))]);
    }
    for (const name of readdirSync(again).filter((file) => file.endsWith(".tgz"))) {
      expect([name, sha256(readFileSync(join(again, name)))]).toEqual([
        name,
        sha256(readFileSync(join(made, name))),
      ]);
    }
  }, 300_000);
});

it.each(
  TARGETS,
)("the zip for $platform has the package's files, and a program that can start there", (target) => {
  const layout = layoutOf(target, version);
  const files = Object.values(layout).filter((file) => file !== null);
  const entries = unzip(read(`${target.platform}.zip`));
  expect(entries.map(({ name }) => name).sort()).toEqual([...new Set(files)].sort());
  const executable = entries.filter(({ mode }) => (mode & 0o111) === 0o111).map(({ name }) => name);
  expect(executable.sort()).toEqual([...new Set([layout.entry, layout.executable])].sort());
  const program = entries.find(({ name }) => name === layout.executable);
  expect(judgeExecutable(program?.content ?? Buffer.alloc(0), target)).toEqual([]);
});

/** The program in the zip for a machine. */
function programFor(platform: string): Buffer {
  const program = unzip(read(`${platform}.zip`)).find(({ name }) => name.startsWith("terraform-provider-"));
  if (program === undefined) throw new Error(`there is no program for ${platform}`);
  return program.content;
}

it.each(["darwin_amd64", "darwin_arm64"])("the program for %s is signed under its own name", (platform) => {
  const { signature } = readMachO(programFor(platform));
  expect(signature).toMatchObject({
    isAdHoc: true,
    identifier: "terraform-provider-sectigo",
    brokenPages: [],
  });
});

it.each(["windows_amd64", "windows_arm64"])("the program for %s says whose it is", (platform) => {
  const program = programFor(platform);
  // Values begin at a multiple of four octets; these three names are equally long.
  const says = (name: "ProductName" | "CompanyName" | "FileVersion", value: string): boolean =>
    program.includes(Buffer.from(`${name}\0\0${value}\0`, "utf16le"));
  expect(says("ProductName", "terraform-provider-sectigo")).toBe(true);
  expect(says("CompanyName", "scm-as-code")).toBe(true);
  expect(says("FileVersion", `${version}.0`)).toBe(true);
  expect(says("CompanyName", "Oven")).toBe(false);
});

describe("terraform installs the zip", () => {
  it("from a mirror on disk, packed, and locks its checksum", async () => {
    const zip = join(made, `${BASE}_${here.platform}.zip`);
    const workspace = workspaceWith(packedMirror([zip], join(room, "packed")));
    try {
      await installAndStart(workspace);
      expect(workspace.read(".terraform.lock.hcl")).toMatch(/"h1:/);
    } finally {
      workspace.remove();
    }
  });

  it("from a network mirror with a private CA, by the lock file of another machine", async () => {
    const zip = read(`${here.platform}.zip`);
    await using mirror = await networkMirror({
      version,
      platform: here.platform,
      zip,
      checksum: sha256(zip),
    });
    const authority = join(room, "authority.pem");
    writeFileSync(authority, mirror.authorityPem);
    const workspace = workspaceWith(`network_mirror {\n    url = ${JSON.stringify(mirror.url)}\n  }`, {
      SSL_CERT_FILE: authority,
    });
    try {
      // As an init against the registry on any machine would have written it.
      const checksums = read("SHA256SUMS")
        .toString()
        .matchAll(/^(\w{64}) {2}.*\.zip$/gm);
      workspace.write(".terraform.lock.hcl", lockFile([...checksums].map(([, checksum = ""]) => checksum)));
      await installAndStart(workspace);
      rmSync(join(workspace.folder, ".terraform"), { recursive: true });
      workspace.write(".terraform.lock.hcl", lockFile(["0".repeat(64)]));
      const refused = await workspace.run(["init", "-no-color"]);
      expect(refused.code).toBe(1);
      expect(refused.stderr.replace(/[│\s]+/g, " ")).toContain("doesn't match any of the checksums");
      expect(mirror.paths.some((path) => path.endsWith("provider.zip"))).toBe(true);
    } finally {
      workspace.remove();
    }
  });
});
