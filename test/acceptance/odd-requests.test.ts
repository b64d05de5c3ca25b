import { describe, expect, it } from "vitest";
import { opensslRequest } from "../support/openssl-request.ts";
import { certificate } from "./support/configuration.ts";
import { stage } from "./support/scm.ts";

const SUBJECT = ["CN = shop.example.test"];
const plain = opensslRequest({ subject: SUBJECT }).toString();

describe("S77 a CSR that can't be ordered with", () => {
  it.each<[string, string, RegExp]>([
    [
      "several common names",
      opensslRequest({ subject: ["0.CN = shop.example.test", "1.CN = b.example.test"] }).toString(),
      /two readers may read it differently: it has 2 common names: "shop\.example\.test", "b\.example\.test"/,
    ],
    [
      "a challenge password",
      opensslRequest({ subject: SUBJECT, challengePassword: "hunter2hunter2" }).toString(),
      /it holds a challenge password/,
    ],
    [
      "an underscore for public trust",
      opensslRequest({ subject: ["CN = my_shop.example.test"] }).toString(),
      /holds an underscore, which public CAs refuse/,
    ],
    [
      "no common name",
      opensslRequest({ subject: ["O = Example Ltd"] }).toString(),
      /The CSR has no common name.*common_name_from_san = true/,
    ],
    [
      "DER in base64, as filebase64() gives it",
      opensslRequest({ subject: SUBJECT, form: "DER" }).toString("base64"),
      /base64 without BEGIN and END lines, as of a file in DER.*openssl req -inform DER/,
    ],
    [
      "UTF-16 without a byte order mark",
      Buffer.from(plain, "utf16le").toString("latin1"),
      /NUL characters, as a file in UTF-16 does.*iconv -f UTF-16 -t UTF-8/,
    ],
  ])("is refused in the plan for %s", async (_case, csr, message) => {
    await using set = await stage({ "main.tf": certificate(), "shop.csr": csr });
    await set.workspace.init();
    const plan = await set.workspace.run(["plan", "-no-color"]);
    expect(plan.code).toBe(1);
    // Terraform wraps messages at 78 columns and draws a line before each.
    const text = plan.stderr.replace(/[\s│]+/g, " ");
    expect(text).toMatch(message);
    expect(text).not.toContain("hunter2");
    expect(await set.scm.control.certificates()).toEqual([]);
  });
});

describe("a CSR that the plan does not know yet", () => {
  it("is refused in the apply, before anything is ordered", async () => {
    const csr = opensslRequest({ subject: ["0.CN = shop.example.test", "1.CN = b.example.test"] }).toString();
    const made = '\nresource "terraform_data" "made" {\n  input = file("shop.csr")\n}\n';
    const main = certificate({ csr_pem: "terraform_data.made.output" }) + made;
    await using set = await stage({ "main.tf": main, "shop.csr": csr });
    await set.workspace.init();
    const apply = await set.workspace.run(["apply", "-auto-approve", "-no-color"]);
    expect(apply.code).toBe(1);
    expect(apply.stderr.replace(/[\s│]+/g, " ")).toContain("it has 2 common names");
    expect(await set.scm.control.certificates()).toEqual([]);
  });
});

describe("a CSR without a common name", () => {
  it("is ordered where its profile says that the first DNS name serves, and the second plan is empty", async () => {
    const extensions = ["subjectAltName = DNS:shop.example.test"];
    const csr = opensslRequest({ subject: ["O = Example Ltd"], extensions }).toString();
    const main = `terraform {
  required_providers {
    sectigo = { source = "scm-as-code/sectigo" }
  }
}
resource "sectigo_connector" "main" {
  name = "main"
}
resource "sectigo_profile" "web" {
  name                 = "web"
  connector            = sectigo_connector.main.ref
  organization         = "Example Ltd"
  scm_profile          = "OV SSL 199"
  enrollment_method    = "csr"
  common_name_from_san = true
}
resource "sectigo_certificate" "shop" {
  profile                   = sectigo_profile.web.ref
  csr_pem                   = file("shop.csr")
  subject_alternative_names = ["shop.example.test"]
}
`;
    await using set = await stage(
      { "main.tf": main, "shop.csr": csr },
      { strict: { commonNameFromSan: true } },
    );
    await set.workspace.init();
    const apply = await set.workspace.run(["apply", "-auto-approve", "-no-color"]);
    expect(apply.stderr).toBe("");
    expect((await set.workspace.run(["plan", "-detailed-exitcode", "-no-color"])).code).toBe(0);
    expect(await set.scm.control.certificates()).toMatchObject([{ commonName: "shop.example.test" }]);
  });
});

describe("a CSR with more than SCM takes", () => {
  it("is ordered with its host names; the plan warns of the rest, and the second one is empty", async () => {
    const extensions = [
      "subjectAltName = DNS:shop.example.test,email:me@example.test",
      "tlsfeature = status_request",
    ];
    const parts = {
      subject_alternative_names: 'provider::sectigo::parse_csr(file("shop.csr")).subject_alternative_names',
    };
    const csr = opensslRequest({ subject: SUBJECT, extensions }).toString();
    await using set = await stage({ "main.tf": certificate(parts), "shop.csr": csr });
    await set.workspace.init();
    const apply = await set.workspace.run(["apply", "-auto-approve", "-no-color"]);
    const text = apply.stdout.replace(/[\s│]+/g, " ");
    expect(apply.code).toBe(0);
    expect(text).toMatch(/They are left out: me@example\.test/);
    expect(text).toMatch(/extensions that SCM does not take from it.*OCSP must-staple/);
    expect((await set.workspace.run(["plan", "-detailed-exitcode", "-no-color"])).code).toBe(0);
  });

  it("a long CSR that begins with a byte order mark is carried as it is", async () => {
    await using set = await stage({ "main.tf": certificate(), "shop.csr": `\ufeff${plain}` });
    await set.workspace.init();
    const apply = await set.workspace.run(["apply", "-auto-approve", "-no-color"]);
    expect(apply.stderr).not.toContain("Provider produced");
    expect(apply.code).toBe(0);
    expect((await set.workspace.run(["plan", "-detailed-exitcode", "-no-color"])).code).toBe(0);
  });
});
