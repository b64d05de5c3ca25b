import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { ROOT } from "../../provider/build/package-layout.ts";
import { targetOf } from "../../provider/build/target.ts";
import { findTerraform } from "../acceptance/support/terraform.ts";
import { copyCheckout, GIT } from "../support/checkout-copy.ts";
import { makeReleaseKey } from "../support/release-key.ts";

/**
 * The day of a release, from `npm run prepare-release` to npm, in a checkout of its own with a remote of its own. What acts on the
 * world is stood in for: `gh` writes down what it is told; `npm` installs nothing, builds for this machine alone
 * (release.test.ts builds for all) and publishes dry. Steps that are GitHub's actions hand on files; their pins have tests elsewhere.
 */
const VERSION = "987.6.5";
const PASSPHRASE = "open sesame";
// In the checkout's own `dist`, on one file system with its packages.
mkdirSync(join(ROOT, "dist"), { recursive: true });
const room = mkdtempSync(join(ROOT, "dist", "release-day-"));
const checkout = join(room, "checkout");
const remote = join(room, "remote.git");
const standIns = join(room, "bin");
const told = join(room, "told.txt");
afterAll(() => rmSync(room, { recursive: true }));

interface Step {
  readonly name?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, string>>;
}
interface Workflow {
  readonly jobs: Readonly<Record<string, { readonly steps: readonly Step[] }>>;
}

const environment: Readonly<Record<string, string | undefined>> = {
  ...process.env,
  PATH: [standIns, join(ROOT, "node_modules", ".bin"), dirname(findTerraform()), process.env.PATH].join(
    delimiter,
  ),
  ...GIT,
};

function must(cwd: string, command: string, ...args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, env: environment, encoding: "utf8" });
  if (status !== 0) throw new Error(`${command} ${args.join(" ")} ended with ${status}\n${stdout}${stderr}`);
  return stdout.trim();
}

/** This checkout as the tip of a remote's main. */
function checkOut(): void {
  copyCheckout(checkout);
  must(room, "git", "init", "--quiet", "--bare", remote);
  must(checkout, "git", "remote", "add", "origin", remote);
  must(checkout, "git", "push", "--quiet", "origin", "main");
}

function standIn(name: string, text: string): void {
  mkdirSync(standIns, { recursive: true });
  writeFileSync(join(standIns, name), `#!/bin/sh\n${text}\n`, { mode: 0o755 });
}

function standInForTheWorld(): void {
  const npm = must(room, "sh", "-c", "command -v npm");
  const { platform } = targetOf(process.platform, process.arch);
  standIn(
    "gh",
    `echo "gh $*" >> ${told}
case "$*" in
  *"secret list"*) printf 'GPG_PRIVATE_KEY\\nGPG_PASSPHRASE\\n' ;;
  *git/ref/tags*) exit 1 ;;
esac`,
  );
  standIn(
    "npm",
    `case "$1 $2" in
  "ci "*) exit 0 ;;
  "run release") exec ${npm} run release -- --target ${platform} ;;
  "view "*) exit 0 ;;
  "publish "*) echo "npm $*" >> ${told}; exec ${npm} publish "$2" --dry-run --access public --ignore-scripts ;;
esac
exec ${npm} "$@"`,
  );
}

