import { readFileSync } from "node:fs";
import { App, Fn, TerraformStack, TerraformVariable, Testing } from "cdktf";
import { describe, expect, it } from "vitest";
import { AssignmentRule } from "../../dist/cdk/cdktf/assignment-rule/index.js";
import {
  ImportingConnector,
  ManagedCertificate,
  type OwnProfileProps,
} from "../../dist/cdk/cdktf/constructs/index.js";
import { Profile } from "../../dist/cdk/cdktf/profile/index.js";
import { SectigoProvider } from "../../dist/cdk/cdktf/provider/index.js";

const CSR = readFileSync(new URL("../../examples/quickstart/shop.csr", import.meta.url), "utf8");

type Synthesized = {
  readonly resource: Record<string, Record<string, Record<string, unknown>>>;
  readonly data?: Record<string, Record<string, Record<string, unknown>>>;
  readonly output?: Record<string, { readonly value: string }>;
};

/** What the stack is in cdk.tf.json. @throws what a construct says at synthesis */
function synthesize(build: (stack: TerraformStack) => void): Synthesized {
  const stack = new TerraformStack(Testing.app(), "web");
  new SectigoProvider(stack, "sectigo");
  build(stack);
  return JSON.parse(Testing.synth(stack, true));
}

const CERTIFICATE = {
  organization: "Example Ltd",
  scmProfile: "OV SSL 199",
  key: { csrPem: CSR },
  subjectAlternativeNames: ["shop.example.test", "www.shop.example.test"],
} as const;

function certificateWith(props: Partial<OwnProfileProps>): Synthesized {
  return synthesize((stack) => {
    const connector = new ImportingConnector(stack, "main", { name: "Production" });
    new ManagedCertificate(stack, "shop", { connector, ...CERTIFICATE, ...props });
  });
}

/** The only resource of a type. */
function only(synthesized: Synthesized, type: string): Record<string, unknown> {
  const [one, ...others] = Object.values(synthesized.resource[type] ?? {});
  expect(others).toEqual([]);
  return one ?? {};
}

