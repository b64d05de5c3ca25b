import { cpSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { Workspace } from "./support/terraform.ts";

const EXAMPLE = fileURLToPath(new URL("../../examples/testing", import.meta.url));

/** No sign-in anywhere: whatever asked SCM would fail. */
async function example(files: Readonly<Record<string, string>> = {}): Promise<Workspace> {
  const workspace = new Workspace({ environment: {}, files: {} });
  cpSync(EXAMPLE, workspace.folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) workspace.write(name, text);
  await workspace.init();
  return workspace;
}

describe("S90 terraform test with a mocked provider", () => {
  it("passes as the example ships it", async () => {
    const workspace = await example();
    try {
      const { stdout } = await workspace.must(["test", "-no-color"]);
      expect(stdout).toContain("Success! 2 passed, 0 failed.");
    } finally {
      workspace.remove();
    }
  });

  it("takes the refs that core makes up, from connector to profile to certificate", async () => {
    const main = readFileSync(join(EXAMPLE, "main.tf"), "utf8");
    const workspace = await example({
      // The function would read random text as a certificate.
      "main.tf": main.slice(0, main.indexOf('output "subjects"')),
      "tests/certificates.tftest.hcl": 'mock_provider "sectigo" {}\n\nrun "applies" {}\n',
    });
    try {
      const { stdout } = await workspace.must(["test", "-no-color"]);
      expect(stdout).toContain("Success! 1 passed, 0 failed.");
    } finally {
      workspace.remove();
    }
  });
});
