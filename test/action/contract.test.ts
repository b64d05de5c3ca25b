import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { assumptionsTable } from "../../core/index.ts";
import { testScm } from "../fake-scm/testing.ts";

const ROOT = new URL("../..", import.meta.url).pathname;

async function contract(args: readonly string[], environment: Record<string, string>) {
  const command = [join(ROOT, "action/contract.ts"), ...args];
  const options = { env: { PATH: process.env.PATH ?? "", ...environment } };
  return promisify(execFile)(process.execPath, command, options).then(
    ({ stdout }) => ({ code: 0, stdout }),
    ({ code, stdout }: { code: number; stdout: string }) => ({ code, stdout }),
  );
}

describe("S88 npm run contract", () => {
  it("reads, orders when told to, and writes a report without names", async () => {
    await using scm = await testScm({ records: 60, strict: { caAddsWww: true } });
    const folder = mkdtempSync(join(tmpdir(), "sectigo-contract-"));
    const report = join(folder, "report.md");
    const environment = {
      SECTIGO_CUSTOMER_URI: scm.customerUri,
      SECTIGO_USERNAME: scm.username,
      SECTIGO_PASSWORD: scm.password,
    };
    const where = ["--base-url", scm.apiUrl, "--report", report];
    const orders = [
      "--organization",
      "7003",
      "--profile",
      "3312",
      "--term",
      "90",
      "--domain",
      "example.test",
    ];
    const { code, stdout } = await contract([...where, "--with-orders", "--yes", ...orders], environment);
    expect({ code, stdout }).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/points seen, 2 unusual/),
    });
    const written = readFileSync(report, "utf8");
    expect(written).toMatch(/Does the CA add `www\.` to a bare name\? \| \*\*unusual\*\*: it does/);
    for (const name of ["example.test", scm.customerUri, scm.username, scm.password])
      expect(`${written}${stdout}`).not.toContain(name);
    rmSync(folder, { recursive: true });
  });

  it("says what is missing, and how to sign in", async () => {
    await using scm = await testScm();
    const where = ["--base-url", scm.apiUrl];
    const nobody = await contract([...where, "--with-orders", "--yes"], {});
    expect(nobody).toMatchObject({ code: 1, stdout: expect.stringContaining("needs --organization") });
    const stranger = await contract(where, {});
    expect(stranger).toMatchObject({
      code: 1,
      stdout: expect.stringMatching(/missing: SECTIGO_CUSTOMER_URI, SECTIGO_USERNAME, SECTIGO_PASSWORD/),
    });
    const both = { SECTIGO_PASSWORD: "a", SECTIGO_CLIENT_ID: "b" };
    expect(await contract(where, both)).toMatchObject({
      code: 1,
      stdout: expect.stringContaining("keep one way to sign in: password or oauth2"),
    });
  });

  it("is documented point by point", () => {
    const page = readFileSync(join(ROOT, "docs/scm-assumptions.md"), "utf8");
    // Repair: npm run --silent contract -- --assumptions
    expect(page).toContain(assumptionsTable().trim());
  });
});
