import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { makeCsr } from "../fake-scm/testing.ts";
import { certificate, HEADER } from "./support/configuration.ts";
import { EXAMPLE_LTD, OV_SSL_199, type Stage, stage } from "./support/scm.ts";
import { standIn } from "./support/stand-in.ts";

const OLD = HEADER.replace("scm-as-code/sectigo", "by-hand/sectigo");
/** The old provider under another local name, for resources that move later. */
const BESIDE = HEADER.replace(
  "sectigo = {",
  'old = {\n      source = "by-hand/sectigo"\n    }\n    sectigo = {',
);
const OWN_KEY = {
  csr_pem: "null",
  private_key: "{}",
  subject_alternative_names: '["shop.example.test"]',
};

/** A certificate in SCM that no state here holds, with what another provider's state would say of it. */
async function lone(set: Stage) {
  const { workspace } = set;
  await workspace.init();
  await workspace.apply();
  const { ssl_id, serial_number, private_key_pem, certificate_pem } = (await workspace.state()).values(
    "sectigo_certificate.shop",
  );
  await workspace.must(["state", "rm", "sectigo_certificate.shop"]);
  workspace.write("old.key", String(private_key_pem ?? ""));
  workspace.write("old.pem", String(certificate_pem));
  await set.scm.control.clearRequests();
  return { sslId: Number(ssl_id), serial: String(serial_number) };
}

const sslCertificate = (sslId: number): string => `${OLD}
resource "sectigo_ssl_certificate" "shop" {
  ssl_id            = ${sslId}
  org_id            = ${EXAMPLE_LTD}
  cert_profile_id   = ${OV_SSL_199}
  csr_params        = { common_name = "shop.example.test", private_key_pem = file("old.key") }
  subject_alt_names = ["shop.example.test"]
  certificate_body  = file("old.pem")
}
`;

/** One that stays with the old provider. */
const later = (provider: string): string => `
resource "sectigo_ssl_certificate" "later" {
  provider = ${provider}
  org_id   = ${EXAMPLE_LTD}
}
`;

const MOVED = `
moved {
  from = sectigo_ssl_certificate.shop
  to   = sectigo_certificate.shop
}
`;

/** The state is said to be ours; then the provider that wrote it need not be there. */
const REPLACE = ["state", "replace-provider", "-auto-approve", "by-hand/sectigo", "scm-as-code/sectigo"];

/** The configuration that the guide shows, which is indented there. */
function shownConfiguration(header: string): string {
  const guide = readFileSync(new URL("../../docs/guides/migrating.md", import.meta.url), "utf8");
  const lines = guide.split("\n").filter((line) => line.startsWith("    "));
  return `${header}${lines.join("\n")}\n`;
}

async function writes({ scm }: Stage): Promise<readonly string[]> {
  const requests = await scm.control.requests();
  return requests.filter(({ method }) => method !== "GET").map(({ path }) => path);
}

it("S94 takes sectigo_ssl_certificate of Sectigo's own provider over with its key, orders nothing, and plans empty", async () => {
  await using set = await stage({ "main.tf": certificate(OWN_KEY) }, {}, { keepsKeysInState: true });
  const { workspace } = set;
  const { sslId } = await lone(set);
  await using other = await standIn();
  workspace.write("main.tf", `${sslCertificate(sslId)}${later("sectigo")}`);
  await workspace.must(["init", "-no-color"], other.environment);
  await workspace.must(["apply", "-auto-approve", "-no-color"], other.environment);
  workspace.write("main.tf", `${shownConfiguration(BESIDE)}${later("old")}`);
  await workspace.must(["init", "-no-color"], other.environment);
  const unread = await workspace.run(["plan", "-no-color", "-refresh=false"], other.environment);
  expect(unread.stderr).toContain("it was moved here and never read");
  const { stdout } = await workspace.must(["apply", "-auto-approve", "-no-color"], other.environment);
  expect(stdout).toContain("0 added, 0 changed, 0 destroyed");
  expect(await writes(set)).toEqual([]);
  expect((await workspace.run(["plan", "-detailed-exitcode"], other.environment)).code).toBe(0);
  await workspace.must(["state", "rm", "sectigo_ssl_certificate.later"]);
  workspace.write("main.tf", shownConfiguration(HEADER));
  const values = (await workspace.state()).values("sectigo_certificate.shop");
  expect(values).toMatchObject({ ssl_id: sslId, status: "Issued" });
  expect(String(values.private_key_pem)).toBe(workspace.read("old.key"));
  expect((await workspace.plan()).code).toBe(0);
});

it("S94 leaves a key out that is not the certificate's, and says so", async () => {
  await using set = await stage({ "main.tf": certificate(), "shop.csr": makeCsr("shop.example.test").csr });
  const { workspace } = set;
  const { sslId } = await lone(set);
  await using other = await standIn();
  workspace.write("old.key", "none of ours");
  workspace.write("main.tf", sslCertificate(sslId));
  await workspace.must(["init", "-no-color"], other.environment);
  await workspace.must(["apply", "-auto-approve", "-no-color"], other.environment);
  await workspace.must(REPLACE, other.environment);
  workspace.write("main.tf", `${certificate()}${MOVED}`);
  // The old provider does not run any more.
  await workspace.init();
  const { stdout } = await workspace.apply();
  expect(stdout).toContain(`Certificate ${sslId}: the private key of the state before is left out`);
  expect((await workspace.state()).values("sectigo_certificate.shop")).toMatchObject({
    ssl_id: sslId,
    private_key_pem: null,
  });
  expect(await writes(set)).toEqual([]);
});

it("refuses in words what version 2 wrote, when replace-provider brings it here, with the block that imports it", async () => {
  const files = { "main.tf": certificate(), "shop.csr": makeCsr("shop.example.test").csr };
  await using set = await stage(files);
  const { workspace } = set;
  const { sslId, serial } = await lone(set);
  await using other = await standIn();
  const body = `  base_url       = "https://cert-manager.com/api"\n  orgid          = ${EXAMPLE_LTD}\n  cert_file_path = "/etc/pki"\n`;
  workspace.write("main.tf", `${OLD}\nresource "sectigo_certificate" "shop" {\n${body}}\n`);
  await workspace.must(["init", "-no-color"], other.environment);
  await workspace.must(["apply", "-auto-approve", "-no-color"], other.environment);
  await workspace.must(REPLACE, other.environment);
  workspace.write("main.tf", certificate());
  await workspace.init();
  const { code, stderr } = await workspace.plan();
  expect(code).toBe(1);
  expect(stderr).toContain("State of another provider");
  await workspace.must(["state", "rm", "sectigo_certificate.shop"]);
  workspace.write("import.tf", pasted(stderr).replace("NAME", "shop").replace("…", serial));
  const { stdout } = await workspace.apply();
  expect(stdout).toContain("1 imported, 0 added, 1 changed, 0 destroyed");
  expect((await workspace.state()).values("sectigo_certificate.shop")).toMatchObject({ ssl_id: sslId });
  expect(await writes(set)).toEqual([]);
});

/** The block as the message shows it. */
function pasted(text: string): string {
  return /import \{[^}]*\}/.exec(text.replaceAll(/^│ ?/gm, ""))?.[0] ?? "";
}