/** Runs the steps of a job as a runner does, in a folder with what former jobs handed on. @returns that folder */
function runJob(job: string, secrets: Readonly<Record<string, string>> = {}): string {
  const { jobs } = parse(readFileSync(join(checkout, ".github/workflows/release.yml"), "utf8")) as Workflow;
  const steps = jobs[job]?.steps ?? [];
  const isInCheckout = steps.some(({ uses }) => uses?.startsWith("actions/checkout@"));
  const folder = isInCheckout ? checkout : mkdtempSync(join(room, `${job}-`));
  const handedOn = (name = ""): string => join(room, "artifacts", name);
  for (const { uses = "", run, with: inputs = {} } of steps) {
    if (uses.startsWith("actions/download-artifact@"))
      cpSync(handedOn(inputs.name), folder, { recursive: true });
    if (uses.startsWith("actions/upload-artifact@")) {
      const files = must(folder, "bash", "-c", `ls -d ${inputs.path?.split("\n").join(" ")}`).split("\n");
      for (const file of files)
        cpSync(join(folder, file), join(handedOn(inputs.name), file), { recursive: true });
    }
    // The tests themselves, among which this one runs.
    if (run === undefined || run === ".ci/run") continue;
    const { status, stdout, stderr } = spawnSync("bash", ["-e", "-c", run], {
      cwd: folder,
      encoding: "utf8",
      env: {
        ...environment,
        GITHUB_REF_NAME: `v${VERSION}`,
        GITHUB_SHA: must(checkout, "git", "rev-parse", "HEAD"),
        GITHUB_REPOSITORY: "scm-as-code/terraform-provider-sectigo",
        GITHUB_OUTPUT: join(room, "output.txt"),
        ...secrets,
      },
    });
    if (status !== 0) throw new Error(`job ${job}, ${run}: ended with ${status}\n${stdout}${stderr}`);
  }
  return folder;
}

describe("the day of a release", { timeout: 600_000 }, () => {
  it("is prepared where nothing speaks against it", () => {
    standInForTheWorld();
    checkOut();
    const prepare = ["provider/build/prepare-release/main.ts", VERSION];
    writeFileSync(join(checkout, "left-over.txt"), "");
    expect(() => must(checkout, "node", ...prepare)).toThrow("changes that are not committed");
    rmSync(join(checkout, "left-over.txt"));
    expect(must(checkout, "node", ...prepare)).toContain(`${VERSION} is prepared`);
    const changed = must(checkout, "git", "diff", "--name-only").split("\n");
    const expected = [
      "CHANGELOG.md",
      "README.md",
      "action/dist/main.cjs",
      "package-lock.json",
      "package.json",
    ];
    expect(changed).toEqual(expect.arrayContaining(expected));
    expect(readFileSync(join(checkout, "README.md"), "utf8")).toContain("terraform-provider-sectigo@v987\n");
    must(checkout, "git", "commit", "--quiet", "--all", "--message", `release ${VERSION}`);
    must(checkout, "git", "tag", `v${VERSION}`);
  });

  it("runs every job of the workflow to its end", () => {
    for (const job of ["test", "build"]) runJob(job);
    const { armored } = makeReleaseKey("rsa2048", PASSPHRASE);
    runJob("sign", { GPG_PRIVATE_KEY: armored, GPG_PASSPHRASE: PASSPHRASE });
    const published = runJob("publish");
    expect(readFileSync(join(published, "notes.md"), "utf8")).toMatch(
      /^- [\s\S]+Signed by the key [0-9A-F]{40}/m,
    );
    runJob("npm");
    const lines = readFileSync(told, "utf8").trim().split("\n");
    const release = lines.find((line) => line.startsWith("gh release create"));
    expect(release).toContain(`gh release create v${VERSION} --verify-tag`);
    for (const end of ["_SHA256SUMS", "_SHA256SUMS.sig", "_manifest.json", "_sbom.cdx.json", ".zip", ".tgz"])
      expect(release).toMatch(new RegExp(`\\S+${end.replaceAll(".", "\\.")}(?: |$)`));
    expect(lines.some((line) => line.includes("-f ref=refs/tags/v987 "))).toBe(true);
    const packages = lines.filter((line) => line.startsWith("npm publish")).map((line) => line.split(" ")[2]);
    expect(packages).toEqual(
      ["cdktf", "cdktn"].map((kit) => `./dist/release/scm-as-code-${kit}-provider-sectigo-${VERSION}.tgz`),
    );
  });

  it("is not prepared twice", () => {
    const prepare = ["provider/build/prepare-release/main.ts", VERSION];
    expect(() => must(checkout, "node", ...prepare)).toThrow(
      new RegExp(`the tag v${VERSION} is there already[\\s\\S]*and this checkout at`),
    );
  });
});
