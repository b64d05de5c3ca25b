import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openssl } from "../support/openssl.ts";
import { HEADER } from "./support/configuration.ts";
import { EXAMPLE_LTD, OV_SSL_199, type Stage, stage } from "./support/scm.ts";
import { expectNowhere } from "./support/secrets.ts";

const EXAMPLE = new URL("../../examples/keys-never-in-state/main.tf", import.meta.url);
const PASSWORD = "the-password-of-the-keystore";
const SHOP = "sectigo_certificate.shop";
const API = "sectigo_certificate.api";

/** A key that a user keeps somewhere else, and what the shell exports for the example. */
const shopKey = openssl(["genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-384"]).stdout;
const EXPORTS = {
  TF_VAR_organization_id: String(EXAMPLE_LTD),
  TF_VAR_scm_profile_id: String(OV_SSL_199),
  TF_VAR_shop_private_key: shopKey,
  TF_VAR_pkcs12_password: PASSWORD,
};

const publicKeyOf = (kind: "pkey" | "x509", pem: string): string =>
  openssl(kind === "pkey" ? ["pkey", "-pubout"] : ["x509", "-noout", "-pubkey"], pem).stdout;

const body = (pem: string): string => pem.split("\n")[1] ?? "";

/** Delivered by the example's provisioners, in a folder that the search for secrets leaves out. */
function delivered({ workspace }: Stage, name: string): Buffer {
  const file = join(workspace.folder, "delivered", name);
  expect(statSync(file).mode & 0o077).toBe(0);
  return readFileSync(file);
}

async function pemOf({ workspace }: Stage, address: string): Promise<string> {
  return String((await workspace.state()).values(address).certificate_pem);
}

describe("S58 keys never in state", () => {
  it("runs the example: certificates for both keys, a keystore, and nothing left behind", async () => {
    await using set = await stage({ "main.tf": readFileSync(EXAMPLE, "utf8") });
    const { workspace, scm } = set;
    await workspace.init();
    await workspace.must(["plan", "-no-color", "-out=saved.tfplan"], EXPORTS);
    await workspace.must(["apply", "-no-color", "saved.tfplan"], EXPORTS);

    const shop = await pemOf(set, SHOP);
    expect(publicKeyOf("x509", shop)).toBe(publicKeyOf("pkey", shopKey));
    const apiKey = delivered(set, "api.key").toString();
    expect(publicKeyOf("x509", await pemOf(set, API))).toBe(publicKeyOf("pkey", apiKey));

    const keystore = delivered(set, "shop.p12");
    const opened = openssl(["pkcs12", "-passin", `pass:${PASSWORD}`, "-nodes"], keystore);
    expect(opened.ok).toBe(true);
    expect(opened.stdout).toContain(shop.trim());
    expect(opened.stdout.match(/BEGIN CERTIFICATE/g)?.length).toBeGreaterThan(1);
    expect(openssl(["pkcs12", "-passin", "pass:another", "-nodes"], keystore).ok).toBe(false);

    // The ephemeral key is another one by now, and nobody looks at it.
    const second = await workspace.run(["plan", "-detailed-exitcode", "-no-color"], EXPORTS);
    expect([second.code, second.stderr]).toEqual([0, ""]);
    expect(await scm.control.certificates()).toHaveLength(2);

    expectNowhere(workspace, {
      "the shop's key": body(shopKey),
      "the api's key": body(apiKey),
      "the keystore": keystore.toString("base64").slice(0, 64),
      "the keystore's password": PASSWORD,
    });
  });

  it("makes another key and certificate when the version is raised", async () => {
    await using set = await stage({ "main.tf": readFileSync(EXAMPLE, "utf8") });
    const { workspace } = set;
    await workspace.init();
    await workspace.must(["apply", "-auto-approve", "-no-color"], EXPORTS);
    const former = delivered(set, "api.key").toString();
    const raised = workspace.read("main.tf").replace("api_key_version = 1", "api_key_version = 2");
    workspace.write("main.tf", raised);
    await workspace.must(["apply", "-auto-approve", "-no-color"], EXPORTS);
    const apiKey = delivered(set, "api.key").toString();
    expect(publicKeyOf("pkey", apiKey)).not.toBe(publicKeyOf("pkey", former));
    expect(publicKeyOf("x509", await pemOf(set, API))).toBe(publicKeyOf("pkey", apiKey));
    expectNowhere(workspace, { "the former key": body(former), "the new key": body(apiKey) });
  });
});

/** A key that is delivered to a file, and whatever stands around it. */
const KEY = `ephemeral "sectigo_private_key" "web" {
  rsa_bits = 3072
}

resource "terraform_data" "key" {
  provisioner "local-exec" {
    command     = "umask 077; mkdir -p delivered; printf %s \\"$KEY\\" > delivered/web.key"
    environment = { KEY = ephemeral.sectigo_private_key.web.private_key_pem }
  }
}
`;

describe("ephemeral sectigo_private_key", () => {
  it("opens while the provider's settings are not known yet", async () => {
    const provider = `resource "terraform_data" "account" {
  input = "cst-of-later"
}

provider "sectigo" {
  customer_uri = terraform_data.account.output
}
`;
    await using set = await stage({ "main.tf": `${HEADER}${provider}${KEY}` });
    await set.workspace.init();
    await set.workspace.apply();
    expect(openssl(["pkey", "-noout", "-text"], delivered(set, "web.key")).stdout).toContain("3072 bit");
    expect(await set.scm.control.requests()).toEqual([]);
  });

  it("asks nothing of an SCM that is out of reach", async () => {
    await using set = await stage({ "main.tf": `${HEADER}${KEY}` });
    await set.workspace.init();
    const environment = { SECTIGO_BASE_URL: "http://127.0.0.1:9" };
    await set.workspace.must(["apply", "-auto-approve", "-no-color"], environment);
    expect(openssl(["pkey", "-check", "-noout"], delivered(set, "web.key")).output).toContain("valid");
  });

  it("names what is allowed when size and curve do not fit", async () => {
    const wrong = KEY.replace("rsa_bits = 3072", 'algorithm = "ECDSA"\n  rsa_bits  = 1024');
    await using set = await stage({ "main.tf": `${HEADER}${wrong}` });
    await set.workspace.init();
    const { code, stderr } = await set.workspace.run(["validate", "-no-color"]);
    expect(code).toBe(1);
    expect(stderr.replace(/\s+/g, " ")).toContain(
      "Allowed for ecdsa_curve are P256, P384, P521; P256 when left out.",
    );
  });
});

it("S45 ephemeral sectigo_pkcs12 refuses a key that is not the certificate's, in the plan, and shows neither", async () => {
  const other = openssl(["genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256"]).stdout;
  await using set = await stage({ "main.tf": readFileSync(EXAMPLE, "utf8") });
  await set.workspace.init();
  await set.workspace.must(["apply", "-auto-approve", "-no-color"], EXPORTS);
  const plan = await set.workspace.run(["plan", "-no-color"], { ...EXPORTS, TF_VAR_shop_private_key: other });
  expect(plan.code).toBe(1);
  expect(plan.stderr).toContain("private_key_pem is not the key of certificate_pem");
  expectNowhere(set.workspace, { "the other key": body(other), "the shop's key": body(shopKey) });
});
