import { cpSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { makeCsr } from "../fake-scm/testing.ts";
import { certificate } from "./support/configuration.ts";
import { stage } from "./support/scm.ts";
import { isOpenTofu, Workspace } from "./support/terraform.ts";

const EXAMPLE = fileURLToPath(new URL("../../examples/testing", import.meta.url));

/** What the guide tells users of OpenTofu to do, which has no `source` there. */
function mockInPlace(workspace: Workspace): void {
  const path = "tests/certificates.tftest.hcl";
  const mocks = workspace.read("mocks/sectigo.tfmock.hcl");
  workspace.write(
    path,
    workspace.read(path).replace(/^ *source *= "\.\/mocks"$/m, () => mocks),
  );
}

/** No sign-in anywhere: whatever asked SCM would fail. */
async function example(files: Readonly<Record<string, string>> = {}): Promise<Workspace> {
  const workspace = new Workspace({ environment: {}, files: {} });
  cpSync(EXAMPLE, workspace.folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) workspace.write(name, text);
  if (isOpenTofu()) mockInPlace(workspace);
  await workspace.init();
  return workspace;
}

describe("S90 terraform test with a mocked provider", () => {
  it("passes as the example ships it", async () => {
    const workspace = await example();
    try {
      const { stdout } = await workspace.must(["test", "-no-color"]);
      expect(stdout).toContain("Success! 3 passed, 0 failed.");
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

describe("S90 terraform test with a plain run, beside a live certificate", () => {
  const SCOPE = { SECTIGO_ORDER_SCOPE: "example/infra:live" };

  const TEST_SCOPE = { SECTIGO_ORDER_SCOPE: "example/infra:test" };
  const MADE = { csr_pem: "null", private_key: "{}", subject_alternative_names: '["shop.example.test"]' };

  it.each([
    { what: "the user's request", parts: {} },
    { what: "the user's request without a scope", parts: {}, scope: {} },
    { what: "the user's request in another scope", parts: {}, scope: TEST_SCOPE },
    { what: "a key kept in state in another scope", parts: MADE, scope: TEST_SCOPE },
    { what: "a key kept in state", parts: MADE, refused: /issued for a key that is not here/ },
  ])("takes it over at most, revokes nothing at its end, and leaves an empty plan: $what", async ({
    parts,
    scope = SCOPE,
    refused,
  }: {
    readonly parts: Readonly<Record<string, string>>;
    readonly scope?: Readonly<Record<string, string>>;
    readonly refused?: RegExp;
  }) => {
    const files = {
      "main.tf": certificate(parts),
      "shop.csr": makeCsr("shop.example.test").csr,
      "tests/plain.tftest.hcl": 'run "plain" {}\n',
    };
    await using set = await stage(files, {}, { keepsKeysInState: true });
    const { workspace, scm } = set;
    await workspace.init();
    await workspace.must(["apply", "-auto-approve", "-no-color"], SCOPE);
    const { ssl_id } = (await workspace.state()).values("sectigo_certificate.shop");
    const before = await scm.control.certificate(Number(ssl_id));

    const { stdout, stderr } = await workspace.run(["test", "-no-color"], scope);
    expect((stdout + stderr).replace(/\s+[│╷╵]?\s*/g, " ")).toMatch(
      refused ?? /Success! 1 passed, 0 failed\./,
    );
    const after = await scm.control.certificate(Number(ssl_id));
    expect(after).toMatchObject({ status: "Issued", serialNumber: before.serialNumber });
    const plan = await workspace.run(["plan", "-detailed-exitcode", "-no-color"], SCOPE);
    expect({ code: plan.code, text: plan.stdout + plan.stderr }).toMatchObject({ code: 0 });
  });
});
