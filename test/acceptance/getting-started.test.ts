import { spawn } from "node:child_process";
import { X509Certificate } from "node:crypto";
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { afterAll, expect, it, onTestFinished } from "vitest";
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
async function arrive(): Promise<void> {
  const { platform } = targetOf(process.platform, process.arch);
  const made = join(room, "release");
  await release(["--output", made, "--target", platform]);
  for (const place of [home, folder]) mkdirSync(place);
  for (const file of readdirSync(made)) {
    if (/\.zip$|SHA256SUMS$/.test(file)) copyFileSync(join(made, file), join(folder, file));
  }
}

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
  await arrive();
  const scm = await startFakeScm({ issueDelayMs: 0 });
  onTestFinished(() => scm.close());
  const script = fillIn(scriptOf(readGuide("docs/guides/getting-started.md")), scm);
  const { code, said } = await run(script, scm);
  expect({ code, said }).toMatchObject({ code: 0 });

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
