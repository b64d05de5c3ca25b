import { spawn } from "node:child_process";
import { X509Certificate } from "node:crypto";
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { afterAll, beforeAll, expect, it, onTestFinished } from "vitest";
import { targetOf } from "../../provider/build/target.ts";
import { type FakeScm, startFakeScm } from "../fake-scm/server.ts";
import { readGuide, scriptOf } from "./support/guide.ts";
import { release } from "./support/release.ts";
import { findTerraform } from "./support/terraform.ts";

const room = mkdtempSync(join(tmpdir(), "newcomer-"));
const home = join(room, "home");
const folder = join(room, "project");
afterAll(() => rmSync(room, { recursive: true }));

/** What the newcomer has: the release's files, terraform, an address, and nothing of the project. */
beforeAll(async () => {
  const { platform } = targetOf(process.platform, process.arch);
  const made = join(room, "release");
  await release(["--output", made, "--target", platform]);
  for (const place of [home, folder]) mkdirSync(place);
  for (const file of readdirSync(made)) {
    if (/\.zip$|SHA256SUMS$/.test(file)) copyFileSync(join(made, file), join(folder, file));
  }
}, 200_000);

/** The guide with the newcomer's own sign-in and machine filled in, as the text asks for. */
function fillIn(script: string, { credentials }: FakeScm): string {
  const { platform } = targetOf(process.platform, process.arch);
  return script
    .replace('"cst01234"', JSON.stringify(credentials.customerUri))
    .replace('"svc-certs"', JSON.stringify(credentials.username))
    .replaceAll("linux_amd64", platform);
}

function run(
  script: string,
  { apiUrl, credentials }: FakeScm,
): Promise<{ code: number | null; said: string }> {
  const child = spawn("bash", ["-c", script], {
    cwd: folder,
    env: {
      HOME: home,
      PATH: [dirname(findTerraform()), process.env.PATH].join(delimiter),
      SECTIGO_BASE_URL: apiUrl,
      CHECKPOINT_DISABLE: "1",
      // What the newcomer answers to "Do you want to perform these actions?".
      TF_CLI_ARGS_apply: "-auto-approve -no-color",
      TF_CLI_ARGS_destroy: "-auto-approve -no-color",
      TF_CLI_ARGS_plan: "-no-color",
    },
  });
  child.stdin.end(`${credentials.password}\n`);
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (said += chunk));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, said }));
  });
}

it("leads a newcomer from the zip to a certificate, by the guide alone", { timeout: 300_000 }, async () => {
  const scm = await startFakeScm({ issueDelayMs: 0 });
  onTestFinished(() => scm.close());
  await scm.control.addDepartment(7108, "Web");
  const script = fillIn(scriptOf(readGuide("docs/guides/getting-started.md")), scm);
  const { code, said } = await run(script, scm);
  expect({ code, said }).toMatchObject({ code: 0 });

  // Two departments of one name are two lines, and the profile that the guide orders with is among those shown before.
  expect(said).toContain('= "Example Ltd/Web"');
  expect(said).toContain('= "Example Labs/Web"');
  expect(said.indexOf("OV SSL 199 (days: 90, 199)")).toBeLessThan(said.indexOf("sectigo_certificate.shop"));
  // What lies in the home folder would hide the registry for good.
  expect(readdirSync(home).filter((name) => name === ".terraform.d")).toEqual([]);

  // The last plan before the clean-up had nothing to do, else its exit code would have ended the script.
  expect(said).toContain("No changes.");
  const issued = new X509Certificate(readFileSync(join(folder, "shop.pem")));
  const records = await scm.control.certificates();
  // SCM writes serial numbers with colons.
  const serialNumber = issued.serialNumber.replace(/(..)(?=.)/g, "$1:");
  expect(records).toMatchObject([{ serialNumber, status: "Revoked" }]);
  expect(issued.subjectAltName).toContain("www.shop.example.test");
  const state = readFileSync(join(folder, "terraform.tfstate.backup"), "utf8");
  for (const secret of [scm.credentials.password, "PRIVATE KEY"]) {
    expect(state.includes(secret)).toBe(false);
    expect(said.includes(secret)).toBe(false);
  }
});

it("docs/guides/mirrors.md installs from a mirror that the CLI configuration names, and locks its platforms", async () => {
  const scm = await startFakeScm({ issueDelayMs: 0 });
  onTestFinished(() => scm.close());
  const [install, lock] = readGuide("docs/guides/mirrors.md");
  const script = [
    "mkdir mirrored && cd mirrored && cp ../*.zip .",
    "printf 'terraform {\\n  required_providers {\\n    sectigo = { source = \"scm-as-code/sectigo\" }\\n  }\\n}\\n' > main.tf",
    install?.kind === "run" ? install.script : "",
    lock?.kind === "run" ? lock.script : "",
    "terraform init -lockfile=readonly -no-color",
  ];
  const { code, said } = await run(fillIn(`set -eu\n${script.join("\n")}`, scm), scm);
  expect({ code, said }).toMatchObject({ code: 0 });
  expect(said).toContain("Terraform has been successfully initialized!");
  expect(readFileSync(join(folder, "mirrored/.terraform.lock.hcl"), "utf8")).toMatch(/"h1:.+"/);
});