describe("S71 ManagedCertificate", () => {
  it("is a profile, the certificate enrolled with it, and outputs of short names", () => {
    const made = certificateWith({ renewal: { windowDays: 30 }, allowedNames: [".example.test"] });
    const profile = only(made, "sectigo_profile");
    const [profileName] = Object.keys(made.resource.sectigo_profile ?? {});
    expect(profile).toMatchObject({
      name: "shop",
      organization: "Example Ltd",
      scm_profile: "OV SSL 199",
      enrollment_method: "csr",
      allowed_names: [".example.test"],
    });
    expect(profile.connector).toMatch(/^\$\{sectigo_connector\.\w+\.ref\}$/);
    expect(only(made, "sectigo_certificate")).toMatchObject({
      profile: `\${sectigo_profile.${profileName}.ref}`,
      csr_pem: CSR,
      renewal: { window_days: 30 },
    });
    expect(Object.keys(made.output ?? {})).toEqual(["shop_expires", "shop_full_chain", "shop_serial_number"]);
  });

  it("takes whatever a certificate takes", () => {
    const made = certificateWith({
      termDays: 90,
      customFields: { "Cost centre": "4711" },
      keyTypes: ["EC P-256"],
      comments: "web shop",
      onPending: "return",
      revocationReason: "superseded",
      revokeOnDestroy: false,
      timeouts: { create: "30m" },
      lifecycle: { preventDestroy: true },
    });
    expect(only(made, "sectigo_profile").key_types).toEqual(["EC P-256"]);
    expect(only(made, "sectigo_certificate")).toMatchObject({
      term_days: 90,
      custom_fields: { "Cost centre": "4711" },
      comments: "web shop",
      on_pending: "return",
      revocation_reason: "superseded",
      revoke_on_destroy: false,
      timeouts: { create: "30m" },
      lifecycle: { prevent_destroy: true },
    });
    expect(only(made, "sectigo_certificate")).not.toHaveProperty("organization_id");
  });

  it("shares a profile, and obeys the names that it allows", () => {
    const share = (name: string) =>
      synthesize((stack) => {
        const { connector } = new ImportingConnector(stack, "main", { name: "Production" });
        const web = new Profile(stack, "web", {
          name: "web",
          connector: connector.ref,
          enrollmentMethod: "csr",
          allowedNames: [".example.test"],
        });
        for (const id of ["shop", "blog"]) {
          const { profile } = new ManagedCertificate(stack, id, {
            ...{ profile: web, key: { csrPem: CSR }, subjectAlternativeNames: [`${id}.${name}`] },
          });
          expect(profile).toBe(web);
        }
      });
    const made = share("example.test");
    expect(Object.keys(made.resource.sectigo_profile ?? {})).toEqual(["web"]);
    const certificates = Object.values(made.resource.sectigo_certificate ?? {});
    expect(certificates).toHaveLength(2);
    for (const each of certificates) expect(each.profile).toBe(`\${${"sectigo_profile.web.ref"}}`);
    expect(() => share("bank.test")).toThrow('"shop.bank.test" is not among allowedNames: .example.test');
  });

  it("takes from one certificate what another has", () => {
    const made = synthesize((stack) => {
      const connector = new ImportingConnector(stack, "main", { name: "Production" });
      const first = new ManagedCertificate(stack, "first", { connector, ...CERTIFICATE });
      const { renewal, customFields } = first.profile.ref;
      new ManagedCertificate(stack, "second", { connector, ...CERTIFICATE, renewal, customFields });
    });
    const [, second] = Object.values(made.resource.sectigo_certificate ?? {});
    expect(second?.renewal).toMatch(/^\$\{sectigo_profile\.\w+\.ref\.renewal\}$/);
    expect(second?.custom_fields).toMatch(/^\$\{sectigo_profile\.\w+\.ref\.custom_fields\}$/);
  });

  it("has the provider make the key where it is told to", () => {
    const made = certificateWith({ key: { privateKey: { algorithm: "ECDSA" } } });
    expect(only(made, "sectigo_profile").enrollment_method).toBe("rest_api");
    expect(only(made, "sectigo_certificate").private_key).toEqual({ algorithm: "ECDSA" });
  });

  it("takes ids as well as names", () => {
    const profile = only(certificateWith({ organization: 7003, scmProfile: 3312 }), "sectigo_profile");
    expect(profile).toMatchObject({ organization_id: 7003, scm_profile_id: 3312 });
    expect(profile).not.toHaveProperty("organization");
  });

  it("takes a key that Terraform reads from elsewhere", () => {
    const made = synthesize((stack) => {
      const connector = new ImportingConnector(stack, "main", { name: "Production" });
      const variable = new TerraformVariable(stack, "key", { type: "string" });
      variable.addOverride("ephemeral", true);
      const key = { privateKeyWo: variable.stringValue, privateKeyWoVersion: 1 };
      new ManagedCertificate(stack, "shop", { connector, ...CERTIFICATE, key });
    });
    expect(only(made, "sectigo_certificate")).toMatchObject({
      private_key_wo: `\${${"var.key"}}`,
      private_key_wo_version: 1,
    });
    expect(only(made, "sectigo_profile").enrollment_method).toBe("rest_api");
  });

  it.each<[string, Partial<OwnProfileProps>, string]>([
    ["no name at all", { subjectAlternativeNames: [] }, "subjectAlternativeNames is empty"],
    [
      "a name that stands twice",
      { subjectAlternativeNames: ["shop.example.test", "SHOP.example.test"] },
      '"shop.example.test" stands twice',
    ],
    [
      "what is no name",
      { subjectAlternativeNames: ["https://shop.example.test"] },
      '"https://shop.example.test" is neither a DNS name',
    ],
    [
      "a name that the profile does not allow",
      { subjectAlternativeNames: ["payments.bank.test"], allowedNames: [".example.test", "*.bank.example"] },
      '"payments.bank.test" is not among allowedNames: .example.test, *.bank.example',
    ],
    ["a request that is none", { key: { csrPem: "shop.csr" } }, "csrPem is not a certificate request in PEM"],
    [
      "a private key in place of the request",
      { key: { csrPem: `-----BEGIN ${"PRIVATE"} KEY-----\n` } },
      "csrPem holds a private key",
    ],
    [
      "a private key in clear",
      { key: { privateKeyWo: "literal", privateKeyWoVersion: 1 } },
      "privateKeyWo is a literal",
    ],
    ["an organization without a name", { organization: " " }, "organization is empty"],
    ["an SCM profile without a name", { scmProfile: "" }, "scmProfile is empty"],
    [
      "a version that can't be raised by one",
      { key: { privateKeyWo: "literal", privateKeyWoVersion: 0.5 } },
      "privateKeyWoVersion is 0.5",
    ],
    [
      "two windows of renewal",
      { renewal: { windowDays: 30, windowShare: "1/3" } },
      "windowDays and windowShare exclude each other",
    ],
  ])("refuses %s at synthesis", (_what, props, complaint) => {
    expect(() => certificateWith(props)).toThrow(complaint);
  });

  it("judges only what is known: the rest is the provider's to judge in the plan", () => {
    const names = [Fn.join(".", ["shop", "example.test"]), "192.0.2.7", "*.shop.example.test"];
    const made = certificateWith({ subjectAlternativeNames: names, key: { csrPem: Fn.file("shop.csr") } });
    expect(only(made, "sectigo_certificate").csr_pem).toContain("file(");
  });
});

