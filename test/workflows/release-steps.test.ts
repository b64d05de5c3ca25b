import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { makeReleaseKey } from "../support/release-key.ts";

const FILE = new URL("../../.github/workflows/release.yml", import.meta.url);
const room = mkdtempSync(join(tmpdir(), "release-steps-"));
afterAll(() => rmSync(room, { recursive: true }));

const CHANGELOG = "# Changes\n\n## 1.10.0\n\n- new\n\n## 1.1.0\n\n- old\n- older\n\n## 1.0.0\n\n- first\n";
writeFileSync(join(room, "CHANGELOG.md"), CHANGELOG);
writeFileSync(join(room, "package.json"), '{ "version": "1.1.0" }\n');

interface Workflow {
  readonly jobs: Readonly<Record<string, { readonly steps: readonly { name?: string; run?: string }[] }>>;
}
const { jobs } = parse(readFileSync(FILE, "utf8")) as Workflow;

/** Runs a step of the workflow by its name, as the runner does. */
function step(name: string, tag: string, secrets: Readonly<Record<string, string>> = {}): number | null {
  const steps = Object.values(jobs).flatMap((job) => job.steps);
  const { run } = steps.find((each) => each.name === name) ?? {};
  if (run === undefined) throw new Error(`release.yml has no step "${name}"`);
  const env = { PATH: process.env.PATH, TMPDIR: room, HOME: room, GITHUB_REF_NAME: tag, ...secrets };
  return spawnSync("bash", ["-e", "-c", run], { cwd: room, env }).status;
}

describe("release.yml", () => {
  it.each([
    ["v1.1.0", 0],
    // The version of package.json is another one.
    ["v1.10.0", 1],
    ["v1.2.0", 1],
  ])("goes on from the tag %s with %i", (tag, code) => {
    expect(step("the tag is the version, and the changelog has it", tag)).toBe(code);
  });

  it("stops where the changelog has only a section that begins alike", () => {
    writeFileSync(join(room, "package.json"), '{ "version": "1.0" }\n');
    expect(step("the tag is the version, and the changelog has it", "v1.0")).toBe(1);
  });

  it("tells what changed in this version, and nothing of others", () => {
    expect(step("take the notes of this version from the changelog", "v1.1.0")).toBe(0);
    expect(readFileSync(join(room, "notes.md"), "utf8").trim()).toBe("- old\n- older");
    expect(step("take the notes of this version from the changelog", "v3.0.0")).toBe(1);
  });
});

describe("release.yml signs", { timeout: 120_000 }, () => {
  const PASSPHRASE = "open sesame";
  const folder = join(room, "dist", "release");
  const sums = join(folder, "terraform-provider-sectigo_1.1.0_SHA256SUMS");
  const sign = (armored: string): number | null =>
    step("sign the checksums with the key alone", "v1.1.0", {
      GPG_PRIVATE_KEY: armored,
      GPG_PASSPHRASE: PASSPHRASE,
    });

  function makeKey(kind: string): string {
    const { armored, publicKey } = makeReleaseKey(kind, PASSPHRASE);
    writeFileSync(join(room, "public.gpg"), publicKey);
    return armored;
  }

  beforeEach(() => {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "provider.zip"), "octets");
    const checksum = createHash("sha256").update("octets").digest("hex");
    writeFileSync(sums, `${checksum}  provider.zip\n`);
  });

  it("binary and detached, names the key in the notes, and leaves no key behind", () => {
    const armored = makeKey("rsa2048");
    expect(sign(armored)).toBe(0);
    // An armored signature would begin with dashes; a binary one begins with the bit of a packet.
    expect((readFileSync(`${sums}.sig`)[0] ?? 0) & 0x80).toBe(0x80);
    expect(readFileSync(join(room, "signed.md"), "utf8")).toMatch(
      /Signed by the key [0-9A-F]{40}\. How to verify/,
    );
    const left = readdirSync(room, { recursive: true, encoding: "utf8" });
    expect(left.filter((name) => /secring|private-keys|\.key$/.test(name))).toEqual([]);
    expect(step("nothing goes out unsigned", "v1.1.0")).toBe(0);
  });

  it("nothing with a key that Terraform's registry would refuse", () => {
    expect(sign(makeKey("ed25519"))).toBe(1);
    expect(readdirSync(folder).some((name) => name.endsWith(".sig"))).toBe(false);
    expect(step("nothing goes out unsigned", "v1.1.0")).toBe(1);
  });

  it("nothing where a file is not what its checksum says", () => {
    const armored = makeKey("rsa2048");
    writeFileSync(join(folder, "provider.zip"), "other octets");
    expect(sign(armored)).toBe(1);
  });
});

describe("release.yml", () => {
  it("gives the key to one step of one job, which has neither the repository nor npm", () => {
    const text = readFileSync(FILE, "utf8");
    expect(text.match(/secrets\./g)).toHaveLength(2);
    const { sign } = parse(text).jobs;
    expect(JSON.stringify(sign)).not.toMatch(/checkout|setup-node|\bnpm\b|\bnode\b/);
    expect(JSON.stringify(sign).match(/secrets\.GPG_/g)).toHaveLength(2);
  });
});