describe("S71 ImportingConnector", () => {
  it("imports by the rules that it is given, and has inventories of its own", () => {
    const made = synthesize((stack) => {
      const rule = new AssignmentRule(stack, "rule", {
        name: "Shop",
        conditions: [{ attribute: "common_name", operator: "ends_with", value: "shop.example.test" }],
        tags: ["shop"],
      });
      const connector = new ImportingConnector(stack, "main", {
        name: "Production",
        businessUnit: "Retail",
        import: {
          certificateTypes: ["ssl", "client"],
          includeDiscovered: true,
          frequency: { value: 6, unit: "hours" },
          assignmentRules: [rule],
        },
      });
      connector.inventory("expiring", { filter: { expiresWithinDays: 30 }, limit: 100 });
    });
    const [name] = Object.keys(made.resource.sectigo_connector ?? {});
    expect(only(made, "sectigo_connector")).toMatchObject({
      business_unit: "Retail",
      import: {
        certificate_types: ["ssl", "client"],
        include_discovered: true,
        frequency: { value: 6, unit: "hours" },
        assignment_rules: [`\${${"sectigo_assignment_rule.rule.ref"}}`],
      },
    });
    expect(Object.values(made.data?.sectigo_inventory ?? {})).toMatchObject([
      { connector: `\${sectigo_connector.${name}.ref}`, filter: { expires_within_days: 30 }, limit: 100 },
    ]);
  });

  it.each([
    ["a name", { name: " " }, "name is empty"],
    ["a sensor", { name: "a", managingSensors: [] }, "managingSensors is empty"],
    ["a type of certificates", { name: "a", import: { certificateTypes: [] } }, "certificateTypes is empty"],
    [
      "a frequency",
      { name: "a", import: { frequency: { value: 0.5, unit: "days" as const } } },
      "frequency.value is 0.5; a whole number from 1 on",
    ],
  ])("refuses to be without %s", (_what, props, complaint) => {
    expect(() => synthesize((stack) => new ImportingConnector(stack, "main", props))).toThrow(complaint);
  });

  it("says so in an app as well, where users meet it", () => {
    const app = new App({ outdir: Testing.app().outdir });
    new ImportingConnector(new TerraformStack(app, "web"), "main", { name: "" });
    expect(() => app.synth()).toThrow("name is empty");
  });
});
